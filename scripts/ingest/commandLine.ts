import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CommandError } from '../lib/fault.ts';
import type { HeaderOption, ReadOptions } from './read/sheet.ts';

export const USAGE = `usage: npm run ingest -- FILE… [options]

FILE is a file, a folder, or - for standard input: delimited text, XLSX, ODS, JSON, NDJSON, Parquet, an HTML table, or a ZIP or gzip of these.

  --to FOLDER        where the clean tables go (ingested)
  --recipe NAME      reads the files of a publisher by its recipe, into the table in data/ that it names
  --sheet NAME       only the sheet, or the list of a JSON file, of this name; a hidden one too
  --encoding NAME    the encoding of delimited text, JSON or HTML, like euc-kr or windows-1250; detected without it
  --delimiter CHAR   what is between the cells of delimited text: one character, or tab; detected without it
  --header N         the row of the column names
  --header "a,b,c"   the names of the columns of a file that has no row for them
  --no-header        the file has no row of column names: they are column_1, column_2 …
  --keep-going       writes rows that cannot be read to rejects.csv, and leaves out files that cannot be read
  --parquet          also writes each table as Parquet
  --ocds PREFIX      also writes the purchases as OCDS releases; the registered prefix, like ocds-213czf
  --json             prints the summary as JSON, one table a line
  --help             prints this`;

/** As the Open Contracting Partnership gives them. @see https://standard.open-contracting.org/1.1/en/schema/identifiers/ */
const OCDS_PREFIX = /^ocds-[a-z0-9]{6}$/;

/** The options of the command line. */
export interface Settings extends ReadOptions {
  /** The files, folders or `-`. */
  names: string[];
  /** Where the tables go, if given. */
  to?: string;
  recipe?: string;
  ocds?: string;
  keepGoing: boolean;
  parquet: boolean;
  json: boolean;
}

/**
 * The settings that a command line gives, or `help` where it asks for that.
 * @throws CommandError with exit code 2, and the usage, where it cannot be followed
 */
export function settingsOf(args: string[]): Settings | 'help' {
  const { values, positionals } = parsed(args);
  if (values.help) return 'help';
  if (positionals.length === 0) throw usage('no file is named');
  const { to, recipe, sheet, encoding, ocds, parquet, json, 'keep-going': keepGoing } = values;
  if (ocds !== undefined && !OCDS_PREFIX.test(ocds))
    throw usage(`"${ocds}" is no prefix of open contracting ids: write the registered one, like ocds-213czf`);
  const header = headerOf(values.header, values['no-header']);
  if (recipe !== undefined && header !== undefined)
    throw usage(`the recipe "${recipe}" says where the header is; leave --header and --no-header out`);
  if (to !== undefined) checkFolder(to);
  return {
    names: positionals,
    keepGoing,
    parquet,
    json,
    ...given({ to, recipe, sheet, ocds, header }),
    ...given({ encoding: encodingNamed(encoding), delimiter: delimiterOf(values.delimiter) }),
  };
}

function parsed(args: string[]): ReturnType<typeof parse> {
  try {
    return parse(args);
  } catch (error) {
    throw usage((error as Error).message);
  }
}

const parse = (args: string[]) =>
  parseArgs({
    args,
    options: {
      to: { type: 'string' },
      recipe: { type: 'string' },
      sheet: { type: 'string' },
      encoding: { type: 'string' },
      delimiter: { type: 'string' },
      header: { type: 'string' },
      'no-header': { type: 'boolean', default: false },
      ocds: { type: 'string' },
      'keep-going': { type: 'boolean', default: false },
      parquet: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
    allowPositionals: true,
  });

const usage = (fault: string): CommandError => new CommandError(`${fault}\n\n${USAGE}`, 2);

/** The options that have a value. */
const given = <T extends object>(options: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never;

function headerOf(header: string | undefined, none: boolean): HeaderOption | undefined {
  if (header === undefined) return none ? 'none' : undefined;
  if (none) throw usage('--header and --no-header exclude each other');
  if (/^\d+$/.test(header)) {
    if (Number(header) === 0) throw usage('--header 0: rows are counted from 1');
    return Number(header);
  }
  const names = header.split(',').map((name) => name.trim());
  if (names.every((name) => name === '')) throw usage('--header names no column');
  return names;
}

function encodingNamed(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    throw usage(
      `"${name}" is no encoding that is known here (those of https://encoding.spec.whatwg.org/#names-and-labels are)`,
    );
  }
}

function delimiterOf(option: string | undefined): string | undefined {
  if (option === undefined) return undefined;
  const delimiter = option === 'tab' || option === '\\t' ? '\t' : option;
  if ([...delimiter].length !== 1 || /["\r\n\ufeff]/.test(delimiter))
    throw usage(`--delimiter "${option}": write one character that is no quotation mark, or tab`);
  return delimiter;
}

/** Refuses, before anything is read, a folder that cannot be written. */
function checkFolder(folder: string): void {
  let existing = resolve(folder);
  while (!existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing);
  if (!statSync(existing).isDirectory())
    throw usage(
      existing === resolve(folder)
        ? `--to ${folder} is a file; name a folder`
        : `--to ${folder} cannot be made, as ${existing} is a file`,
    );
  try {
    accessSync(existing, constants.W_OK);
  } catch {
    throw usage(`--to ${folder} cannot be written: ${existing} may not be changed by this user`);
  }
}
