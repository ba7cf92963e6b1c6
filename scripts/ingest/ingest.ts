import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Effects } from '../lib/effects.ts';
import { CommandError, describeFault } from '../lib/fault.ts';
import { accountFiles, filesOf } from './table/outputFiles.ts';
import type { IngestLedger, Reject } from './table/ingestLedger.ts';
import type { GivenField } from './table/plan.ts';
import { givenFields } from './table/proposal.ts';
import { dropStaged, publishStaged, settle, stageFolder } from './staging.ts';
import { formatOf } from './read/fileFormat.ts';
import { inputsOf, type Input } from './read/input.ts';
import { readSheets } from './read/read.ts';
import type { ReadOptions, Sheet } from './read/sheet.ts';
import { openTable } from './stream/open.ts';
import { streamTable, type Streamed } from './stream/run.ts';
import {
  ingestShard,
  mergeShards,
  parseShard,
  readShards,
  shareableSize,
  type Shard,
} from './stream/shards.ts';
import { headOf } from './stream/source.ts';
import { Threads } from './stream/threads.ts';
import { ingestSheet, type Ingested } from './table/ingestSheet.ts';

const USAGE = `usage: npm run ingest -- FILE… [--recipe NAME] [--sheet NAME] [--to FOLDER] [--keep-going] [--parquet] [--ocds PREFIX]
       npm run ingest -- FILE --shard 1/4 [--to FOLDER], and npm run ingest -- FOLDER --merge [--to FOLDER]
FILE is a file, a folder, or - for standard input; --head MB and --threads N are for large delimited texts`;
const SHOWN = 20;
/** This thread does all. */
const NONE = new Threads(0);
const MB = 1 << 20;
/** Bytes from which more than one thread is worth its start. */
const LARGE = 256 * MB;

/** A table whose files are staged beside its folder. */
interface Output {
  folder: string;
  rejects: readonly Reject[];
  ledger: IngestLedger;
}

/** What a person asked for. */
interface Settings extends ReadOptions {
  to: string;
  keepGoing: boolean;
  parquet: boolean;
  ocds?: string;
  /** Bytes from which the plan of a large text is read. */
  head: number;
  threads?: number;
}

/**
 * Reads raw files into clean tables, one folder a table. Nothing is published before all is read; a row that cannot be read ends the run,
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
      parquet: { type: 'boolean', default: false },
      head: { type: 'string', default: '1' },
      threads: { type: 'string' },
      shard: { type: 'string' },
      merge: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new CommandError(USAGE, 2);
  const { to, sheet, ocds, parquet, 'keep-going': keepGoing } = values;
  const settings: Settings = {
    to,
    keepGoing,
    parquet,
    ...(sheet === undefined ? {} : { sheet }),
    ...(ocds === undefined ? {} : { ocds }),
    head: wholeNumber('--head', values.head) * MB,
    ...(values.threads === undefined ? {} : { threads: wholeNumber('--threads', values.threads) }),
  };
  if (values.shard !== undefined) return oneShard(positionals, parseShard(values.shard), settings, effects);
  const outputs: Output[] = [];
  try {
    if (values.merge) await merged(positionals, settings, outputs);
    else if (values.recipe === undefined) await tablesOf(positionals, settings, outputs, effects);
    else await recipeOf(values.recipe, positionals, settings, outputs, effects);
    checkRejects(outputs, keepGoing);
  } catch (error) {
    for (const { folder } of outputs) dropStaged(folder);
    throw error;
  }
  for (const output of outputs) {
    publishStaged(output.folder);
    effects.log(`${summary(output)} → ${output.folder}`);
  }
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new CommandError(`${option} ${text} is not a whole number (write 4)`, 2);
  return Number(text);
}

/** @throws CommandError naming the first rows that could not be read, unless they may go to `rejects.csv` */
function checkRejects(outputs: readonly Output[], keepGoing: boolean): void {
  const count = outputs.reduce((sum, { ledger }) => sum + ledger.rejects, 0);
  if (count === 0 || keepGoing) return;
  const shown = outputs.flatMap(({ rejects }) => rejects).slice(0, SHOWN);
  throw new CommandError(
    [
      ...shown.map(describeFault),
      ...(count > shown.length ? [`… and ${count - shown.length} more`] : []),
      `${count} ${count === 1 ? 'row' : 'rows'} cannot be read; nothing was written (--keep-going writes them to rejects.csv)`,
    ].join('\n'),
  );
}

