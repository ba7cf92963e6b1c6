import type { HeaderOption } from '../read/sheet.ts';
import { isNumber } from '../read/printedNumber.ts';
import { kindOfHeading } from './stayedText.ts';

const LOOKED_AT = 30;
/** The most rows between a title and the header. */
const TITLES = 5;

/** The cells of a row that have something. */
export const filled = (cells: string[]): string[] => cells.filter((cell) => cell.trim() !== '');
/** A cell of a header in NFKC, with single spaces. */
export const tidyCell = (cell: string): string =>
  cell
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    // A line break within a Chinese or Japanese heading is not a space.
    .replace(/(?<=[\u3040-\u9fff]) (?=[\u3040-\u9fff])/g, '')
    .trim();
export const tidy = (cells: string[]): string[] => cells.map(tidyCell);
/** What is known of a table before its shape is found. */
export interface ShapeHints {
  /** Patterns that cells of the header must match, where a recipe gives them. */
  header?: readonly RegExp[];
  /** Where the header is, if that is known. */
  at?: HeaderOption | undefined;
  /** Whether a cell is in its column whatever the row has, as in a workbook; else a longer row has a delimiter within a cell. */
  fixedCells?: boolean;
}

/** The index of the header's first row, -1 where there is none, and that of a row that should be it and looks like data. */
export function findHeader(
  rows: readonly string[][],
  width: number,
  { header = [], at }: ShapeHints,
): { first: number; doubtful: number } {
  const firstFilled = Math.max(
    0,
    rows.findIndex((cells) => filled(cells).length > 0 && !isSeparatorLine(cells)),
  );
  if (at === 'first') return { first: firstFilled, doubtful: -1 };
  if (typeof at === 'number') return { first: at - 1, doubtful: -1 };
  // Excel's `sep=;` line is no data.
  if (at !== undefined) return { first: isSeparatorLine(rows[0] ?? []) ? 0 : -1, doubtful: -1 };
  const enough = Math.max(1, Math.ceil(width * 0.6));
  const isFull = (cells: string[], index: number): boolean =>
    filled(cells).length >= enough && !isSeparatorLine(cells) && !isTitle(rows, index, width);
  const top = rows.slice(0, LOOKED_AT);
  if (header.length > 0) {
    const found = top.findIndex((cells) =>
      header.every((hint) => tidy(cells).some((cell) => hint.test(cell))),
    );
    return { first: found < 0 ? firstFilled : found, doubtful: -1 };
  }
  const found = top.findIndex(
    (cells, index) => isFull(cells, index) && filled(cells).every((cell) => !isNumber(cell)),
  );
  // A row above it that is as full, but for numbers, may have years as names.
  const full = top.findIndex(isFull);
  const first = full < 0 ? firstFilled : found < 0 || looksLikeNames(rows, full) ? full : found;
  const highest = full < 0 ? firstFilled : full;
  return { first, doubtful: looksLikeData(rows, highest) ? highest : -1 };
}

/** Whether a row is shorter than the table, and a whole row of words follows it: a title with a delimiter in it. */
const isTitle = (rows: readonly string[][], index: number, width: number): boolean =>
  rows[index]!.length < width &&
  rows
    .slice(index + 1, index + 1 + TITLES)
    .some((cells) => filled(cells).length >= width && filled(cells).every((cell) => !isNumber(cell)));

const isYear = (cell: string): boolean => /^(?:19|20)\d\d$/.test(cell.trim());
/** Whether a cell is written as a date. */
export const isDateLike = (cell: string): boolean =>
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?:[ T].*)?$/.test(cell.trim());
/** Excel's line above the table that names the delimiter. */
const isSeparatorLine = (cells: readonly string[]): boolean =>
  /^\ufeff?sep=/i.test(cells[0] ?? '') && cells.length < 3;

/** Whether a row with numbers is of names: they are years, and not all the same. */
function looksLikeNames(rows: readonly string[][], index: number): boolean {
  const cells = filled(rows[index]!);
  const numbers = cells.filter(isNumber);
  return (
    numbers.length > 0 &&
    numbers.length < cells.length &&
    numbers.every(isYear) &&
    new Set(cells).size === cells.length
  );
}

