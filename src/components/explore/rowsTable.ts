import { cellLang } from '../../i18n/foreign.ts';
import type { ExploreWords } from '../../i18n/exploreWords.ts';
import { isNumeric } from '../../model/fieldType.ts';
import type { Language } from '../../model/language.ts';
import type { Row } from '../../model/row.ts';
import { cellLink } from '../table/cellText.ts';
import { cellWords, isLong } from './explorerCell.ts';
import { CURRENCY, type ExplorerField, type ExplorerTable } from './explorerSettings.ts';
import { button, element } from './pageElements.ts';

/** What the table of rows needs of the page. */
export interface RowsHost {
  words: ExploreWords;
  language: Language;
  sources: string;
  /** The address of a row. */
  rowAddress(id: string): string;
  sort: string;
  sortBy(sort: string): void;
}

/** The content of a cell: its words, linked where it is a source or an address. */
export function cellContent(
  field: ExplorerField,
  row: Row,
  host: Pick<RowsHost, 'language' | 'sources'>,
): Node {
  const cell = row[field.name] ?? null;
  const words = cellWords(cell, field, row[CURRENCY] ?? null, host.language);
  const link = cellLink(field.name, cell, { sources: host.sources });
  return link ? element('a', { href: link }, words) : document.createTextNode(words);
}

/** The content of a cell among others: a long text is clipped until a reader opens it. */
function clippedContent(field: ExplorerField, row: Row, host: RowsHost): Node {
  const content = cellContent(field, row, host);
  return isLong(content.textContent ?? '')
    ? element('details', { class: 'long' }, element('summary', {}, element('span', {}, content)))
    : content;
}

/** The button in the head of a column: a click orders by it, the next in reverse, the third as in the files. */
export function sortButton({ name, title }: ExplorerField, host: Pick<RowsHost, 'sort' | 'sortBy'>) {
  const next = host.sort === name ? `-${name}` : host.sort === `-${name}` ? '' : name;
  return button(title, () => host.sortBy(next), { 'data-sort': name });
}

/** The rows of a page as a table; on a phone each row is a card. */
export function rowsTable(
  table: ExplorerTable,
  fields: readonly ExplorerField[],
  rows: readonly Row[],
  host: RowsHost,
): HTMLTableElement {
  const { words, language } = host;
  const heads = fields.map((field) => {
    const isUp = host.sort === field.name;
    const isDown = host.sort === `-${field.name}`;
    return element(
      'th',
      {
        scope: 'col',
        role: 'columnheader',
        class: isNumeric(field) ? 'number' : undefined,
        'aria-sort': isUp ? 'ascending' : isDown ? 'descending' : undefined,
      },
      sortButton(field, host),
    );
  });
  const body = rows.map((row) => {
    const cells = fields.map((field, at) =>
      element(
        at === 0 ? 'th' : 'td',
        {
          role: at === 0 ? 'rowheader' : 'cell',
          scope: at === 0 ? 'row' : undefined,
          'data-label': field.title,
          class: [isNumeric(field) && 'number', row[field.name] === null && 'missing']
            .filter(Boolean)
            .join(' '),
          lang: cellLang(field.name, row, language),
        },
        clippedContent(field, row, host),
      ),
    );
    const id = table.key === undefined ? null : (row[table.key] ?? null);
    if (id !== null) {
      const link = element(
        'a',
        { href: host.rowAddress(String(id)), 'data-row': id, 'aria-label': words.openRow(String(id)) },
        words.open,
      );
      cells.push(element('td', { role: 'cell', class: 'open' }, link));
    }
    return element('tr', { role: 'row' }, ...cells);
  });
  if (table.key !== undefined)
    heads.push(
      element(
        'th',
        { scope: 'col', role: 'columnheader' },
        element('span', { class: 'visually-hidden' }, words.row),
      ),
    );
  return element(
    'table',
    { role: 'table', 'aria-label': words.rowsTable(table.title) },
    element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, ...heads)),
    element('tbody', { role: 'rowgroup' }, ...body),
  );
}
