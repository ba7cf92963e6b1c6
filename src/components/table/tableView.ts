import type { Field } from '../../model/field.ts';
import { isNumeric } from '../../model/fieldType.ts';
import type { Cell, Row } from '../../model/row.ts';

/** The state of a table: search words, a filter per column, an order, hidden columns, the page. */
export interface TableView {
  words: string;
  /** Column → filter: `10..20`, `10..`, `..20` for numbers, a code or a part of the text for the rest. */
  filters: Record<string, string>;
  /** A column, with a minus in front for descending; empty for the order of the file. */
  sort: string;
  hidden: string[];
  page: number;
}

/** The description of a column in the browser. */
export type ViewedField = Pick<Field, 'name' | 'type'> & { codes?: boolean };

const FILTER = 'f.';

/** The view in an address. */
export function viewFromQuery(query: URLSearchParams, prefix: string): TableView {
  const filters: Record<string, string> = {};
  for (const [name, value] of query)
    if (name.startsWith(prefix + FILTER) && value !== '')
      filters[name.slice(prefix.length + FILTER.length)] = value;
  return {
    words: query.get(`${prefix}q`) ?? '',
    filters,
    sort: query.get(`${prefix}sort`) ?? '',
    hidden: (query.get(`${prefix}hide`) ?? '').split(',').filter(Boolean),
    page: pageOf(query.get(`${prefix}page`)),
  };
}

/** The page in an address; the first, where it is not a valid number. */
const pageOf = (text: string | null): number => (/^[1-9]\d{0,6}$/.test(text ?? '') ? Number(text) : 1);

/** Writes a view into an address; other parameters stay. */
export function viewToQuery(view: TableView, prefix: string, query: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams([...query].filter(([name]) => !isOurs(name, prefix)));
  const put = (name: string, value: string): void => {
    if (value !== '') next.set(prefix + name, value);
  };
  put('q', view.words);
  for (const [name, value] of Object.entries(view.filters)) put(FILTER + name, value);
  put('sort', view.sort);
  put('hide', view.hidden.join(','));
  put('page', view.page > 1 ? String(view.page) : '');
  return next;
}

const isOurs = (name: string, prefix: string): boolean => {
  if (!name.startsWith(prefix)) return false;
  const rest = name.slice(prefix.length);
  return ['q', 'sort', 'hide', 'page'].includes(rest) || rest.startsWith(FILTER);
};

/** Whether a row is in the view. */
export function matches(row: Row, view: TableView, fields: readonly ViewedField[]): boolean {
  for (const [name, wanted] of Object.entries(view.filters)) {
    const field = fields.find((one) => one.name === name);
    if (field && !fits(row[name] ?? null, wanted, field)) return false;
  }
  const words = view.words.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = Object.values(row)
    .map((cell) => (cell === null ? '' : String(cell)))
    .join('\n')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

function fits(cell: Cell, wanted: string, field: ViewedField): boolean {
  if (wanted === '∅') return cell === null;
  if (cell === null) return false;
  if (isNumeric(field)) {
    const [least, most = least] = wanted.split('..') as [string, string?];
    return (
      (least === '' || Number(cell) >= Number(least)) &&
      (most === '' || most === undefined || Number(cell) <= Number(most))
    );
  }
  return field.codes ? String(cell) === wanted : String(cell).toLowerCase().includes(wanted.toLowerCase());
}

/** Compares rows by the order of a view; empty cells come last either way. */
export function comparator(view: TableView, language: string): ((a: Row, b: Row) => number) | undefined {
  const name = view.sort.replace(/^-/, '');
  if (name === '') return undefined;
  const sign = view.sort.startsWith('-') ? -1 : 1;
  const collator = new Intl.Collator(language, { numeric: true });
  return (a, b) => {
    const [left, right] = [a[name] ?? null, b[name] ?? null];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return (
      sign *
      (typeof left === 'number' && typeof right === 'number'
        ? left - right
        : collator.compare(String(left), String(right)))
    );
  };
}
