import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { PublishedTable } from '../../../src/model/catalogue.ts';
import type { Row } from '../../../src/model/row.ts';

/**
 * The rows of a table as they were just published; of a large table, all in memory at once: only for one that has a bound.
 * @param folder that of its dataset
 */
export function publishedRows(folder: string, table: PublishedTable): Row[] {
  const [json, lines] = ['json', 'ndjson-gz'].map((format) =>
    table.files.find((file) => file.format === format),
  );
  if (json) return JSON.parse(readFileSync(join(folder, json.name), 'utf8')) as Row[];
  return gunzipSync(readFileSync(join(folder, lines!.name)))
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}

/** The one file that holds the rows of a table as CSV, plain or compressed. */
export const csvFile = ({ files }: Pick<PublishedTable, 'files'>): PublishedTable['files'][number] =>
  files.find(({ format }) => format === 'csv' || format === 'csv-gz')!;
