import { csvRecord } from '../../src/model/csv.ts';
import type { Cell } from '../../src/model/row.ts';
import { textWriter, type TableFormat } from './format.ts';

/**
 * A text that a spreadsheet would run as a formula, made harmless by a leading apostrophe.
 * @see OWASP, "CSV Injection"
 */
export const harmless = (cell: Cell): Cell =>
  typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;

/** CSV for Excel in any language: a byte order mark, so that Chinese text is read as UTF-8, and no cell runs as a formula. */
export const csvExcel: TableFormat = {
  name: 'csv-excel',
  suffix: '.excel.csv',
  mediaType: 'text/csv',
  open(path, _dataset, table) {
    const names = table.fields.map((field) => field.name);
    return textWriter(path, {
      start: `\ufeff${csvRecord(names)}`,
      body: (rows) => rows.map((row) => csvRecord(names.map((name) => harmless(row[name] ?? null)))).join(''),
      end: '',
    });
  },
};
