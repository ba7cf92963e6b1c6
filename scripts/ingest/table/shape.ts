/** The layout of a table in a sheet: which rows are its header, which are not data, and why. */
export interface Shape {
  /** Index of the last row of the header. */
  header: number;
  /** Names of the columns; a header of two rows is joined by a space. */
  headings: string[];
  /** Rows above the header: a title, a date, notes. */
  titles: number;
  /** Rows below the header that are not data, by index, with the reason. */
  dropped: Map<number, string>;
  /** How rows below the header that are not data are detected. */
  nonData: NonData;
}

/** What is needed to detect rows below the header that are not data. */
export interface NonData {
  /** The most common number of filled cells in a row. */
  width: number;
  /** The rows of the header, tidied and joined. */
  header: string[];
}

const TOTAL_ALONE =
  /^(grand total|sub-?total|totals?|合计|总计|小计|共计|合計|総計|小計|总\s*计|合\s*计)\s*[:：]?$/i;
const TOTAL_BEGINS = /^(grand total|sub-?total|totals?)\b|^(合计|总计|小计|共计|合計|総計|小計)/i;
const LOOKED_AT = 30;

const filled = (cells: string[]): string[] => cells.filter((cell) => cell.trim() !== '');
const isNumber = (cell: string): boolean =>
  /^[-(£$¥￥€]*[\d.,]+\)?\s*(万元|亿元|元|万|亿|%)?$/.test(cell.trim());
const tidyCell = (cell: string): string =>
  cell
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    // A line break within a Chinese or Japanese heading is not a space.
    .replace(/(?<=[\u3040-\u9fff]) (?=[\u3040-\u9fff])/g, '')
    .trim();
const tidy = (cells: string[]): string[] => cells.map(tidyCell);
/** Separator between the cells of a header row. */
const BETWEEN = '\u001f';

/**
 * Finds the header: the first row that fills most of the sheet's width with text and no numbers. Rows above it are titles; below it,
 * empty rows, repeated headers and totals are not data.
 * @param hints patterns that cells of the header must match, where a recipe gives them
 */
export function findShape(rows: readonly string[][], hints: readonly RegExp[] = []): Shape {
  const width = mostCommonWidth(rows);
  const enough = Math.max(1, Math.ceil(width * 0.6));
  const fits = (cells: string[]): boolean =>
    hints.length > 0
      ? hints.every((hint) => tidy(cells).some((cell) => hint.test(cell)))
      : filled(cells).length >= enough && filled(cells).every((cell) => !isNumber(cell));
  const found = rows.slice(0, LOOKED_AT).findIndex(fits);
  const firstFilled = rows.findIndex((cells) => filled(cells).length > 0);
  const first = found < 0 ? Math.max(0, firstFilled) : found;
  const names = tidy(rows[first] ?? []);
  const below = hints.length > 0 ? null : secondHeader(names, rows[first + 1]);
  const header = below ? first + 1 : first;
  const repeated = [names, ...(below ? [tidy(rows[header]!)] : [])].map((cells) => cells.join(BETWEEN));
  const nonData = { width, header: repeated };
  const dropped = new Map<number, string>();
  for (let index = header + 1; index < rows.length; index += 1) {
    const reason = dropReason(rows[index]!, nonData);
    if (reason !== null) dropped.set(index, reason);
  }
  return { header, headings: trimmed(below ?? names), titles: first, dropped, nonData };
}

/** Why a row below the header is not data (empty, a repeated header, or a total), or `null`. */
export function dropReason(cells: string[], { width, header }: NonData): string | null {
  const begins = cells.find((cell) => cell.trim() !== '')?.trim();
  if (begins === undefined) return 'empty';
  if (mayBeHeader(cells[0]!, header)) {
    const first = tidyCell(cells[0]!);
    if (header.some((row) => row.startsWith(first)) && header.includes(tidy(cells).join(BETWEEN)))
      return 'header repeated';
  }
  return TOTAL_ALONE.test(begins) || (TOTAL_BEGINS.test(begins) && filled(cells).length < width)
    ? 'total'
    : null;
}

/** A fast test whether a row with this first cell could repeat the header: most rows begin with another character. */
function mayBeHeader(first: string, header: readonly string[]): boolean {
  const begins = first.charCodeAt(0);
  const isPlain = begins > 0x20 && begins < 0x7f;
  return !isPlain || header.some((row) => row.charCodeAt(0) === begins);
}

/**
 * A second row of the header, joined to the first: it fills the gaps that merged cells leave there, and has no number and no repeated name.
 */
function secondHeader(names: string[], next: string[] | undefined): string[] | null {
  // A cell merged over both rows has the same text in both.
  const below = tidy(next ?? []).map((cell, index) => (cell === names[index] ? '' : cell));
  const gaps = names.flatMap((name, index) => (name === '' ? [index] : []));
  const inner = gaps.filter((index) => (below[index] ?? '') !== '');
  if (inner.length === 0 || filled(below).some(isNumber)) return null;
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

function trimmed(headings: string[]): string[] {
  const last = headings.findLastIndex((heading) => heading !== '');
  return headings.slice(0, last + 1);
}

function mostCommonWidth(rows: readonly string[][]): number {
  const widths = rows.slice(0, 200).map((cells) => filled(cells).length);
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? Math.max(1, ...widths);
}
