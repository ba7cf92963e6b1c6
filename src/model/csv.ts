import type { Cell } from './row.ts';

/** A cell of a CSV file: quoted where RFC 4180 asks for it, empty where nothing was published. */
export function csvCell(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  const text = String(cell);
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A record of a CSV file with its line end. */
export const csvRecord = (cells: (Cell | undefined)[]): string => `${cells.map(csvCell).join(',')}\r\n`;
