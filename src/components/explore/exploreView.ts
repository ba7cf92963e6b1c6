import type { Condition } from './engine/explorerQuery.ts';
import { CURRENCY, type ExplorerField, type ExplorerTable } from './explorerSettings.ts';

/** The view of a table in the explorer; all of it is in the address. */
export interface ExploreView {
  table: string;
  words: string;
  /** The values chosen of a column; the empty string is an empty cell. */
  values: Record<string, string[]>;
  /** `1000..`, `..2020`, `2015..2020`. */
  ranges: Record<string, string>;
  /** A column, with a minus in front for descending; empty for the order of the files. */
  sort: string;
  /** The columns shown: the short choice, all, or these. */
  columns: 'short' | 'all' | string[];
  /** One or two columns to group by, and the number that is added up. */
  by: string[];
  measure: string;
  page: number;
  /** The row that is shown alone. */
  row: string;
}

/** An empty cell in the address. */
const EMPTY = '∅';
const [VALUES, RANGE] = ['f.', 'r.'];

/** The view that an address asks for; what the table does not have is left out. */
export function viewFromAddress(query: URLSearchParams, tables: readonly ExplorerTable[]): ExploreView {
  const table = tables.find(({ name }) => name === query.get('table')) ?? tables[0]!;
  const has = (name: string): boolean => table.fields.some((field) => field.name === name);
  const view: ExploreView = {
    ...plainView(table.name),
    words: query.get('q') ?? '',
    row: query.get('row') ?? '',
  };
  for (const [name, value] of query) {
    const column = name.slice(2);
    const filter = table.fields.find((field) => field.name === column)?.filter;
    if (name.startsWith(VALUES) && filter === 'values')
      (view.values[column] ??= []).push(value === EMPTY ? '' : value);
    if (name.startsWith(RANGE) && filter === 'range' && rangeOf(value)) view.ranges[column] = value;
  }
  const sort = query.get('sort') ?? '';
  if (has(sort.replace(/^-/, ''))) view.sort = sort;
  const shown = query.get('show') ?? '';
  if (shown === 'all') view.columns = 'all';
  else if (shown.split(',').some(has)) view.columns = shown.split(',').filter(has);
  view.by = (query.get('by') ?? '').split(',').filter(has).slice(0, 2);
  const measure = query.get('of') ?? '';
  if (has(measure)) view.measure = measure;
  if (/^[1-9]\d{0,6}$/.test(query.get('page') ?? '')) view.page = Number(query.get('page'));
  return view;
}

/** All rows of a table, in the order of the files. */
export const plainView = (table: string): ExploreView => ({
  table,
  words: '',
  values: {},
  ranges: {},
  sort: '',
  columns: 'short',
  by: [],
  measure: '',
  page: 1,
  row: '',
});

/** A view as the part of an address after the question mark; empty for the first table as it is. */
export function viewToAddress(view: ExploreView, tables: readonly ExplorerTable[]): URLSearchParams {
  const query = new URLSearchParams();
  const put = (name: string, value: string): void => {
    if (value !== '') query.append(name, value);
  };
  put('table', view.table === tables[0]!.name ? '' : view.table);
  put('q', view.words);
  for (const [column, values] of Object.entries(view.values))
    for (const value of values) put(VALUES + column, value === '' ? EMPTY : value);
  for (const [column, range] of Object.entries(view.ranges)) put(RANGE + column, range);
  put('sort', view.sort);
  put('show', view.columns === 'short' ? '' : view.columns === 'all' ? 'all' : view.columns.join(','));
  put('by', view.by.join(','));
  put('of', view.measure);
  put('page', view.page > 1 ? String(view.page) : '');
  put('row', view.row);
  return query;
}

/** The two ends of a range; `undefined` where it has neither, or one is no number. */
export function rangeOf(text: string): { least?: number; most?: number } | undefined {
  const ends = /^(-?[\d.]*)\.\.(-?[\d.]*)$/.exec(text);
  if (!ends) return undefined;
  const [least, most] = [ends[1]!, ends[2]!].map((end) => (end === '' ? undefined : Number(end)));
  if ([least, most].some((end) => Number.isNaN(end)) || (least === undefined && most === undefined))
    return undefined;
  return { ...(least !== undefined && { least }), ...(most !== undefined && { most }) };
}

/** The conditions of a view on the rows of its table. */
export function conditionsOf(view: ExploreView, table: ExplorerTable): Condition[] {
  const conditions: Condition[] = [];
  for (const [column, values] of Object.entries(view.values))
    if (values.length > 0) conditions.push({ kind: 'is', column, values });
  for (const [column, range] of Object.entries(view.ranges))
    conditions.push({ kind: 'range', column, ...rangeOf(range) });
  const words = view.words.split(/\s+/).filter(Boolean);
  const columns = table.fields.filter(({ searched }) => searched).map(({ name }) => name);
  if (words.length > 0 && columns.length > 0) conditions.push({ kind: 'words', columns, words });
  return conditions;
}

/** The columns that a view shows, in the order of the table. */
export function shownFields(
  { columns }: Pick<ExploreView, 'columns'>,
  { fields }: ExplorerTable,
): ExplorerTable['fields'] {
  if (columns === 'all') return fields;
  return fields.filter(({ name, short }) => (columns === 'short' ? short : columns.includes(name)));
}

/** The columns shown, and the currency of their amounts. */
export function neededFields(view: Pick<ExploreView, 'columns'>, table: ExplorerTable): ExplorerField[] {
  const shown = shownFields(view, table);
  const hasMoney = shown.some(({ money }) => money);
  return table.fields.filter((field) => shown.includes(field) || (hasMoney && field.name === CURRENCY));
}

/** A record without one of its keys. */
export const without = <T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
