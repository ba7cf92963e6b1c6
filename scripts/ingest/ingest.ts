import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Cell } from '../../src/model/row.ts';
import type { Effects } from '../lib/effects.ts';
import { CommandError, describeFault } from '../lib/fault.ts';
import { inputsOf, type Input } from './read/input.ts';
import { readSheets } from './read/read.ts';
import type { ReadOptions, Sheet } from './read/sheet.ts';
import type { Recipe } from './recipes/recipe.ts';
import { dropStaged, publishStaged, settle, stageFolder } from './staging.ts';
import type { IngestLedger, Reject } from './table/ingestLedger.ts';
import { ingestSheet, type Ingested } from './table/ingestTable.ts';
import { fileOutput, type OpenOutput } from './table/output.ts';
import { reportFiles, releasesFile } from './table/outputFiles.ts';
import type { GivenField } from './table/plan.ts';
import { givenFields } from './table/proposal.ts';

const USAGE = `usage: npm run ingest -- FILE… [--recipe NAME] [--sheet NAME] [--to FOLDER] [--keep-going] [--parquet] [--ocds PREFIX]
FILE is a file, a folder, or - for standard input`;
const SHOWN = 20;
/** As the Open Contracting Partnership gives them. @see https://standard.open-contracting.org/1.1/en/schema/identifiers/ */
const OCDS_PREFIX = /^ocds-[a-z0-9]{6}$/;

/** A table whose files are staged beside its folder. */
interface StagedTable {
  folder: string;
  rejects: readonly Reject[];
  ledger: IngestLedger;
  /** What `releases.json` has and lacks. */
  releases?: string;
}

/** The options of the command line. */
interface Settings extends ReadOptions {
  to: string;
  keepGoing: boolean;
  parquet: boolean;
  ocds?: string;
}

/**
 * Reads raw files into clean tables, one folder per table. Nothing is written before everything is read; a row that cannot be read ends the run,
 * unless `--keep-going` sends it to `rejects.csv`.
 * @throws CommandError
 */
export async function ingest(args: string[], effects: Effects): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    options: {
      to: { type: 'string' },
      recipe: { type: 'string' },
      sheet: { type: 'string' },
      ocds: { type: 'string' },
      'keep-going': { type: 'boolean', default: false },
      parquet: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new CommandError(USAGE, 2);
  const { sheet, ocds, parquet, 'keep-going': keepGoing } = values;
  if (ocds !== undefined && !OCDS_PREFIX.test(ocds))
    throw new CommandError(
      `"${ocds}" is no prefix of open contracting ids: write the registered one, like ocds-213czf`,
      2,
    );
  const settings: Settings = {
    to: values.to ?? 'ingested',
    keepGoing,
    parquet,
    ...(sheet === undefined ? {} : { sheet }),
    ...(ocds === undefined ? {} : { ocds }),
  };
  if (values.recipe !== undefined) {
    // Loaded on demand: recipes bring large lookup tables that other runs do not need.
    const { recipeNamed } = await import('./recipes/recipes.ts');
    const recipe = recipeNamed(values.recipe);
    if (recipe.table !== undefined)
      return recipeRows({ ...recipe, table: recipe.table }, positionals, settings, values.to, effects);
  }
  const tables: StagedTable[] = [];
  try {
    if (values.recipe === undefined) await sheetTables(positionals, settings, tables, effects);
    else tables.push(await recipeTable(values.recipe, positionals, settings, effects));
    checkRejects(tables, keepGoing);
  } catch (error) {
    for (const { folder } of tables) dropStaged(folder);
    throw error;
  }
  for (const table of tables) {
    publishStaged(table.folder);
    effects.log(`${summary(table)} → ${table.folder}`);
    if (table.releases !== undefined)
      effects.log(`${join(table.folder, 'releases.json')}: ${table.releases}`);
  }
}

