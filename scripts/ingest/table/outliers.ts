import type { Cell } from '../../../src/model/row.ts';
import { isAmount } from '../../rules/rule.ts';
import type { ProposedField } from './propose.ts';

/** A row whose amount is an outlier. */
export interface Outlier {
  row: number;
  amount: number;
}

/** The outliers among the amounts of one column in one currency. The rows are reported, and left as they are. */
interface OutlierReport {
  /** Number of amounts examined: all but zero, which has no logarithm. */
  amounts: number;
  /** Median of the absolute amounts, to 1 %; `null` where there are too few, or more than half are equal. */
  median: number | null;
  /** Absolute amounts below the one or above the other are outliers. */
  fences: [low: number, high: number] | null;
  /** Number of outliers, including those not listed. */
  count: number;
  /** The most extreme on each side, at most `LISTED`: smallest first, then largest first. */
  lowest: Outlier[];
  highest: Outlier[];
}

/** The report of one column in one currency. */
export interface LedgerOutliers extends OutlierReport {
  column: string;
  /** From the row or the recipe; `null` where neither gives one. */
  currency: string | null;
}

/** Iglewicz and Hoaglin’s limit for the modified z-score. */
const LIMIT = 3.5;
/** Scales the median absolute deviation to the standard deviation of a normal distribution. */
const NORMAL = 0.6745;
/** With fewer amounts, outliers are not determined. */
const LEAST = 30;
/** Bits of a number's fraction that its bucket keeps: amounts in one differ by at most 0.4 %. */
const KEPT = 8;
/** Rows listed on each side. */
export const LISTED = 20;

/**
 * Finds the outliers among the amounts of one column in one currency, in one pass and the same memory for ten rows or ten million: a
 * histogram of |amount| in fixed buckets of about the same width on a scale of logarithms, and the rows of the smallest and largest amounts.
 *
 * An amount is an outlier where its modified z-score 0.6745 × (x − median) / MAD, x = log10 |amount|, is beyond 3.5. Logarithms, since
 * amounts of purchases are about log-normal; median and MAD, since the outliers themselves do not move them.
 * @see Iglewicz & Hoaglin, How to Detect and Handle Outliers (ASQC 1993), as in the NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.17
 */
export class Outliers {
  readonly #buckets = new Map<number, number>();
  readonly #lowest: Outlier[] = [];
  readonly #highest: Outlier[] = [];
  /** The bounds of the listed amounts; amounts within them, which most are, need no comparison with the list. */
  #low = Infinity;
  #high = 0;

  /** @param row number in the output */
  add(row: number, amount: number): void {
    if (amount === 0 || !Number.isFinite(amount)) return;
    const bucket = bucketOf(amount);
    this.#buckets.set(bucket, (this.#buckets.get(bucket) ?? 0) + 1);
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

  close(): OutlierReport {
    const sorted = [...this.#buckets]
      .sort(([a], [b]) => a - b)
      .map(([bucket, count]) => [middleOf(bucket), count] as const);
    const amounts = sorted.reduce((sum, [, count]) => sum + count, 0);
    const none = { amounts, median: null, fences: null, count: 0, lowest: [], highest: [] };
    if (amounts < LEAST) return none;
    const middle = medianOf(sorted);
    const deviation = medianOf(
      sorted.map(([log, count]) => [Math.abs(log - middle), count] as const).sort(([a], [b]) => a - b),
    );
    // More than half in one bucket: the deviation is zero and no limit can be computed.
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

/** Headings of columns of money; other numbers are not examined. */
const MONEY =
  /amount|amt(?![a-z])|price|cost|paid|pay(?:ment|ments)(?![a-z])|budget|(?:^|[^a-z])(?:bid|total|sum)(?![a-z])|金额|金額|价|預算|预算|経費|支出/i;

/** Whether a column is one of money. */
const isMoney = ({ currency, name, heading }: ProposedField): boolean =>
  currency !== null || MONEY.test(name) || MONEY.test(heading);

/** Finds the outliers in each column of money of a table, each currency separately, while its rows pass through. */
export class TableOutliers {
  readonly #columns: { index: number; field: ProposedField; found: Map<string | null, Outliers> }[];
  readonly #named: number;
  readonly #currency: string | null;

  /** @param currency of rows that name none */
  constructor(fields: readonly ProposedField[], currency: string | null) {
    this.#named = fields.findIndex(({ name }) => name === 'currency');
    this.#currency = currency;
    this.#columns = fields.flatMap((field, index) =>
      isAmount(field) && isMoney(field) ? [{ index, field, found: new Map<string | null, Outliers>() }] : [],
    );
  }

  /** @param number row number in the output */
  add(number: number, row: readonly Cell[]): void {
    for (const { index, field, found } of this.#columns) {
      const amount = row[index];
      if (typeof amount !== 'number') continue;
      const own = this.#named < 0 ? null : (row[this.#named] ?? null);
      const of = own === null ? (this.#currency ?? field.currency) : String(own);
      let outliers = found.get(of);
      if (!outliers) found.set(of, (outliers = new Outliers()));
      outliers.add(number, amount);
    }
  }

  close(): LedgerOutliers[] {
    return this.#columns.flatMap(({ field, found }) =>
      [...found].map(([of, outliers]) => ({ column: field.name, currency: of, ...outliers.close() })),
    );
  }
}

/** A number and its bits. The high half has the sign, the exponent and the first bits of the fraction. */
const one = new Float64Array(1);
const halves = new Uint32Array(one.buffer);
const HIGH = new Uint8Array(new Uint16Array([1]).buffer)[0]!;
const ALL_BUT_SIGN = 0x7fffffff;
/** Bits of the fraction in the high half that a bucket ignores. */
const LEFT_OUT = 20 - KEPT;

/** The bucket of an amount: each power of two is divided into buckets of equal width. Taking a logarithm of each amount would dominate the run time. */
function bucketOf(amount: number): number {
  one[0] = amount;
  return (halves[HIGH]! & ALL_BUT_SIGN) >>> LEFT_OUT;
}

/** The logarithm of the middle of a bucket. */
function middleOf(bucket: number): number {
  halves[HIGH] = ((bucket << LEFT_OUT) | (1 << (LEFT_OUT - 1))) >>> 0;
  halves[1 - HIGH] = 0;
  return Math.log10(one[0]!);
}

/** An amount from its logarithm, to the precision of a bucket. */
const rounded = (log: number): number => Number((10 ** log).toPrecision(3));

const SMALLEST_FIRST = (a: Outlier, b: Outlier): number =>
  Math.abs(a.amount) - Math.abs(b.amount) || a.row - b.row;
const LARGEST_FIRST = (a: Outlier, b: Outlier): number =>
  Math.abs(b.amount) - Math.abs(a.amount) || a.row - b.row;

/** Inserts one into a sorted list and removes the last where the list is too long. */
function keep(list: Outlier[], one: Outlier, order: (a: Outlier, b: Outlier) => number): void {
  if (list.length === LISTED && order(one, list.at(-1)!) >= 0) return;
  const at = list.findIndex((other) => order(one, other) < 0);
  list.splice(at < 0 ? list.length : at, 0, one);
  if (list.length > LISTED) list.pop();
}

/** The median of sorted values, each with its count. */
function medianOf(counted: readonly (readonly [value: number, count: number])[]): number {
  const total = counted.reduce((sum, [, count]) => sum + count, 0);
  const at = (rank: number): number => {
    let passed = 0;
    for (const [value, count] of counted) if ((passed += count) > rank) return value;
    return 0;
  };
  return (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2;
}
