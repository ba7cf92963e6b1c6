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
  const json = table.files.find(({ format }) => format === 'json');
  if (json) return JSON.parse(readFileSync(join(folder, json.name), 'utf8')) as Row[];
  const rows: Row[] = [];
  const { name } = csvFile(table);
  await readCsv(join(folder, name), name, (records) => {
    for (const { row, cells } of records)
      if (row > 1)
        rows.push(
          Object.fromEntries(
            table.fields.map((field, at) => {
              const read = readCell(field, cells[at]!);
              if (!('cell' in read))
                throw new Error(`${name}:${row} has a cell of ${field.name} that was not published so`);
              return [field.name, read.cell];
            }),
          ),
        );
  });
  return rows;
}

/** The one file that holds the rows of a table as CSV, plain or compressed. */
export const csvFile = ({ files }: Pick<PublishedTable, 'files'>): PublishedTable['files'][number] =>
  files.find(({ format }) => format === 'csv' || format === 'csv-gz')!;
