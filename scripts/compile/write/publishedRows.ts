import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishedTable } from '../../../src/model/catalogue.ts';
import type { Row } from '../../../src/model/row.ts';
import { readCell } from '../check/type.ts';
import { readCsv } from '../read/records.ts';

/**
 * The rows of a table as they were just published; of a large table, all in memory at once: only for one that has a bound.
 * @param folder that of its dataset
 */
export async function publishedRows(folder: string, table: PublishedTable): Promise<Row[]> {
  const rows: Row[] = [];
  await eachPublished(folder, table, (some) => {
    for (const row of some) rows.push(row);
  });
  return rows;
}

/**
 * Hands on the rows of a table as they were just published, some at a time, in their order; memory does not grow with their number.
 * @param folder that of its dataset
 * @param onRows what is done with them; the next ones wait for it
 */
export async function eachPublished(
  folder: string,
  table: PublishedTable,
  onRows: (rows: Row[]) => Promise<void> | void,
): Promise<void> {
  const json = table.files.find(({ format }) => format === 'json');
  if (json) return onRows(JSON.parse(readFileSync(join(folder, json.name), 'utf8')) as Row[]);
  const { name } = csvFile(table);
  await readCsv(join(folder, name), name, (records) =>
    onRows(
      records
        .filter(({ row }) => row > 1)
        .map(({ row, cells }) =>
          Object.fromEntries(
            table.fields.map((field, at) => {
              const read = readCell(field, cells[at]!);
              if (!('cell' in read))
                throw new Error(`${name}:${row} has a cell of ${field.name} that was not published so`);
              return [field.name, read.cell];
            }),
          ),
        ),
    ),
  );
}

/** The one file that holds the rows of a table as CSV, plain or compressed. */
export const csvFile = ({ files }: Pick<PublishedTable, 'files'>): PublishedTable['files'][number] =>
  files.find(({ format }) => format === 'csv' || format === 'csv-gz')!;
