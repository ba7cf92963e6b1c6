import type { ExploreWords } from '../../i18n/exploreWords.ts';
import { excelCsvRecord } from '../../model/csv.ts';
import type { Language } from '../../model/language.ts';
import type { GroupRow } from './engine/explorerQuery.ts';
import { amountWords, grouped, valueWords } from './explorerCell.ts';
import type { ExplorerField } from './explorerSettings.ts';
import { button, drawn, element, save } from './pageElements.ts';

/** Groups listed on the page, and drawn; the CSV has all. */
const LISTED = 100;
const DRAWN = 20;

/** A grouped result with what it was grouped by. */
export interface Grouped {
  rows: GroupRow[];
  by: readonly ExplorerField[];
  measure?: ExplorerField;
  /** Whether one of the columns is a date or a year, so that the groups have an order of their own. */
  chronological: boolean;
}

/** Orders groups: by time where the first column is one, else the largest first; currencies stay together. */
export function orderGroups({ rows, measure, chronological }: Grouped): GroupRow[] {
  const size = (row: GroupRow): number => (measure ? (row.sum ?? -Infinity) : row.count);
  const text = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
  return [...rows].sort((a, b) => {
    // Empty keys come last in time.
    const [left, right] = [a.keys[0] || '\uffff', b.keys[0] || '\uffff'];
    return (
      text(a.currency ?? '', b.currency ?? '') ||
      (chronological ? text(left, right) : 0) ||
      size(b) - size(a) ||
      b.count - a.count ||
      text(a.keys.join('\n'), b.keys.join('\n'))
    );
  });
}

/** A grouped result: a table, bars beside it, and a file. */
export function groupedView(
  result: Grouped,
  words: ExploreWords,
  language: Language,
  fileName: string,
): HTMLElement {
  const { by, measure } = result;
  const rows = orderGroups(result);
  const currencies = new Set(rows.map(({ currency }) => currency ?? ''));
  const mixed = currencies.size > 1;
  const columns: [title: string, isNumber: boolean, cell: (row: GroupRow) => string][] = [
    ...by.map((field, at): [string, boolean, (row: GroupRow) => string] => [
      field.type === 'partial-date' ? words.yearOf(field.title) : field.title,
      false,
      (row) => valueWords(row.keys[at]!, field),
    ]),
    [words.count, true, (row) => grouped(row.count)],
  ];
  if (measure) {
    if (measure.from) columns.push([words.currency, false, (row) => row.currency ?? '']);
    const said = (value: number | undefined, row: GroupRow): string =>
      value === undefined
        ? measure.missing
        : amountWords(value, measure.money ? (row.currency ?? '') : '', language);
    columns.push(
      [words.sum(measure.title), true, (row) => said(row.sum, row)],
      [words.median(measure.title), true, (row) => said(row.median, row)],
    );
  }
  const table = element(
    'table',
    {},
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ...columns.map(([title, isNumber]) =>
          element('th', { scope: 'col', class: isNumber && 'number' }, title),
        ),
      ),
    ),
    element(
      'tbody',
      {},
      ...rows
        .slice(0, LISTED)
        .map((row) =>
          element(
            'tr',
            {},
            ...columns.map(([, isNumber, cell], at) =>
              at === 0
                ? element('th', { scope: 'row' }, cell(row))
                : element('td', { class: isNumber && 'number' }, cell(row)),
            ),
          ),
        ),
    ),
  );
  const hasCurrency = measure?.money || measure?.from;
  const csv = (): void => {
    const names = [...by.map(({ name }) => name), 'rows'];
    if (measure)
      names.push(`${measure.name}_sum`, `${measure.name}_median`, ...(hasCurrency ? ['currency'] : []));
    const records = rows.map((row) => [
      ...row.keys,
      row.count,
      ...(measure
        ? [row.sum ?? null, row.median ?? null, ...(hasCurrency ? [row.currency ?? null] : [])]
        : []),
    ]);
    save(
      new Blob(['\ufeff', excelCsvRecord(names), ...records.map(excelCsvRecord)], { type: 'text/csv' }),
      fileName,
    );
  };
  const note = mixed ? [element('p', {}, words.currencies)] : [];
  const cut =
    rows.length > LISTED
      ? [element('p', { class: 'soft small' }, words.groupsOf(grouped(LISTED), grouped(rows.length)))]
      : [];
  return element(
    'section',
    { class: 'grouped' },
    ...note,
    bars(rows, result, mixed, words),
    element('div', { class: 'scroll-x', tabindex: 0, role: 'region', 'aria-label': words.grouped }, table),
    ...cut,
    element('p', {}, button(words.groupCsv, csv)),
  );
}

/** Bars of the groups: of the sum in one currency, else of the number of rows. The table beside them says the same to those who do not see them. */
function bars(
  rows: readonly GroupRow[],
  { by, measure }: Grouped,
  mixed: boolean,
  words: ExploreWords,
): HTMLElement {
  const isSum = measure !== undefined && !mixed;
  const size = (row: GroupRow): number => (isSum ? (row.sum ?? 0) : row.count);
  const shown = rows.slice(0, DRAWN);
  const most = Math.max(1e-9, ...shown.map((row) => Math.abs(size(row))));
  const currency = isSum && measure.money ? ` (${shown[0]?.currency ?? ''})` : '';
  const title = words.bars((isSum ? words.sum(measure.title) : words.count) + currency);
  const label = (row: GroupRow): string =>
    [...row.keys.map((key, at) => valueWords(key, by[at]!)), ...(mixed ? [row.currency ?? ''] : [])].join(
      ' · ',
    );
  return element(
    'figure',
    { class: 'bars', 'aria-hidden': 'true' },
    element('figcaption', { class: 'small' }, title),
    ...shown.map((row) =>
      element(
        'div',
        {},
        element('span', { class: 'name' }, label(row)),
        barOf(size(row), most),
        element('span', { class: 'count' }, grouped(isSum ? Math.round(size(row)) : size(row))),
      ),
    ),
  );
}

/** A bar of a hundred units at most; lighter where the sum is negative. */
const barOf = (size: number, most: number): SVGElement =>
  drawn(
    'svg',
    { viewBox: '0 0 100 10', preserveAspectRatio: 'none' },
    drawn('rect', {
      x: 0,
      y: 0,
      height: 10,
      width: (Math.abs(size) / most) * 100,
      class: size < 0 ? 'negative' : 'bar',
    }),
  );
