import type { Cell } from '../../model/row.ts';

/** The text of an empty cell, by why it is empty. */
export type MissingWords = Record<string, string>;

/** The text of a cell in a table on a page; the files have the exact value. */
export const cellText = (cell: Cell | undefined, missing = '—'): string =>
  cell === null || cell === undefined ? missing : String(cell);

/** The link of a cell: an id to the page of its row, a source to the bibliography, a web address to itself. */
export function cellLink(
  column: string,
  cell: Cell | undefined,
  to: { sources: string; rowPages?: string | undefined },
): string | undefined {
  if (typeof cell !== 'string') return undefined;
  if (column === 'id' && to.rowPages) return `${to.rowPages}${cell}/`;
  if (column === 'source_id' && !cell.includes(' ')) return `${to.sources}#${cell}`;
  if (column === 'url' && /^https?:\/\//.test(cell)) return cell;
  return undefined;
}
