import { csvRecord } from '../../../src/model/csv.ts';
import type { Cells } from '../read/typedCell.ts';
import { textFormat } from './textFormat.ts';

/** CSV by RFC 4180: UTF-8 without a mark, commas, CRLF, one header row. Cells are exact. */
export const csv = textFormat({
  name: 'csv',
  text: ({ fields }) => ({
    start: csvRecord(fields.map(({ name }) => name)),
    records: csvRecords,
    end: '',
  }),
});

/** Rows as CSV records. */
export const csvRecords = (rows: readonly Cells[]): string => rows.map(record).join('');

/** What makes a cell need quotes, or may: beside a comma within it, which the number of commas shows. */
const NEEDS_QUOTES = /["\r\n]|^\s|\s$|,\s|\s,/;

/** A record; most have no cell that needs quotes, and are asked that once. */
function record(cells: Cells): string {
  const line = cells.join(',');
  return commas(line) === cells.length - 1 && !NEEDS_QUOTES.test(line) ? `${line}\r\n` : csvRecord(cells);
}

function commas(line: string): number {
  let count = 0;
  for (let at = line.indexOf(','); at >= 0; at = line.indexOf(',', at + 1)) count += 1;
  return count;
}
