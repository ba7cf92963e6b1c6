/** Where a table lies in a sheet: which rows are its header, which are not data, and why. */
export interface Shape {
  /** Index of the last row of the header. */
  header: number;
  /** Names of the columns; a header of two rows is joined by a space. */
  headings: string[];
  /** Rows above the header: a title, a date, notes. */
  titles: number;
  /** Rows below the header that are no data, by index, with the reason. */
  dropped: Map<number, string>;
  /** How rows below the header that are no data are found. */
  nonData: NonData;
}

/** How a row below the header is known to be no data. */
export interface NonData {
  /** Cells that a row of the sheet usually fills. */
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
    // A line broken within a Chinese or Japanese heading is no space.
    .replace(/(?<=[\u3040-\u9fff]) (?=[\u3040-\u9fff])/g, '')
    .trim();
const tidy = (cells: string[]): string[] => cells.map(tidyCell);
/** Between the cells of a row of the header. */
const BETWEEN = '\u001f';

/**
 * Finds the header: the first row that fills most of the sheet's width with text and no numbers. Rows above it are titles; below it,
 * empty rows, the header again and totals are no data.
 * @param hints patterns that a header must match, each in some cell, where a recipe knows them
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

/** Why a row below the header is no data (it is empty, the header again, or a total), or `null`. */
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

/** Whether a row with this first cell could be one of the header: most rows begin with another character, and need not be tidied. */
function mayBeHeader(first: string, header: readonly string[]): boolean {
  const begins = first.charCodeAt(0);
  const isPlain = begins > 0x20 && begins < 0x7f;
  return !isPlain || header.some((row) => row.charCodeAt(0) === begins);
}

/**
 * A second row of the header, joined to the first: it fills the gaps that merged cells leave there, has no number, and says nothing twice.
 */
function secondHeader(names: string[], next: string[] | undefined): string[] | null {
  // A cell merged over both rows says the same in both.
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
