import { foreignLang } from '../../i18n/foreign.ts';
import type { Language } from '../../model/language.ts';
import type { SqlCell, SqlResult } from './sqlCalls.ts';

/** From here on digits are grouped; smaller numbers may be years. */
const GROUPED = 10_000;

/** A number as it is shown: every digit, grouped from ten thousand on. */
export const numberText = (value: number): string =>
  Math.abs(value) < GROUPED ? String(value) : value.toLocaleString('en-US', { maximumFractionDigits: 20 });

/**
 * The rows of a result as a table. Cells are set as text, never as markup.
 * @param sources the address of the list of sources, to which cells of `source_id` lead
 */
export function resultTable(
  { columns, rows }: Pick<SqlResult, 'columns' | 'rows'>,
  caption: string,
  sources: string,
  language: Language,
): HTMLTableElement {
  const table = document.createElement('table');
  table.createCaption().textContent = caption;
  table.caption!.className = 'visually-hidden';
  const isNumber = columns.map((_, at) => rows.some((row) => typeof row[at] === 'number'));
  const head = table.createTHead().insertRow();
  for (const [at, column] of columns.entries()) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = column;
    cell.classList.toggle('number', isNumber[at]!);
    head.append(cell);
  }
  const body = table.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const [at, column] of columns.entries()) {
      const cell = line.insertCell();
      cell.classList.toggle('number', isNumber[at]!);
      fillCell(cell, row[at] ?? null, column === 'source_id' ? sources : undefined, language);
    }
  }
  return table;
}

function fillCell(
  cell: HTMLTableCellElement,
  value: SqlCell,
  sources: string | undefined,
  language: Language,
): void {
  if (value === null) {
    cell.textContent = 'NULL';
    cell.classList.add('missing');
    return;
  }
  const words = typeof value === 'number' ? numberText(value) : value;
  const lang = foreignLang(words, language);
  if (lang) cell.lang = lang;
  const address =
    sources === undefined ? (/^https?:\/\/\S+$/.test(words) ? words : undefined) : `${sources}#${words}`;
  if (address === undefined) cell.textContent = words;
  else {
    const link = document.createElement('a');
    link.href = address;
    link.textContent = words;
    cell.append(link);
  }
}