/** Every sheet of every file as a table of its own. With `keepGoing` a file that cannot be read is told, and the others are read. */
async function tablesOf(
  names: string[],
  settings: Settings,
  outputs: Output[],
  effects: Effects,
): Promise<void> {
  const inputs = inputsOf(names);
  for (const input of inputs) {
    effects.progress(input.file);
    if (settings.ocds === undefined && (await isDelimited(input))) {
      const folder = freeFolder(settings.to, idOf(input, false), outputs);
      outputs.push(await streamed(input, folder, settings));
      continue;
    }
    const sheets = await readSheets(input.bytes(), input.file, settings).catch((error: unknown) => {
      if (!settings.keepGoing || inputs.length === 1 || !(error instanceof CommandError)) throw error;
      effects.error(`${error.message}; left out`);
      return [];
    });
    for (const sheet of sheets) {
      const folder = freeFolder(settings.to, idOf(sheet, sheets.length > 1), outputs);
      outputs.push(await stageWhole(folder, ingestSheet(sheet, givenIn(folder)), settings));
    }
  }
}

/** Whether a file, unpacked, is delimited text, which is read in pieces and may be of any size. */
async function isDelimited({ blocks }: Input): Promise<boolean> {
  const { bytes } = await headOf(blocks, 64 << 10);
  return formatOf(bytes) === 'delimited';
}

/** A delimited text as a table, staged. */
async function streamed({ file, blocks }: Input, folder: string, settings: Settings): Promise<Output> {
  return threaded(threadsFor(file, settings), async (threads) => {
    const table = await openTable(blocks, file, givenIn(folder), settings.head);
    return staged(folder, settings, threads, (stage) => streamTable(table, stage, basename(folder), threads));
  });
}

/** Lets threads work, and ends them. */
async function threaded<T>(count: number, work: (threads: Threads) => Promise<T>): Promise<T> {
  const threads = new Threads(count);
  try {
    return await work(threads);
  } finally {
    await threads.end();
  }
}

/** Stages a table whose records `write` puts into a folder, its Parquet and its account. */
async function staged(
  folder: string,
  { parquet }: Settings,
  threads: Threads,
  write: (stage: string) => Streamed | Promise<Streamed>,
): Promise<Output> {
  const id = basename(folder);
  const proposal = !existsSync(join(folder, 'dataset.yaml'));
  const stage = stageFolder(folder);
  // Only who asks for Parquet waits for what it needs, while others work.
  const module = parquet ? import('./parquet/write.ts') : null;
  try {
    const { fields, ledger, rejects } = await write(stage);
    if (module) {
      const { writeParquet } = await module;
      await writeParquet(join(stage, `${id}.csv`), join(stage, `${id}.parquet`), fields, threads);
    }
    for (const [name, content] of accountFiles(id, { fields, ledger }, proposal))
      writeFileSync(join(stage, name), content);
    return { folder, ledger, rejects };
  } catch (error) {
    dropStaged(folder);
    throw error;
  }
}

/** Threads that work on a file: as a person said, or, where it is large, one on each core. */
function threadsFor(file: string, { threads }: Settings): number {
  if (threads !== undefined) return threads;
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return size > LARGE ? availableParallelism() : 0;
}

/** Stages a table that is held whole. */
function stageWhole(folder: string, ingested: Ingested, settings: Settings): Promise<Output> {
  return staged(folder, settings, NONE, (stage) => {
    for (const [name, content] of filesOf(basename(folder), ingested, settings.ocds))
      writeFileSync(join(stage, name), content);
    return ingested;
  });
}

