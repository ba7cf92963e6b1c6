import type { Cell } from '../../../src/model/row.ts';
import type { ProposedField } from './propose.ts';

/** A row whose amount stands far out. */
export interface Outlier {
  row: number;
  amount: number;
}

/** Amounts of one column in one currency that stand far out. The rows are told, and left as they are. */
export interface OutlierReport {
  /** Amounts looked at: all but nought, which has no logarithm. */
  amounts: number;
  /** Median of the absolute amounts, to 1 %; `null` where there are too few, or more than half are alike. */
  median: number | null;
  /** Absolute amounts below the one or above the other stand far out. */
  fences: [low: number, high: number] | null;
  /** How many rows stand far out, those not listed too. */
  count: number;
  /** The farthest out on each side, at most `LISTED`: smallest first, then largest first. */
  lowest: Outlier[];
  highest: Outlier[];
}

/** The report of one column in one currency. */
export interface LedgerOutliers extends OutlierReport {
  column: string;
  /** As the row or the recipe says; `null` where neither does. */
  currency: string | null;
}

/** What `Outliers` knows, as plain data: between threads, or in a file. */
export interface OutlierState {
  /** A bucket, its count, the next bucket, its count … */
  buckets: ArrayLike<number>;
  lowest: Outlier[];
  highest: Outlier[];
}

/** Iglewicz and Hoaglin’s limit for the modified z-score. */
const LIMIT = 3.5;
/** Makes the median absolute deviation the standard deviation, where the distribution is normal. */
const NORMAL = 0.6745;
/** Of fewer amounts no one can say what is far out. */
const LEAST = 30;
/** Bits of a number's fraction that its bucket keeps: amounts in one differ by at most 0.4 %. */
const KEPT = 8;
/** Rows listed on each side. */
export const LISTED = 20;

/**
 * Finds the amounts of one column in one currency that stand far out, in one pass and the same memory for ten rows or ten million: a
 * histogram of |amount| in fixed buckets of about the same width on a scale of logarithms, and the rows of the smallest and largest amounts.
 * The buckets are fixed, so shards that were counted apart merge to what one pass would have told.
 *
 * An amount stands far out where its modified z-score 0.6745 × (x − median) / MAD, x = log10 |amount|, is beyond 3.5. Logarithms, since
 * amounts of purchases are about log-normal; median and MAD, since the outliers themselves do not move them.
 * @see Iglewicz & Hoaglin, How to Detect and Handle Outliers (ASQC 1993), as in the NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.17
 */
export class Outliers {
  readonly #buckets = new Counts();
  readonly #lowest: Outlier[] = [];
  readonly #highest: Outlier[] = [];
  /** Beyond them an amount is among the smallest or the largest; most are not, and need not be compared one by one. */
  #low = Infinity;
  #high = 0;

