import { gzipSync } from 'node:zlib';
import type { SchemaElement } from 'hyparquet';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import type { FieldType } from '../../src/model/fieldType.ts';
import type { Cell } from '../../src/model/row.ts';
import { SITE_NAME } from '../../src/model/site.ts';

/** Rows per row group: one of a year of payments, as each group has its own dictionary of names and its own metadata. */
const ROW_GROUP = 131_072;

/** Bytes of cells per page: a reader of a few rows fetches a page of each column, not the column of a whole row group. */
const PAGE = 1 << 17;

/** Compression of texts and whole numbers, a third smaller than by Snappy; of other numbers it saves nothing, and Snappy is read faster. */
const GZIP_LEVEL = 6;

const PHYSICAL: Record<FieldType, Pick<SchemaElement, 'type' | 'converted_type'>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  url: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  'partial-date': { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT64' },
  year: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
};

/** A column of a Parquet file. */
interface ParquetColumn {
  name: string;
  type: FieldType;
  /** No two rows have the same text. */
  unique?: boolean;
  /** No cell is empty, which is read faster. */
  required?: boolean;
}

/** A Parquet file that is being written. */
export interface ParquetFile {
  /** @param cells in the order of the columns */
  write(cells: readonly Cell[]): Promise<void> | void;
  close(): Promise<void>;
}

/**
 * Opens a Parquet file: typed columns, statistics and page offsets in row groups that a reader can skip; gzip and Snappy, which every reader
 * supports. One row group is kept in memory.
 * @param metadata key and value, in the file's footer
 */
export function openParquetFile(
  path: string,
  columns: readonly ParquetColumn[],
  metadata: Record<string, string> = {},
): ParquetFile {
  const schema: SchemaElement[] = [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, type, required }) => ({
      name,
      repetition_type: required ? ('REQUIRED' as const) : ('OPTIONAL' as const),
      ...PHYSICAL[type],
    })),
  ];
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    schema,
    createdBy: SITE_NAME.en,
    compressors: { GZIP: (bytes) => gzipSync(bytes, { level: GZIP_LEVEL }) },
    kvMetadata: Object.entries(metadata).map(([key, value]) => ({ key, value })),
  });
  const data: StoredCell[][] = columns.map(() => []);
  const stored = columns.map(storedAs);
  let rows = 0;
  const flush = async (): Promise<void> => {
    await writer.write({
      columnData: columns.map(({ name, type }, at) => ({
        name,
        data: data[at]!,
        columnIndex: true,
        codec: type === 'number' ? 'SNAPPY' : 'GZIP',
      })),
      rowGroupSize: ROW_GROUP,
      pageSize: PAGE,
    });
    for (const column of data) column.length = 0;
    rows = 0;
  };
  return {
    write(cells) {
      for (let at = 0; at < data.length; at += 1) {
        data[at]!.push(stored[at]!(cells[at] ?? null));
      }
      rows += 1;
      return rows === ROW_GROUP ? flush() : undefined;
    },
    async close() {
      if (rows > 0) await flush();
      await writer.finish();
    },
  };
}

/** A cell as the Parquet writer takes it. */
type StoredCell = Cell | bigint | Uint8Array;

function storedAs({ type, unique, required }: ParquetColumn): (cell: Cell) => StoredCell {
  const stored = storedCell(type, unique);
  // An empty cell of such a column is a fault, for which the file is not published; until then it is written.
  return required ? (cell) => stored(cell ?? NEUTRAL[type] ?? '') : stored;
}

/** What is written where a cell must not be empty and is. */
const NEUTRAL: Partial<Record<FieldType, Cell>> = { integer: 0, year: 0, number: 0, boolean: false };

function storedCell(type: FieldType, unique?: boolean): (cell: Cell) => StoredCell {
  if (type === 'integer') return (cell) => (typeof cell === 'number' ? BigInt(cell) : cell);
  // The writer encodes texts one by one, which is slow; it looks them up in a dictionary, which does not help for unique texts.
  if (unique) return (cell) => (typeof cell === 'string' ? Buffer.from(cell) : cell);
  return (cell) => cell;
}