/** The fields of the `dataset.yaml` that a person edited, where there is one. */
function givenIn(folder: string): GivenField[] | undefined {
  settle(folder);
  const edited = join(folder, 'dataset.yaml');
  return existsSync(edited) ? givenFields(readFileSync(edited, 'utf8')) : undefined;
}

/** Cleans one share of a text; `--merge` puts the shares together. */
async function oneShard(
  names: string[],
  shard: Shard,
  { to, head, threads }: Settings,
  effects: Effects,
): Promise<void> {
  const [name] = names;
  const [input] = inputsOf(names);
  if (names.length !== 1 || name === '-' || !input || !(await isDelimited(input)))
    throw new CommandError('--shard reads one file of delimited text', 2);
  const folder = join(to, idOf(input, false));
  const table = await openTable(input.blocks, input.file, givenIn(folder), head);
  const size = shareableSize(input.file, table);
  const done = await threaded(threads ?? 0, (all) => ingestShard(table, folder, shard, size, all));
  effects.log(
    `${input.file}: share ${shard.index} of ${shard.count}, ${done.rows} rows out → ${done.folder}`,
  );
}

/** Puts the shards of each folder together, as one run would have made the table. */
async function merged(names: string[], settings: Settings, outputs: Output[]): Promise<void> {
  for (const name of names) {
    const shards = readShards(name);
    const folder = freeFolder(settings.to, basename(name), outputs);
    const merge = (stage: string): Promise<Streamed> => mergeShards(shards, stage, basename(folder));
    const output = threaded(settings.threads ?? 0, (threads) => staged(folder, settings, threads, merge));
    outputs.push(await output);
  }
}

/** All files of a recipe as one table. */
async function recipeOf(
  name: string,
  names: string[],
  settings: Settings,
  outputs: Output[],
  effects: Effects,
): Promise<void> {
  // Recipes bring tables of their own, which no other table needs.
  const { recipeNamed } = await import('./recipes/recipes.ts');
  const { ingestRecipe } = await import('./recipes/recipe.ts');
  const recipe = recipeNamed(name);
  const inputs = inputsOf(names);
  const wanted = inputs.filter(({ file }) => recipe.files.test(file));
  if (wanted.length === 0)
    throw new CommandError(`no file fits the recipe "${name}" (it reads names like ${recipe.files.source})`);
  if (wanted.length < inputs.length)
    effects.log(
      `${inputs.length - wanted.length} of ${inputs.length} files are not for the recipe "${name}"`,
    );
  const sheets = async function* (): AsyncGenerator<Sheet> {
    for (const input of wanted) {
      effects.progress(input.file);
      yield* await readSheets(input.bytes(), input.file, settings);
    }
  };
  const made = await ingestRecipe(recipe, sheets());
  outputs.push(await stageWhole(join(settings.to, name), made, settings));
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

/** The folder of a table that no other table of this run has. */
function freeFolder(to: string, id: string, outputs: readonly Output[]): string {
  const taken = (folder: string): boolean => outputs.some((output) => output.folder === folder);
  let folder = join(to, id);
  for (let count = 2; taken(folder); count += 1) folder = join(to, `${id}-${count}`);
  return folder;
}

function summary({ ledger }: Output): string {
  const of = (entries: [string, number][]): string =>
    entries.map(([what, count]) => `${count} ${what}`).join(', ') || 'none';
  const hidden = new Map<string, number>();
  for (const { kind, count } of ledger.masked) hidden.set(kind, (hidden.get(kind) ?? 0) + count);
  const files = ledger.files.length === 1 ? ledger.files[0] : `${ledger.files.length} files`;
  return `${files}: ${[...ledger.formats, ...ledger.encodings].join(', ')}, ${ledger.rows_in} rows in, ${ledger.rows_out} out, ${ledger.rejects} rejected, dropped: ${of(Object.entries(ledger.rows_dropped))}; masked: ${of([...hidden])}`;
}
