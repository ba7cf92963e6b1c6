import { closeSync, openSync, rmSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { ColumnMetaData, FileMetaData, RowGroup } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { writeMetadata } from 'hyparquet-writer/src/metadata.js';
import { csvRecord } from '../../../src/model/csv.ts';
import { SITE_NAME } from '../../../src/model/site.ts';
import { CommandError } from '../../lib/fault.ts';
import type { ProposedField } from '../table/propose.ts';
import type { Threads, Work } from '../stream/threads.ts';
import type { GroupWanted, ToGroup } from '../stream/worker.ts';
import { writeAll } from '../stream/writeAll.ts';
import {
  groupsOf,
  PHYSICAL,
  RowGroups,
  type CleanCsv,
  type CsvColumn,
  type RowGroupBytes,
} from './rowGroup.ts';

/** Bytes of a CSV whose records make a row group: some fifty thousand of them, as a reader likes it. */
const SHARE = 6 << 20;
const MAGIC = Buffer.from('PAR1');

/**
 * Writes a clean table as Parquet: texts by their numbers in a dictionary where they repeat themselves, whole numbers by their differences,
 * zstandard, statistics of each column. The CSV is the table's one form; what stands in the Parquet is what stands there, and an empty
 * cell is null.
 * @param fields the columns after the first, which is the row's number
 * @param threads who make its row groups; the file is the same however many they are
 * @param share bytes whose records make a row group
 * @throws CommandError where the file could not be written; none is left then
 */
export async function writeParquet(
  path: string,
  out: string,
  fields: readonly Pick<ProposedField, 'name' | 'type'>[],
  threads: Threads,
  share = SHARE,
): Promise<void> {
  const columns: CsvColumn[] = [
    { name: 'row', type: 'integer' },
    ...fields.map(({ name, type }) => ({ name, type })),
  ];
  const header = Buffer.byteLength(csvRecord(columns.map(({ name }) => name)));
  const csv = { path, columns, header, size: statSync(path).size, share };
  try {
    await writeFile(out, csv, threads);
  } catch (error) {
    rmSync(out, { force: true });
    throw new CommandError(`${basename(out)} was not written: ${(error as Error).message}`);
  }
}

async function writeFile(out: string, csv: CleanCsv, threads: Threads): Promise<void> {
  const file = openSync(out, 'w');
  try {
    writeAll(file, MAGIC);
    const rowGroups: RowGroup[] = [];
    let offset = MAGIC.length;
    for await (const group of groupsIn(csv, threads)) {
      if (group.rows === 0) continue;
      writeAll(file, group.bytes);
      rowGroups.push(rowGroupAt(offset, group));
      offset += group.bytes.length;
    }
    writeAll(file, footer(csv.columns, rowGroups));
  } finally {
    closeSync(file);
  }
}

/** The row groups of a CSV in their order, made here or by threads. */
async function* groupsIn(csv: CleanCsv, threads: Threads): AsyncGenerator<RowGroupBytes> {
  const count = groupsOf(csv);
  if (threads.count === 0) {
    const groups = new RowGroups(csv);
    for (let index = 0; index < count; index += 1) yield groups.make(index);
    return;
  }
  threads.tell({ task: 'group', csv } satisfies ToGroup);
  // The memory of a row group that was written goes into another.
  const spare: ArrayBuffer[] = [];
  for await (const group of threads.inTurn<RowGroupBytes>(wanted(count, spare))) {
    yield group;
    spare.push(group.bytes.buffer);
  }
}

function* wanted(count: number, spare: ArrayBuffer[]): Generator<Work> {
  for (let group = 0; group < count; group += 1) {
    const own = spare.pop();
    yield own
      ? { message: { group, spare: own } satisfies GroupWanted, given: [own] }
      : { message: { group } satisfies GroupWanted };
  }
}

function rowGroupAt(offset: number, { bytes, rows, columns }: RowGroupBytes): RowGroup {
  const moved = (at: bigint): bigint => at + BigInt(offset);
  return {
    columns: columns.map((column) => ({
      file_offset: moved(column.dictionary_page_offset ?? column.data_page_offset),
      meta_data: {
        ...column,
        data_page_offset: moved(column.data_page_offset),
        ...(column.dictionary_page_offset === undefined
          ? {}
          : { dictionary_page_offset: moved(column.dictionary_page_offset) }),
      } satisfies ColumnMetaData,
    })),
    total_byte_size: columns.reduce((sum, column) => sum + column.total_uncompressed_size, 0n),
    total_compressed_size: BigInt(bytes.length),
    num_rows: BigInt(rows),
  };
}

function footer(columns: readonly CsvColumn[], rowGroups: RowGroup[]): Uint8Array {
  const writer = new ByteWriter();
  const metadata: Omit<FileMetaData, 'metadata_length'> = {
    version: 2,
    created_by: SITE_NAME.en,
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map(({ name, type }) => ({
        name,
        repetition_type: 'OPTIONAL' as const,
        ...PHYSICAL[type],
      })),
    ],
    num_rows: rowGroups.reduce((sum, { num_rows }) => sum + num_rows, 0n),
    row_groups: rowGroups,
  };
  // The length of the footer is written by whom writes the footer.
  writeMetadata(writer, metadata as FileMetaData);
  writer.appendBytes(MAGIC);
  return writer.getBytes();
}