/** @throws CommandError naming the first rows that could not be read, unless they may go to `rejects.csv` */
function checkRejects(tables: readonly Pick<StagedTable, 'ledger' | 'rejects'>[], keepGoing: boolean): void {
  const count = tables.reduce((sum, { ledger }) => sum + ledger.rejects, 0);
  if (count === 0 || keepGoing) return;
  const shown = tables.flatMap(({ rejects }) => rejects).slice(0, SHOWN);
  throw new CommandError(
    [
      ...shown.map(describeFault),
      ...(count > shown.length ? [`… and ${count - shown.length} more`] : []),
      `${count} ${count === 1 ? 'row' : 'rows'} cannot be read; nothing was written (--keep-going writes them to rejects.csv)`,
    ].join('\n'),
  );
}

/** Every sheet of every file as a separate table. With `keepGoing` a file that cannot be read is reported and the others are read. */
async function sheetTables(
  names: string[],
  settings: Settings,
  tables: StagedTable[],
  effects: Effects,
): Promise<void> {
  const inputs = inputsOf(names);
  for (const input of inputs) {
    effects.progress(input.file);
    try {
      const sheets = await readSheets(input, settings);
      for (const sheet of sheets) {
        const folder = freeFolder(settings.to, idOf(sheet, sheets.length > 1), tables);
        tables.push(
          await stage(folder, [sheet.file], settings, (open) => ingestSheet(sheet, open, givenIn(folder))),
        );
      }
    } catch (error) {
      if (!settings.keepGoing || inputs.length === 1 || !(error instanceof CommandError)) throw error;
      effects.error(`${error.message}; left out`);
    }
  }
}

/** All files of a recipe as parts of the table in `data/` that it names. */
async function recipeRows(
  recipe: Recipe & { table: string },
  names: string[],
  settings: Settings,
  to: string | undefined,
  effects: Effects,
): Promise<void> {
  const { ingestIntoTable } = await import('./recipes/intoTable.ts');
  const staged = await ingestIntoTable(
    '.',
    to ?? 'data',
    recipe,
    sheetsOf(recipe, wantedOf(recipe, names, effects), settings, effects),
  );
  try {
    checkRejects([staged], settings.keepGoing);
  } catch (error) {
    staged.drop();
    throw error;
  }
  staged.publish();
  effects.log(`${summary(staged)}; ${staged.masked} names have a token → ${staged.folder}`);
  const { unmapped } = staged;
  if (unmapped.length > 0)
    effects.log(
      `${unmapped.length} categories are not in data/service-categories, with the most rows: ${unmapped
        .slice(0, SHOWN)
        .map(([category, rows]) => `${category} (${rows})`)
        .join(', ')}`,
    );
}

/** The files that a recipe reads. @throws CommandError where it reads none */
function wantedOf(recipe: Recipe, names: string[], effects: Effects): Input[] {
  const inputs = inputsOf(names);
  const wanted = inputs.filter(({ file }) => recipe.files.test(file));
  if (wanted.length === 0)
    throw new CommandError(
      `no file matches the recipe "${recipe.name}" (it reads names like ${recipe.files.source})`,
    );
  if (wanted.length < inputs.length)
    effects.log(
      `${inputs.length - wanted.length} of ${inputs.length} files are not for the recipe "${recipe.name}"`,
    );
  return wanted;
}

/** The sheets of files, one file after the other. */
async function* sheetsOf(
  recipe: Recipe,
  inputs: readonly Input[],
  settings: Settings,
  effects: Effects,
): AsyncGenerator<Sheet> {
  for (const input of inputs) {
    effects.progress(input.file);
    yield* await readSheets(input, {
      ...settings,
      ...(recipe.encoding === undefined ? {} : { encoding: recipe.encoding }),
    });
  }
}

/** All files of a recipe as one table. */
async function recipeTable(
  name: string,
  names: string[],
  settings: Settings,
  effects: Effects,
): Promise<StagedTable> {
  // Loaded on demand: recipes bring large lookup tables that other runs do not need.
  const { recipeNamed } = await import('./recipes/recipes.ts');
  const { ingestRecipe } = await import('./recipes/ingestRecipe.ts');
  const recipe = recipeNamed(name);
  const inputs = wantedOf(recipe, names, effects);
  return stage(
    join(settings.to, name),
    inputs.map(({ file }) => file),
    settings,
    (open) => ingestRecipe(recipe, sheetsOf(recipe, inputs, settings, effects), open),
  );
}