  /** @param row the row as the output counts it */
  add(row: number, amount: number): void {
    if (amount === 0 || !Number.isFinite(amount)) return;
    this.#buckets.add(bucketOf(amount), 1);
    const size = Math.abs(amount);
    if (size <= this.#low) this.#keepLow({ row, amount });
    if (size >= this.#high) this.#keepHigh({ row, amount });
  }

  #keepLow(one: Outlier): void {
    keep(this.#lowest, one, SMALLEST_FIRST);
    if (this.#lowest.length === LISTED) this.#low = Math.abs(this.#lowest.at(-1)!.amount);
  }

  #keepHigh(one: Outlier): void {
    keep(this.#highest, one, LARGEST_FIRST);
    if (this.#highest.length === LISTED) this.#high = Math.abs(this.#highest.at(-1)!.amount);
  }

  /** @param rowsBefore how many rows stand before the other's first */
  merge({ buckets, lowest, highest }: OutlierState, rowsBefore = 0): void {
    const moved = ({ row, amount }: Outlier): Outlier => ({ row: row + rowsBefore, amount });
    for (let at = 0; at < buckets.length; at += 2) this.#buckets.add(buckets[at]!, buckets[at + 1]!);
    for (const one of lowest) this.#keepLow(moved(one));
    for (const one of highest) this.#keepHigh(moved(one));
  }

  /** Says what is known, and begins anew. */
  take(): OutlierState {
    const taken = {
      buckets: this.#buckets.pairs(),
      lowest: this.#lowest.splice(0),
      highest: this.#highest.splice(0),
    };
    this.#buckets.clear();
    this.#low = Infinity;
    this.#high = 0;
    return taken;
  }

  toJSON(): OutlierState {
    return { buckets: [...this.#buckets.pairs()], lowest: [...this.#lowest], highest: [...this.#highest] };
  }

  close(): OutlierReport {
    const sorted = [...this.#buckets].map(([bucket, count]) => [middleOf(bucket), count] as const);
    const amounts = sorted.reduce((sum, [, count]) => sum + count, 0);
    const none = { amounts, median: null, fences: null, count: 0, lowest: [], highest: [] };
    if (amounts < LEAST) return none;
    const middle = medianOf(sorted);
    const deviation = medianOf(
      sorted.map(([log, count]) => [Math.abs(log - middle), count] as const).sort(([a], [b]) => a - b),
    );
    // More than half in one bucket: there is no measure of what is far.
    if (deviation === 0) return none;
    const reach = (LIMIT * deviation) / NORMAL;
    const low = (amount: number): boolean => middleOf(bucketOf(amount)) < middle - reach;
    const high = (amount: number): boolean => middleOf(bucketOf(amount)) > middle + reach;
    return {
      amounts,
      median: rounded(middle),
      fences: [rounded(middle - reach), rounded(middle + reach)],
      count: sorted.reduce((sum, [log, count]) => sum + (Math.abs(log - middle) > reach ? count : 0), 0),
      lowest: this.#lowest.filter(({ amount }) => low(amount)),
      highest: this.#highest.filter(({ amount }) => high(amount)),
    };
  }
}

/** Numbers on both sides for which there is room at once. */
const MORE = 500;

/** How often whole numbers were counted: an array from about the least of them to about the greatest. */
class Counts implements Iterable<[number, number]> {
  #least = 0;
  #counts = new Uint32Array();

  add(number: number, count: number): void {
    const at = number - this.#least;
    if (at >= 0 && at < this.#counts.length) this.#counts[at]! += count;
    else this.#reach(number, count);
  }

  #reach(number: number, count: number): void {
    const [least, end] =
      this.#counts.length === 0 ? [number, number] : [this.#least, this.#least + this.#counts.length];
    const first = Math.min(least, number - MORE);
    const counts = new Uint32Array(Math.max(end, number + MORE) - first);
    counts.set(this.#counts, least - first);
    this.#least = first;
    this.#counts = counts;
    this.add(number, count);
  }

  /** Each number that was counted, in their order, and how often. */
  *[Symbol.iterator](): Generator<[number, number]> {
    for (let at = 0; at < this.#counts.length; at += 1)
      if (this.#counts[at]! > 0) yield [this.#least + at, this.#counts[at]!];
  }

  /** The same, one behind the other. */
  pairs(): Int32Array<ArrayBuffer> {
    const counts = this.#counts;
    const pairs = new Int32Array(2 * counts.reduce((sum, count) => sum + Number(count > 0), 0));
    let to = 0;
    for (let at = 0; at < counts.length; at += 1) {
      if (counts[at] === 0) continue;
      pairs[to++] = this.#least + at;
      pairs[to++] = counts[at]!;
    }
    return pairs;
  }

  clear(): void {
    this.#counts.fill(0);
  }
}

/** Names of columns of money; numbers of other things are not looked at. */
const MONEY =
  /amount|amt(?![a-z])|price|cost|paid|pay(?:ment|ments)(?![a-z])|budget|(?:^|[^a-z])(?:bid|total|sum)(?![a-z])|金额|金額|价|預算|预算|経費|支出/i;

/** Whether a column is one of money. */
export const isMoney = ({ currency, name, heading }: ProposedField): boolean =>
  currency !== null || MONEY.test(name) || MONEY.test(heading);

/**
 * What stands far out in each column of money of a table, each currency on its own.
 * @param currency that of the rows that name none
 * @param numbers the number that each row bears in the output, where it is not its place
 */
export function outliersOf(
  fields: readonly ProposedField[],
  rows: Iterable<readonly Cell[]>,
  currency: string | null,
  numbers?: readonly number[],
): LedgerOutliers[] {
  const named = fields.findIndex(({ name }) => name === 'currency');
  const columns = fields.flatMap((field, index) => {
    const counts = field.type === 'number' || field.type === 'integer';
    return counts && isMoney(field) ? [{ index, field, found: new Map<string | null, Outliers>() }] : [];
  });
  let place = 0;
  for (const row of rows) {
    const number = numbers?.[place] ?? place + 1;
    place += 1;
    for (const { index, field, found } of columns) {
      const amount = row[index];
      if (typeof amount !== 'number') continue;
      const own = named < 0 ? null : (row[named] ?? null);
      const of = own === null ? (currency ?? field.currency) : String(own);
      let outliers = found.get(of);
      if (!outliers) found.set(of, (outliers = new Outliers()));
      outliers.add(number, amount);
    }
  }
  return columns.flatMap(({ field, found }) =>
    [...found].map(([of, outliers]) => ({ column: field.name, currency: of, ...outliers.close() })),
  );
}

/** A number and its bits. The sign, the power of two and the beginning of the fraction stand in its high half. */
const one = new Float64Array(1);
const halves = new Uint32Array(one.buffer);
const HIGH = new Uint8Array(new Uint16Array([1]).buffer)[0]!;
const ALL_BUT_SIGN = 0x7fffffff;
/** Bits of the fraction in the high half that a bucket leaves out. */
const LEFT_OUT = 20 - KEPT;

/** The bucket of an amount: a power of two is cut into buckets of equal width. A logarithm of each amount would take longer than the rest. */
function bucketOf(amount: number): number {
  one[0] = amount;
  return (halves[HIGH]! & ALL_BUT_SIGN) >>> LEFT_OUT;
}

/** The logarithm of what is in the middle of a bucket. */
function middleOf(bucket: number): number {
  halves[HIGH] = ((bucket << LEFT_OUT) | (1 << (LEFT_OUT - 1))) >>> 0;
  halves[1 - HIGH] = 0;
  return Math.log10(one[0]!);
}

/** An amount from its logarithm, as far as a bucket tells. */
const rounded = (log: number): number => Number((10 ** log).toPrecision(3));

const SMALLEST_FIRST = (a: Outlier, b: Outlier): number =>
  Math.abs(a.amount) - Math.abs(b.amount) || a.row - b.row;
const LARGEST_FIRST = (a: Outlier, b: Outlier): number =>
  Math.abs(b.amount) - Math.abs(a.amount) || a.row - b.row;

/** Puts one into a list in order, and lets the last go where it has grown too long. */
function keep(list: Outlier[], one: Outlier, order: (a: Outlier, b: Outlier) => number): void {
  if (list.length === LISTED && order(one, list.at(-1)!) >= 0) return;
  const at = list.findIndex((other) => order(one, other) < 0);
  list.splice(at < 0 ? list.length : at, 0, one);
  if (list.length > LISTED) list.pop();
}

/** The median of values in order, each with how often it stands. */
function medianOf(counted: readonly (readonly [value: number, count: number])[]): number {
  const total = counted.reduce((sum, [, count]) => sum + count, 0);
  const at = (rank: number): number => {
    let passed = 0;
    for (const [value, count] of counted) if ((passed += count) > rank) return value;
    return 0;
  };
  return (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2;
}
