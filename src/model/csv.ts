import type { Cell } from './row.ts';

/** What has to be quoted: delimiters, line ends, and white space at an end. */
const QUOTED = /[",\r\n]|^\s|\s$/;

/** A cell of a CSV file: quoted where RFC 4180 requires it, empty for `null`. */
export function csvCell(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  const text = String(cell);
  if (typeof cell === 'number') return text;
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A record of a CSV file with its line end. */
export const csvRecord = (cells: readonly (Cell | undefined)[]): string =>
  `${cells.map(csvCell).join(',')}\r\n`;

/**
 * A text that a spreadsheet would run as a formula, made harmless by a leading apostrophe. Full-width operators also run where the system is
 * Chinese or Japanese.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export const harmless = (cell: Cell): Cell =>
  typeof cell === 'string' && /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;

/** A record of a CSV file for spreadsheets: no cell runs as a formula. */
export const excelCsvRecord = (cells: readonly (Cell | undefined)[]): string =>
  csvRecord(cells.map((cell) => harmless(cell ?? null)));