/** Stages the files of a table: its rows, as `make` writes them, its ledger and, where no `dataset.yaml` exists, a proposed one. */
async function stage(
  folder: string,
  files: readonly string[],
  { parquet, ocds }: Settings,
  make: (open: OpenOutput) => Promise<Ingested>,
): Promise<StagedTable> {
  const id = basename(folder);
  settle(folder);
  refuseOthersTable(folder, files);
  const proposal = !existsSync(join(folder, 'dataset.yaml'));
  const staged = stageFolder(folder);
  try {
    const output = fileOutput(staged, id, parquet);
    const rows: Cell[][] = [];
    const ingested = await make(ocds === undefined ? output : keepingRows(output, rows));
    const { fields, ledger, rejects } = ingested;
    const releases = ocds === undefined ? undefined : releasesFile(id, fields, rows, ocds);
    if (releases) writeFileSync(join(staged, 'releases.json'), releases.content);
    for (const [name, content] of reportFiles(id, ingested, proposal))
      writeFileSync(join(staged, name), content);
    return { folder, ledger, rejects, ...(releases ? { releases: releases.report } : {}) };
  } catch (error) {
    dropStaged(folder);
    throw error;
  }
}

/**
 * Two files of one name in two folders would have one output folder.
 * @throws CommandError where the folder has the table of a file that is not read in this run
 */
function refuseOthersTable(folder: string, files: readonly string[]): void {
  const path = join(folder, 'ledger.json');
  if (!existsSync(path)) return;
  const now = new Set(files.map((file) => resolve(fileOf(file))));
  const { files: before } = JSON.parse(readFileSync(path, 'utf8')) as Pick<IngestLedger, 'files'>;
  const other = before.find((file) => !now.has(resolve(fileOf(file))));
  if (other !== undefined)
    throw new CommandError(
      `${folder} has the table of ${other}, which this run does not read; it would be overwritten (name another folder with --to, or move that one away)`,
    );
}

/** The file on the disk: an archive, where it is a member of one. */
const fileOf = (file: string): string => file.split('!')[0]!;

/** An output that also keeps the cells of its rows in memory. */
function keepingRows(open: OpenOutput, kept: Cell[][]): OpenOutput {
  return (fields) => {
    kept.length = 0;
    const output = open(fields);
    return {
      ...output,
      write(rows) {
        for (const { cells } of rows) kept.push(cells);
        return output.write(rows);
      },
    };
  };
}

/** The fields of an existing `dataset.yaml`. */
function givenIn(folder: string): GivenField[] | undefined {
  const edited = join(folder, 'dataset.yaml');
  return existsSync(edited) ? givenFields(readFileSync(edited, 'utf8')) : undefined;
}

/** A name for a table from its file, and its sheet where there are several. */
function idOf({ file, sheet }: Pick<Sheet, 'file' | 'sheet'>, several: boolean): string {
  const stem = basename(file.split('!').at(-1)!).replace(
    /(\.(csv|tsv|txt|json|ndjson|jsonl|xlsx|gz|zip|bak))+$/i,
    '',
  );
  return (
    [stem, ...(several && sheet !== undefined ? [sheet] : [])]
      .join('-')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'table'
  );
}

/** A folder for a table that no other table of this run uses. */
function freeFolder(to: string, id: string, tables: readonly StagedTable[]): string {
  const taken = (folder: string): boolean => tables.some((table) => table.folder === folder);
  let folder = join(to, id);
  for (let count = 2; taken(folder); count += 1) folder = join(to, `${id}-${count}`);
  return folder;
}

function summary({ ledger }: Pick<StagedTable, 'ledger'>): string {
  const of = (entries: [string, number][]): string =>
    entries.map(([what, count]) => `${count} ${what}`).join(', ') || 'none';
  const hidden = new Map<string, number>();
  for (const { kind, count } of ledger.masked) hidden.set(kind, (hidden.get(kind) ?? 0) + count);
  const files = ledger.files.length === 1 ? ledger.files[0] : `${ledger.files.length} files`;
  return `${files}: ${[...ledger.formats, ...ledger.encodings].join(', ')}, ${ledger.rows_in} rows in, ${ledger.rows_out} out, ${ledger.rejects} rejected, dropped: ${of(Object.entries(ledger.rows_dropped))}; masked: ${of([...hidden])}`;
}
