import { isNumeric } from '../../model/fieldType.ts';
import type { Condition } from './engine/explorerQuery.ts';
import { CURRENCY, type ExplorerField, type ExplorerTable } from './explorerSettings.ts';

/** The view of a table in the explorer; all of it is in the address. */
export interface ExploreView {
  table: string;
  words: string;
  /** The values chosen of a column; the empty string is an empty cell. */
  values: Record<string, string[]>;
  /** The part of a text that a column is to have. */
  texts: Record<string, string>;
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
const [VALUES, RANGE, TEXT] = ['v.', 'r.', 'c.'];
/** Filters and hidden columns as addresses had them until release 2026.12: they are read, and written in today's form. */
const [OLD_FILTER, OLD_HIDDEN] = ['f.', 'hide'];

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
    const field = table.fields.find((one) => one.name === column);
    if (!field || value === '') continue;
    if (name.startsWith(VALUES) && field.filter === 'values')
      (view.values[column] ??= []).push(value === EMPTY ? '' : value);
    if (name.startsWith(RANGE) && field.filter === 'range' && rangeOf(value)) view.ranges[column] = value;
    if (name.startsWith(TEXT) && isText(field)) view.texts[column] = value;
    if (name.startsWith(OLD_FILTER)) readOldFilter(view, field, value);
  }
  const sort = query.get('sort') ?? '';
  if (has(sort.replace(/^-/, ''))) view.sort = sort;
  const shown = query.get('show') ?? '';
  if (shown === 'all') view.columns = 'all';
  else if (shown.split(',').some(has)) view.columns = shown.split(',').filter(has);
  const hidden = (query.get(OLD_HIDDEN) ?? '').split(',');
  const left = table.fields.map(({ name }) => name).filter((name) => !hidden.includes(name));
  if (hidden.some(has) && left.length > 0) view.columns = left;
  view.by = (query.get('by') ?? '').split(',').filter(has).slice(0, 2);
  const measure = query.get('of') ?? '';
  if (has(measure)) view.measure = measure;
  if (/^[1-9]\d{0,6}$/.test(query.get('page') ?? '')) view.page = Number(query.get('page'));
  return view;
}

const isText = ({ type }: ExplorerField): boolean => !isNumeric({ type });

/** A filter of an old address: `10..20` or one number, a code, `∅`, or a part of the text. */
function readOldFilter(view: ExploreView, field: ExplorerField, value: string): void {
  const { name, filter, labels } = field;
  const range = value.includes('..') ? value : `${value}..${value}`;
  if (filter === 'range' && rangeOf(range)) view.ranges[name] = range;
  else if (filter === 'values' && (value === EMPTY || labels?.[value] !== undefined))
    view.values[name] = [value === EMPTY ? '' : value];
  else if (isText(field) && value !== EMPTY) view.texts[name] = value;
}

/** All rows of a table, in the order of the files. */
export const plainView = (table: string): ExploreView => ({
  table,
  words: '',
  values: {},
  texts: {},
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
  for (const [column, text] of Object.entries(view.texts)) put(TEXT + column, text);
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
  for (const [column, text] of Object.entries(view.texts))
    conditions.push({ kind: 'words', columns: [column], words: [text] });
  for (const [column, range] of Object.entries(view.ranges))
    conditions.push({ kind: 'range', column, ...rangeOf(range) });
  const words = view.words.split(/\s+/).filter(Boolean);
  const columns = table.fields.filter(({ searched }) => searched).map(({ name }) => name);
  if (words.length > 0 && columns.length > 0) conditions.push({ kind: 'words', columns, words });
  return conditions;
}

/** The number of filters that are set. */
export const filtersSet = ({ words, values, texts, ranges }: ExploreView): number =>
  (words === '' ? 0 : 1) +
  Object.values(values).flat().length +
  Object.keys(texts).length +
  Object.keys(ranges).length;

/** The columns that a view shows: the short choice in its own order, else in that of the table. */
export function shownFields(
  { columns }: Pick<ExploreView, 'columns'>,
  { fields }: ExplorerTable,
): ExplorerTable['fields'] {
  if (columns === 'all') return fields;
  return columns === 'short'
    ? fields.filter(({ short }) => short !== undefined).sort((a, b) => a.short! - b.short!)
    : fields.filter(({ name }) => columns.includes(name));
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
