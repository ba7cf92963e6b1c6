import { yearOf } from './columnChunk.ts';
import { inTurn, type ColumnStore } from './columnStore.ts';
import { MEETS, type Matching } from './matchingRows.ts';

/** A value of a column and the number of its rows; the empty string stands for empty cells. */
export interface FacetValue {
  value: string;
  count: number;
}

/** The distribution of a number, or of the years of a date. */
export interface Histogram {
  /** Rows by bin; from `edges[i]` up to `edges[i + 1]`. */
  counts: number[];
  edges: number[];
  /** Rows without a number, and of a logarithmic histogram those of zero and less. */
  empty: number;
  low: number;
}

const BINS = 30;

/** Calls back with the row groups, their column, and which states of the mask are counted for it. */
async function visit(
  store: ColumnStore,
  matching: Matching,
  column: string,
  see: (at: number, counts: (row: number) => boolean) => void,
): Promise<void> {
  const groups = await store.groups();
  const own = matching.columns.indexOf(column) + 1;
  const wanted = groups.map((_, at) => at).filter((at) => matching.masks[at] !== null);
  await inTurn(wanted, async (at) => void (await store.chunk(column, at)));
  for (const at of wanted) {
    const mask = matching.masks[at];
    see(at, mask ? (row) => mask[row] === MEETS || (own > 0 && mask[row] === own) : () => true);
  }
}

/** The values of a column with the number of rows that meet the other conditions; the commonest first. */
export async function facetCounts(
  store: ColumnStore,
  matching: Matching,
  column: string,
): Promise<FacetValue[]> {
  if (store.isNumber(column)) throw new Error(`the column ${column} has numbers: ask for its histogram`);
  const { values } = store.dictionary(column);
  let counts: Uint32Array | undefined;
  await visit(store, matching, column, (at, isCounted) => {
    counts ??= new Uint32Array(values.length);
    const chunk = store.loaded(column, at)!;
    for (let row = 0; row < chunk.length; row += 1) if (isCounted(row)) counts[chunk[row]!]! += 1;
  });
  return Array.from(counts ?? [], (count, code) => ({ value: values[code]!, count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/**
 * The distribution of a column over the rows that meet the other conditions: a bin a year where there are few, equal bins else; amounts that span
 * more than three orders of magnitude in bins of equal ratio.
 */
export async function histogram(store: ColumnStore, matching: Matching, column: string): Promise<Histogram> {
  const found: number[][] = [];
  let empty = 0;
  const years = store.isNumber(column) ? undefined : store.dictionary(column).values;
  await visit(store, matching, column, (at, isCounted) => {
    const chunk = store.loaded(column, at)!;
    const yearOfCode = years?.map(yearOf);
    const numbers: number[] = [];
    for (let row = 0; row < chunk.length; row += 1) {
      if (!isCounted(row)) continue;
      const number = yearOfCode ? yearOfCode[chunk[row]!]! : chunk[row]!;
      if (Number.isNaN(number)) empty += 1;
      else numbers.push(number);
    }
    found.push(numbers);
  });
  let [least, most, leastPositive] = [Infinity, -Infinity, Infinity];
  for (const numbers of found)
    for (const number of numbers) {
      if (number < least) least = number;
      if (number > most) most = number;
      if (number > 0 && number < leastPositive) leastPositive = number;
    }
  if (least > most) return { counts: [], edges: [], empty, low: 0 };
  const logarithmic = most > 1000 && most / Math.max(leastPositive, 1) > 1000 && !years;
  const edges = logarithmic ? ratioEdges(Math.max(leastPositive, 1), most) : equalEdges(least, most);
  const counts = edges.slice(1).map(() => 0);
  const from = edges[0]!;
  const scale = logarithmic ? Math.log(edges[1]! / from) : edges[1]! - from;
  let low = 0;
  for (const numbers of found)
    for (const number of numbers) {
      if (number < from) low += 1;
      else {
        const bin = Math.floor((logarithmic ? Math.log(number / from) : number - from) / scale + 1e-9);
        counts[Math.min(counts.length - 1, bin)]! += 1;
      }
    }
  return { counts, edges, empty, low };
}

/** Two bins to each power of ten. */
function ratioEdges(least: number, most: number): number[] {
  const first = Math.floor(Math.log10(least) * 2);
  const last = Math.max(first + 1, Math.floor(Math.log10(most) * 2) + 1);
  return Array.from({ length: last - first + 1 }, (_, at) => 10 ** ((first + at) / 2));
}

/** Whole numbers of a small span have a bin each. */
function equalEdges(least: number, most: number): number[] {
  const span = most - least;
  const whole = Number.isInteger(least) && Number.isInteger(most);
  const width = whole ? Math.max(1, Math.ceil((span + 1) / BINS)) : span / BINS || 1;
  const bins = whole ? Math.floor(span / width) + 1 : BINS;
  return Array.from({ length: bins + 1 }, (_, at) => least + at * width);
}
