import {
  filled,
  findHeader,
  headingsOf,
  secondHeader,
  tidy,
  tidyCell,
  type ShapeHints,
} from './headerRow.ts';
import { kindOfRow, type RowKind } from './totals.ts';

/** The layout of a table in a sheet: which rows are its header, which are not data, and why. */
export interface Shape {
  /** Index of the last row of the header; -1 where there is none. */
  header: number;
  /** Names of the columns; a header of two rows is joined by a space, or by a slash where it is in two languages. */
  headings: string[];
  /** Rows above the header: a title, a date, notes. */
  titles: number;
  /** The index of a row that should be the header and looks like data; -1 where none does. */
  doubtful: number;
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

/** Separator between the cells of a header row. */
const BETWEEN = '\u001f';

/**
 * Finds the header: the first row that fills most of the sheet's width with text and no numbers. Rows above it are titles; below it,
 * empty rows, repeated headers, totals and notes are not data.
 */
export function findShape(rows: readonly string[][], hints: ShapeHints = {}): Shape {
  const width = mostCommonWidth(rows);
  const { first, doubtful } = findHeader(rows, width, hints);
  const names = tidy(rows[first] ?? []);
  const below = hints.header || first < 0 || hints.at !== undefined ? null : secondHeader(names, rows, first);
  const header = below ? first + 1 : first;
  const repeated = [names, ...(below ? [tidy(rows[header]!)] : [])].map((cells) => cells.join(BETWEEN));
  const nonData = { width, header: first < 0 ? [] : repeated };
  const dropped = new Map<number, string>();
  for (let index = header + 1; index < rows.length; index += 1) {
    const reason = dropReason(rows[index]!, nonData);
    if (reason !== null) dropped.set(index, reason);
  }
  const data = rows.filter((_, index) => index > header && !dropped.has(index));
  return {
    header,
    headings: headingsOf(below ?? names, data, hints),
    titles: Math.max(0, first),
    doubtful,
    dropped,
    nonData,
  };
}

/** Why a row below the header is not data (empty, a repeated header, a total or a note), or `null`. */
export function dropReason(cells: string[], { width, header }: NonData): string | null {
  const kind = kindOf(cells, { width, header });
  return kind === 'empty' || kind === 'header repeated' || kind === 'total' || kind === 'note' ? kind : null;
}

/** What a row below the header is besides data, also where that depends on the rows around it. */
export function kindOf(cells: string[], { width, header }: NonData): 'empty' | 'header repeated' | RowKind {
  if (cells.every((cell) => cell === '' || cell.trim() === '')) return 'empty';
  if (mayBeHeader(cells[0]!, header)) {
    const first = tidyCell(cells[0]!);
    if (header.some((row) => row.startsWith(first)) && header.includes(tidy(cells).join(BETWEEN)))
      return 'header repeated';
  }
  return kindOfRow(cells, width);
}

/** A fast test whether a row with this first cell could repeat the header: most rows begin with another character. */
function mayBeHeader(first: string, header: readonly string[]): boolean {
  const begins = first.charCodeAt(0);
  const isPlain = begins > 0x20 && begins < 0x7f;
  return !isPlain || header.some((row) => row.charCodeAt(0) === begins);
}

function mostCommonWidth(rows: readonly string[][]): number {
  const widths = rows.slice(0, 200).map((cells) => filled(cells).length);
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? Math.max(1, ...widths);
}
