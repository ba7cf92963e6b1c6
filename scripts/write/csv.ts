import type { Cell, Row } from '../../src/model/row.ts';
import { textWriter, type TableFormat } from './format.ts';

/** A cell of a CSV file: quoted where RFC 4180 asks for it, empty where nothing was published. */
export function csvCell(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell);
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A record of a CSV file with its line end. */
export const csvRecord = (cells: Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** Rows as CSV text. */
export const csvRows = (rows: Row[], names: string[]): string =>
  rows.map((row) => csvRecord(names.map((name) => row[name] ?? null))).join('');

/** CSV by RFC 4180: UTF-8 without a mark, commas, CRLF, one header row. Cells are exact. */
export const csv: TableFormat = {
  name: 'csv',
  suffix: '.csv',
  mediaType: 'text/csv',
  open(path, _dataset, table) {
    const names = table.fields.map((field) => field.name);
    return textWriter(path, { start: csvRecord(names), body: (rows) => csvRows(rows, names), end: '' });
  },
};
