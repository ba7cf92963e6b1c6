import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand, type Effects } from './effects.ts';
import { CommandError, describeFault } from './fault.ts';
import { filesOf } from './ingest/files.ts';
import { givenFields } from './ingest/proposal.ts';
import { publishFolder, settle } from './ingest/publication.ts';
import { inputsOf } from './ingest/read/input.ts';
import { readSheets } from './ingest/read/read.ts';
import type { ReadOptions, Sheet } from './ingest/read/sheet.ts';
import { ingestRecipe } from './ingest/recipe.ts';
import { recipeNamed } from './ingest/recipes/recipes.ts';
import { ingestSheet, type Ingested } from './ingest/table.ts';

const USAGE =
  'usage: npm run ingest -- FILE… [--recipe NAME] [--sheet NAME] [--to FOLDER] [--keep-going] [--ocds PREFIX]\nFILE is a file, a folder, or - for standard input';
const SHOWN = 20;

interface Output {
  id: string;
  folder: string;
  ingested: Ingested;
}

/**
 * Reads raw files into clean tables, one folder a table. Nothing is written before all is read; a row that cannot be read ends the run,
 * unless `--keep-going` lets it go to `rejects.csv`.
 * @throws CommandError
 */
export async function ingest(args: string[], effects: Effects): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    options: {
      to: { type: 'string', default: 'ingested' },
      recipe: { type: 'string' },
      sheet: { type: 'string' },
      ocds: { type: 'string' },
      'keep-going': { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new CommandError(USAGE, 2);
  const options = values.sheet === undefined ? {} : { sheet: values.sheet };
  const outputs =
    values.recipe === undefined
      ? await tablesOf(positionals, { ...options, keepGoing: values['keep-going'] }, values.to, effects)
      : [await recipeOf(values.recipe, positionals, options, values.to, effects)];
  const rejects = outputs.flatMap(({ ingested }) => ingested.rejects);
  if (rejects.length > 0 && !values['keep-going'])
    throw new CommandError(
      [
        ...rejects.slice(0, SHOWN).map(describeFault),
        ...(rejects.length > SHOWN ? [`… and ${rejects.length - SHOWN} more`] : []),
        `${rejects.length} ${rejects.length === 1 ? 'row' : 'rows'} cannot be read; nothing was written (--keep-going writes them to rejects.csv)`,
      ].join('\n'),
    );
  for (const { id, folder, ingested } of outputs) {
    const proposal = !existsSync(join(folder, 'dataset.yaml'));
    publishFolder(folder, filesOf(id, ingested, { proposal, ocds: values.ocds }));
    effects.log(`${summary(ingested)} → ${folder}`);
  }
}

/** Every sheet of every file as a table of its own. With `keepGoing` a file that cannot be read is told, and the others are read. */
async function tablesOf(
  names: string[],
  options: ReadOptions & { keepGoing: boolean },
  to: string,
  effects: Effects,
): Promise<Output[]> {
  const outputs: Output[] = [];
  const inputs = inputsOf(names);
  for (const input of inputs) {
    effects.progress(input.file);
    const sheets = await readSheets(input.bytes(), input.file, options).catch((error: unknown) => {
      if (!options.keepGoing || inputs.length === 1 || !(error instanceof CommandError)) throw error;
      effects.error(`${error.message}; left out`);
      return [];
    });
    for (const sheet of sheets) {
      const id = uniqueId(idOf(sheet, sheets.length > 1), outputs);
      const folder = join(to, id);
      settle(folder);
      const edited = join(folder, 'dataset.yaml');
      const given = existsSync(edited) ? givenFields(readFileSync(edited, 'utf8')) : undefined;
      outputs.push({ id, folder, ingested: ingestSheet(sheet, given) });
    }
  }
  return outputs;
}

/** All files of a recipe as one table. */
async function recipeOf(
  name: string,
  names: string[],
  options: ReadOptions,
  to: string,
  effects: Effects,
): Promise<Output> {
  const recipe = recipeNamed(name);
  const inputs = inputsOf(names);
  const wanted = inputs.filter(({ file }) => recipe.files.test(file));
  if (wanted.length === 0)
    throw new CommandError(`no file fits the recipe "${name}" (it reads names like ${recipe.files.source})`);
  if (wanted.length < inputs.length)
    effects.log(
      `${inputs.length - wanted.length} of ${inputs.length} files are not for the recipe "${name}"`,
    );
  const sheets: Sheet[] = [];
  for (const input of wanted) {
    effects.progress(input.file);
    sheets.push(...(await readSheets(input.bytes(), input.file, options)));
  }
  return { id: name, folder: join(to, name), ingested: ingestRecipe(recipe, sheets) };
}

/** A name for a table from its file, and its sheet where there are several. */
function idOf({ file, sheet }: Sheet, several: boolean): string {
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

function uniqueId(id: string, outputs: readonly Output[]): string {
  const taken = (name: string): boolean => outputs.some((output) => output.id === name);
  if (!taken(id)) return id;
  let count = 2;
  while (taken(`${id}-${count}`)) count += 1;
  return `${id}-${count}`;
}

function summary({ ledger }: Ingested): string {
  const of = (entries: [string, number][]): string =>
    entries.map(([what, count]) => `${count} ${what}`).join(', ') || 'none';
  const hidden = new Map<string, number>();
  for (const { kind, count } of ledger.masked) hidden.set(kind, (hidden.get(kind) ?? 0) + count);
  const files = ledger.files.length === 1 ? ledger.files[0] : `${ledger.files.length} files`;
  return `${files}: ${[...ledger.formats, ...ledger.encodings].join(', ')}, ${ledger.rows_in} rows in, ${ledger.rows_out} out, ${ledger.rejects} rejected, dropped: ${of(Object.entries(ledger.rows_dropped))}; masked: ${of([...hidden])}`;
}

if (import.meta.main) await runCommand((effects) => ingest(process.argv.slice(2), effects));
