import type { Row } from '../../model/row.ts';
import { grouped } from './explorerCell.ts';
import type { ExplorerField, ExplorerTable } from './explorerSettings.ts';
import { button, element } from './pageElements.ts';
import { rowsTable, sortButton, type RowsHost } from './rowsTable.ts';

/** Rows of a page of the explorer. */
export const PAGE = 50;

/** The rows found, and which of them are shown. */
export interface RowsPage {
  table: ExplorerTable;
  fields: readonly ExplorerField[];
  rows: readonly Row[];
  found: number;
  page: number;
}

/** The last page of rows. */
export const pagesOf = (found: number): number => Math.max(1, Math.ceil(found / PAGE));

type Parts = (name: 'status' | 'rows' | 'pager') => HTMLElement;
type PageHost = RowsHost & { goTo(page: number): void };

/** Makes the first rows, which the page has, ones that can be ordered and paged. */
export function enhanceFirstRows(part: Parts, table: ExplorerTable, host: PageHost): void {
  for (const head of part('rows').querySelectorAll<HTMLElement>('th[data-name]')) {
    const field = table.fields.find(({ name }) => name === head.dataset['name'])!;
    head.replaceChildren(sortButton(field, host));
  }
  showPlace(part, { table, found: table.rows, page: 1 }, host);
}

/** Shows a page of rows: how many there are, the rows, and the buttons to other pages. */
export function showRowsPage(part: Parts, shown: RowsPage, host: PageHost): void {
  const { table, fields, rows } = shown;
  const { words } = host;
  const scroll = part('rows');
  const focused = document.activeElement?.getAttribute('data-sort');
  scroll.replaceChildren(rowsTable(table, fields, rows, host));
  scroll.setAttribute('aria-label', words.rowsTable(table.title));
  if (focused) scroll.querySelector<HTMLElement>(`[data-sort="${CSS.escape(focused)}"]`)?.focus();
  scroll.scrollTop = 0;
  showPlace(part, shown, host);
}

/** Shows how many rows there are, and the buttons to other pages. */
function showPlace(
  part: Parts,
  { table, found, page }: Pick<RowsPage, 'table' | 'found' | 'page'>,
  host: PageHost,
): void {
  const { words } = host;
  const [few, all] = [grouped(found), grouped(table.rows)];
  part('status').textContent = found === table.rows ? words.allRows(all) : words.rowsOf(few, all);
  const pages = pagesOf(found);
  const step = (by: number, said: string): HTMLButtonElement => {
    const made = button(said, () => host.goTo(page + by), { 'data-step': String(by) });
    made.disabled = page + by < 1 || page + by > pages;
    return made;
  };
  const pager = part('pager');
  const held = pager.contains(document.activeElement)
    ? document.activeElement!.getAttribute('data-step')
    : null;
  pager.replaceChildren(
    step(-1, words.previous),
    element('span', {}, words.pageOf(grouped(page), grouped(pages))),
    step(1, words.next),
  );
  if (held) pager.querySelector<HTMLElement>(`[data-step="${held}"]`)?.focus();
}
