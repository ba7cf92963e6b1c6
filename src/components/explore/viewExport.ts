import { excelCsvRecord } from '../../model/csv.ts';
import type { Row } from '../../model/row.ts';
import type { RowsQuery } from './engine/explorerQuery.ts';
import type { TableEngine } from './engine/tableEngine.ts';
import type { ExplorerField } from './explorerSettings.ts';

/** Rows found, as a CSV file for spreadsheets: UTF-8 with a byte order mark, RFC 4180. */
export async function csvOfView(
  engine: TableEngine,
  query: RowsQuery,
  fields: readonly Pick<ExplorerField, 'name'>[],
): Promise<Blob> {
  const names = fields.map(({ name }) => name);
  const pieces = ['\ufeff', excelCsvRecord(names)];
  for await (const rows of engine.all(query, names))
    pieces.push(rows.map((row) => excelCsvRecord(names.map((name) => row[name]))).join(''));
  return new Blob(pieces, { type: 'text/csv' });
}

/** Rows found, as a Parquet file with the types of the table. */
export async function parquetOfView(
  engine: TableEngine,
  query: RowsQuery,
  fields: readonly Pick<ExplorerField, 'name' | 'type'>[],
): Promise<Blob> {
  const names = fields.map(({ name }) => name);
  const rows: Row[] = [];
  for await (const batch of engine.all(query, names)) for (const row of batch) rows.push(row);
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const buffer = parquetWriteBuffer({
    columnData: fields.map(({ name, type }) => ({
      name,
      nullable: true,
      type: TYPES[type] ?? 'STRING',
      data: rows.map((row) => {
        const cell = row[name] ?? null;
        if (type === 'integer' && cell !== null) return BigInt(cell as number);
        return type === 'boolean' && cell !== null ? String(cell) === 'true' : cell;
      }),
    })),
  });
  return new Blob([buffer], { type: 'application/vnd.apache.parquet' });
}

/** The types of Parquet; texts for the rest. */
const TYPES: Partial<Record<ExplorerField['type'], 'INT64' | 'INT32' | 'DOUBLE' | 'BOOLEAN'>> = {
  integer: 'INT64',
  year: 'INT32',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
};
