import type { Cell } from '../model/row.ts';

/** What a table shows for an empty cell. */
export const EMPTY = '—';

/** The text of a cell in a table on a page; the files hold the exact value. */
export const cellText = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? EMPTY : String(cell);

/** Where a cell leads: a source to the bibliography, a web address to itself. */
export function cellLink(column: string, cell: Cell | undefined, sourcesPath: string): string | undefined {
  if (typeof cell !== 'string') return undefined;
  if (column === 'source_id' && !cell.includes(' ')) return `${sourcesPath}#${cell}`;
  if (column === 'url' && /^https?:\/\//.test(cell)) return cell;
  return undefined;
}
