import type { SqlCell } from './sqlCalls.ts';

/** Which columns of a result a chart shows. */
export interface ResultChart {
  kind: 'bars' | 'lines';
  /** The column of the labels of bars, or of the years of lines. */
  label: number;
  /** The column with the names of the lines, where there are several. */
  series?: number;
  /** The columns with numbers, of which the reader chooses one; the first is drawn first. */
  values: number[];
}

const MOST_SERIES = 6;
const YEAR = /year|^y$|年/i;
/** Columns that answer rather than count: they are drawn before others. */
const SHARE = /percent|share|rate|median|average|比|率/i;

/**
 * The chart of a result: lines where a column of years has one number for each year (of each name, where a column of text names up to six
 * lines), bars where one column of text names each row; none otherwise. A column of texts with four digits is no name.
 */
export function chartOf(
  columns: readonly string[],
  rows: readonly (readonly SqlCell[])[],
): ResultChart | undefined {
  if (rows.length < 2) return undefined;
  const all = columns.map((_, at) => at);
  const filled = (at: number): SqlCell[] =>
    rows.map((row) => row[at] ?? null).filter((cell) => cell !== null);
  const numbers = all.filter(
    (at) => filled(at).length > 0 && filled(at).every((cell) => typeof cell === 'number'),
  );
  const years = all.filter(
    (at) => YEAR.test(columns[at]!) && filled(at).length === rows.length && filled(at).every(isYear),
  );
  const texts = all.filter(
    (at) => !numbers.includes(at) && filled(at).length > 0 && !filled(at).every(isYear),
  );
  const values = numbers.filter((at) => !years.includes(at) && canBeDrawn(filled(at)));
  if (values.length === 0 || texts.length > 1) return undefined;
  values.sort((a, b) => Number(SHARE.test(columns[b]!)) - Number(SHARE.test(columns[a]!)));
  const [label] = years;
  const [text] = texts;
  if (label !== undefined && areDistinct(rows, text === undefined ? [label] : [label, text])) {
    if (text === undefined) return { kind: 'lines', label, values };
    if (new Set(filled(text)).size <= MOST_SERIES) return { kind: 'lines', label, series: text, values };
  }
  return text !== undefined && areDistinct(rows, [text]) ? { kind: 'bars', label: text, values } : undefined;
}

/** Drawings begin at zero. */
const canBeDrawn = (cells: readonly SqlCell[]): boolean =>
  cells.every((cell) => Number(cell) >= 0) && cells.some((cell) => Number(cell) > 0);

const isYear = (cell: SqlCell): boolean => /^(1[89]|20)\d\d$/.test(String(cell));

const areDistinct = (rows: readonly (readonly SqlCell[])[], columns: readonly number[]): boolean =>
  new Set(rows.map((row) => JSON.stringify(columns.map((at) => row[at])))).size === rows.length;
