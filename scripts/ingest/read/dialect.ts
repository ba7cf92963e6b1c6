import Papa from 'papaparse';
import { isNumber } from './printedNumber.ts';

/** How delimited text is written. */
export interface Dialect {
  delimiter: string;
  quote: string;
  /** Whether no other delimiter would make a table as well. */
  sure: boolean;
  /** A character that stands once more at the end of every line, as in `a,b,c;`. */
  lineEnd: string;
}

const DELIMITERS = [',', '\t', ';', '|'];
/** Records from which the dialect is found. */
const PREVIEW = 100;
/** Excel's first line, which says the delimiter. */
const SEPARATOR_LINE = /^\ufeff?"?sep=(.)"?(?:\n|$)/i;

/**
 * The dialect of delimited text: each delimiter is tried, and the one whose rows are of one width, and whose columns of one type, is taken.
 * @param start the first records, with LF as the only line end
 * @param all whether nothing follows them
 * @param chosen the delimiter, where a person says it
 */
export function dialectOf(start: string, all: boolean, chosen?: string): Dialect {
  const stated = chosen ?? SEPARATOR_LINE.exec(start)?.[1];
  const body = start.replace(SEPARATOR_LINE, '');
  const quote = areApostrophesQuotes(body) ? "'" : '"';
  const [best, next] = (stated === undefined ? DELIMITERS : [stated])
    .map((delimiter) => ({ delimiter, ...judged(body, all, { delimiter, quote }) }))
    .sort((a, b) => Number(b.reads) - Number(a.reads) || b.points - a.points);
  const { delimiter, rows, points } = best!;
  return {
    delimiter,
    quote,
    sure: stated !== undefined || next === undefined || points - next.points > 0.2,
    lineEnd: lineEndOf(rows, delimiter),
  };
}

/** An apostrophe at the start or the end of a cell, and a whole cell between two of them. */
const APOSTROPHE = /(?<=^|[,;\t|])'|'(?=[,;\t|]|\n|$)/gm;
const IN_APOSTROPHES = /(?<=^|[,;\t|])'(?:[^'\n]|'')*'(?=[,;\t|]|\n|$)/gm;

/** Whether apostrophes stand around whole cells and never at one end only, and no quotation mark does: `'1.00';Text;'0805'`. */
function areApostrophesQuotes(body: string): boolean {
  const whole = body.match(IN_APOSTROPHES)?.length ?? 0;
  return whole > 0 && !body.includes('"') && whole * 2 === body.match(APOSTROPHE)!.length;
}

/**
 * How much of a table a text is in a dialect, and whether it is read as a table of several columns without a fault in its quotation marks: such a
 * dialect goes before all others, which would only be refused.
 */
function judged(
  text: string,
  all: boolean,
  { delimiter, quote }: Pick<Dialect, 'delimiter' | 'quote'>,
): { points: number; rows: string[][]; reads: boolean } {
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter,
    quoteChar: quote,
    newline: '\n',
    preview: PREVIEW,
  });
  const rows = data.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const widths = new Map<number, number>();
  for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1);
  const [[width, same] = [0, 0]] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  const [, ...below] = rows.filter(({ length }) => length === width);
  let [filled, typed, spaced] = [0, 0, 0];
  for (let column = 0; column < width; column += 1) {
    const cells = below.map((row) => row[column]!.trim()).filter((cell) => cell !== '');
    if (column > 0 && below.length > 0 && below.every((row) => row[column]!.startsWith(' '))) spaced += 1;
    if (cells.length > 0 || (rows[0]?.[column] ?? '').trim() !== '') filled += 1;
    const numbers = cells.filter((cell) => isNumber(cell) || DATE.test(cell)).length;
    if (cells.length > 0 && (numbers === cells.length || numbers === 0)) typed += 1;
  }
  // A table of one filled column is better than one with faults in its quotation marks.
  if (filled < 2) return { points: width > 1 && errors.length === 0 ? 0.3 : 0, rows, reads: false };
  const wrong = errors.filter(({ type }) => type === 'Quotes').length / Math.max(1, rows.length);
  const points =
    same / rows.length +
    0.2 * (typed / width) +
    0.02 * Math.min(1, width / 10) -
    0.1 * (spaced / width) -
    Math.min(0.5, wrong);
  // Where more text follows, the mark that closes the last cell may be in it.
  const faults = errors.filter(({ code }) => code === 'InvalidQuotes' || (all && code === 'MissingQuotes'));
  return { points, rows, reads: faults.length === 0 };
}

const DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/;

/** The delimiter of another dialect that the first line ends with, and most others too. */
function lineEndOf(rows: readonly string[][], delimiter: string): string {
  const end = rows[0]?.at(-1)?.at(-1) ?? '';
  if (!DELIMITERS.includes(end) || end === delimiter || rows.length < 2) return '';
  const ending = rows.filter((cells) => cells.at(-1)!.endsWith(end)).length;
  return ending * 2 > rows.length || rows[0]!.join('').split(end).length === 2 ? end : '';
}