/** Whether a row that may be the header has numbers or dates where the rows below it have them too. */
function looksLikeData(rows: readonly string[][], index: number): boolean {
  const cells = rows[index] ?? [];
  const below = rows.slice(index + 1, index + 1 + LOOKED_AT);
  const kinds = [(cell: string) => isNumber(cell) && !isYear(cell), isDateLike];
  return cells.some((cell, column) =>
    kinds.some((is) => {
      if (!is(cell)) return false;
      const others = below.map((row) => row[column] ?? '').filter((other) => other.trim() !== '');
      return others.length > 0 && others.filter(is).length * 2 > others.length;
    }),
  );
}

/** The names of the columns: as given, or as in the header; columns without a name that have cells are kept too. */
export function headingsOf(
  names: string[],
  data: readonly string[][],
  { header, at, fixedCells = false }: ShapeHints,
): string[] {
  // A recipe says which columns there are.
  if (header) return trimmed(names);
  const widest = data.reduce(
    (most, cells) => Math.max(most, cells.findLastIndex((cell) => cell.trim() !== '') + 1),
    0,
  );
  if (at === 'none') return new Array<string>(widest).fill('');
  if (typeof at === 'object') return [...at];
  const named = trimmed(names).length;
  if (named === 0) return [];
  // In delimited text a row may be longer than it should be; the header's own empty cells are columns.
  const end = fixedCells ? widest : Math.min(widest, names.length);
  return Array.from({ length: Math.max(named, end) }, (_, index) => names[index] ?? '');
}

/**
 * A second row of the header, joined to the first: it fills the gaps that merged cells leave there, or names the same columns in another language;
 * it has no number and no repeated name.
 */
export function secondHeader(names: string[], rows: readonly string[][], first: number): string[] | null {
  const next = rows[first + 1] ?? [];
  // A cell merged over both rows has the same text in both.
  const below = tidy(next).map((cell, index) => (cell === names[index] ? '' : cell));
  if (filled(below).some(isNumber)) return null;
  const gaps = names.flatMap((name, index) => (name === '' ? [index] : []));
  const filledGaps = gaps.filter((index) => (below[index] ?? '') !== '');
  // A gap before all names is of no merged group; alone it is a row of one cell below the header.
  const inner = filledGaps.some((index) => index > 0) ? filledGaps : [];
  if (inner.length === 0)
    return isTranslation(names, below, rows.slice(first + 2, first + 2 + LOOKED_AT))
      ? Array.from({ length: Math.max(names.length, below.length) }, (_, index) =>
          [names[index] ?? '', below[index] ?? ''].filter((name) => name !== '').join(' / '),
        )
      : null;
  // A row that fills more than the merged groups is a row of data.
  const group = new Set(inner.flatMap((index) => [index, index - 1]));
  if (below.some((cell, index) => cell !== '' && !group.has(index))) return null;
  let above = '';
  return Array.from({ length: Math.max(names.length, below.length) }, (_, index) => {
    above = names[index] || above;
    const under = below[index] ?? '';
    return under === '' ? (names[index] ?? '') : `${above} ${under}`;
  });
}

/** Words for a value that is missing, which a column of numbers or dates may have. */
const MISSING =
  /^(?:n\/?a|nil|none|null|unknown|various|tb[cda]|pending|ongoing|withheld|redacted|confidential|无|未知|不详|-+)$/i;

/** Whether a row names every column once more, or all but one: it has words where the rows below have numbers or dates, and none of its words is repeated there. */
function isTranslation(
  names: readonly string[],
  next: readonly string[],
  below: readonly string[][],
): boolean {
  const words = filled([...next]);
  const missing = names.filter((name, index) => name !== '' && (next[index] ?? '') === '').length;
  if (missing > (names.length > 4 ? 1 : 0) || below.length < 2 || new Set(words).size < words.length)
    return false;
  if (words.some((word) => MISSING.test(word) || isDateLike(word) || !/\p{L}{2}/u.test(word))) return false;
  let typed = 0;
  let named = false;
  for (const [column, word] of next.entries()) {
    const cells = below.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
    if (cells.includes(word)) return false;
    if (cells.length < 2 || !cells.every((cell) => isNumber(cell) || isDateLike(cell))) continue;
    typed += 1;
    named ||= kindOfHeading(word) !== null;
  }
  return typed > 1 || named;
}

function trimmed(headings: string[]): string[] {
  const last = headings.findLastIndex((heading) => heading !== '');
  return headings.slice(0, last + 1);
}
