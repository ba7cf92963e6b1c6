import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '../../lib/fault.ts';
import { fileBlocks } from './source.ts';
import type { OpenTable } from './open.ts';
import { cleanedParts } from './parts.ts';
import { PartsOfTable, type PartsState, type Streamed } from './run.ts';
import type { Threads } from './threads.ts';

/** One of several shares of a text, so that each can be cleaned on a machine of its own. */
export interface Shard {
  index: number;
  count: number;
}

/** Reads `2/4`. @throws CommandError where it is not a share */
export function parseShard(text: string): Shard {
  const [, index = 0, count = 0] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (index < 1 || count < index)
    throw new CommandError(`--shard ${text} is no share of a text (write 1/4 for the first of four)`, 2);
  return { index, count };
}

const folderOf = ({ index, count }: Shard): string => `${index}-of-${count}`;
const RECORDS = 'records';
const PART = 'part.json';

/** What `part.json` says: which share of which text, as which plan read it, and its account. */
interface ShardFile {
  table: Omit<OpenTable, 'blocks'>;
  shard: Shard;
  state: PartsState;
}

/**
 * Cleans the records that begin in one share of a text's bytes, into a folder of their own below `folder`.
 * @param size bytes of the text
 * @param threads who clean
 */
export async function ingestShard(
  table: OpenTable,
  folder: string,
  shard: Shard,
  size: number,
  threads: Threads,
): Promise<{ folder: string; rows: number }> {
  const own = join(folder, folderOf(shard));
  mkdirSync(own, { recursive: true });
  const range = {
    from: Math.floor((size * (shard.index - 1)) / shard.count),
    to: shard.index === shard.count ? Infinity : Math.floor((size * shard.index) / shard.count),
  };
  const parts = new PartsOfTable(table.plan, own, RECORDS, false);
  try {
    for await (const part of cleanedParts(table, threads, range)) parts.add(part);
  } finally {
    parts.end();
  }
  const state = parts.state();
  const { file: name, plan, encoding, delimiter, partly } = table;
  const file: ShardFile = { table: { file: name, plan, encoding, delimiter, partly }, shard, state };
  writeFileSync(join(own, PART), `${JSON.stringify(file)}\n`);
  return { folder: own, rows: state.rowsOut };
}

/** A folder of shards: those of one text, all of them. */
export interface ShardFolder {
  table: ShardFile['table'];
  shards: { folder: string; state: PartsState }[];
}

/** Reads what `ingestShard` left. @throws CommandError where a share is missing, or they are not of one text */
export function readShards(folder: string): ShardFolder {
  const found = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, PART)))
    .map(({ name }) => ({
      folder: join(folder, name),
      ...(JSON.parse(readFileSync(join(folder, name, PART), 'utf8')) as ShardFile),
    }))
    .sort((a, b) => a.shard.index - b.shard.index);
  const [first] = found;
  if (!first) throw new CommandError(`${folder} has no shards (make them with --shard 1/2 and --shard 2/2)`);
  const { count } = first.shard;
  for (let index = 1; index <= count; index += 1)
    if (found.filter(({ shard }) => shard.index === index && shard.count === count).length !== 1)
      throw new CommandError(`${folder} has no shard ${index}/${count}`);
  if (found.length > count) throw new CommandError(`${folder} has shards of different counts`);
  const plan = JSON.stringify(first.table);
  const other = found.find(({ table }) => JSON.stringify(table) !== plan);
  if (other)
    throw new CommandError(`${other.folder} is of another text, or was read with another dataset.yaml`);
  return { table: first.table, shards: found };
}

/**
 * Puts shards together in their order: the same files, byte for byte, as one run makes.
 * @throws CommandError where the rows of all tell otherwise than the head from which each shard was read
 */
export async function mergeShards(
  { table, shards }: ShardFolder,
  folder: string,
  id: string,
): Promise<Streamed> {
  const parts = new PartsOfTable(table.plan, folder, id, true);
  try {
    parts.open(table);
    for (const { folder: own, state } of shards) {
      for await (const block of fileBlocks(join(own, `${RECORDS}.csv`))()) parts.write(block);
      const rejects = join(own, 'rejects.csv');
      if (existsSync(rejects)) for await (const block of fileBlocks(rejects)()) parts.reject(block);
      parts.account(state);
    }
    const amended = table.partly ? parts.evidence.amended(table.plan) : null;
    if (amended !== null)
      throw new CommandError(
        `the rows of ${amended.columns.join(', ')} tell more than the head of ${table.file} (read more of it for the plan: --head 64, in every shard)`,
      );
    return parts.close();
  } finally {
    parts.end();
  }
}

/** Bytes of a file that can be shared out: plain text in UTF-8. @throws CommandError where it is not */
export function shareableSize(path: string, { encoding }: OpenTable): number {
  if (encoding !== 'utf-8')
    throw new CommandError(
      `${path} is ${encoding}; only UTF-8 can be read from the middle (recode it first)`,
    );
  return statSync(path).size;
}
