import { CHARACTERS, charactersOf } from './characters.ts';
import { isAmountHeading } from './amountHeading.ts';
import { currencyIn, isSameCurrency, moreExact } from './currency.ts';
import { decimalProof, type DecimalProof } from './decimalSign.ts';
import { isAmount, isDate, type Column, type DayOrder, type DecimalSign } from './rule.ts';

const YEAR_LAST = /^(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})(?:\s|$)/;
const SEPARATORS = CHARACTERS.comma | CHARACTERS.point | CHARACTERS.other;
/** Forms that NFKC makes plain. */
const PRINTED = CHARACTERS.other | CHARACTERS.currency;
const CURRENCY = CHARACTERS.currency | CHARACTERS.letter | CHARACTERS.han | CHARACTERS.other;

/** Where so many times more cells prove one order, the others are at fault. */
const MOST = 10;
/** So many days show that a list is of one month. */
const DAYS_OF_MONTH = 4;
/** So many cells that prove a sign decide it. */
const ENOUGH_PROOFS = 1_000;
/** A cell that `isNative` numbers never have, as JavaScript prints no zero at the end of a fraction. */
const NOT_NATIVE = /[.]\d{2}0\D*$/;

/**
 * Evidence in the cells of one column for how it is written. A cell is evidence only where it has one reading: a first number
 * above twelve makes the day first, a second one the month; `1.234,5` has a decimal comma, `1,234.5` a decimal point.
 */
export class Evidence {
  #dayFirst = 0;
  #monthFirst = 0;
  /** The first and the second numbers of dates. */
  readonly #firsts = new Set<number>();
  readonly #seconds = new Set<number>();
  /** How many cells prove, or allow, a decimal point or comma. */
  readonly proofs: Record<DecimalProof, number> = {
    point: 0,
    comma: 0,
    'either-point': 0,
    'either-comma': 0,
  };
  /** The first currency found, by its most exact sign. */
  currency: string | null = null;
  /** The first cell that proves neither sign. */
  doubtful: string | null = null;
  /** Whether a cell with a point before three digits is a text, not a number that a workbook or JSON holds. */
  #isPrinted = false;
  readonly #isNative: boolean;

  /** @param isNative whether the file holds numbers as such, whose point is always a decimal one */
  constructor(isNative = false) {
    this.#isNative = isNative;
  }

  /** Adds a cell of a column of dates. */
  addDate(cell: string): void {
    const match = YEAR_LAST.exec(cell.normalize('NFKC').trim());
    if (!match) return;
    if (Number(match[1]) > 12) this.#dayFirst += 1;
    if (Number(match[2]) > 12) this.#monthFirst += 1;
    this.#firsts.add(Number(match[1]));
    this.#seconds.add(Number(match[2]));
  }

  /** Adds a cell of a column of amounts. @param characters what `charactersOf` found in it */
  addAmount(cell: string, characters = charactersOf(cell)): void {
    if ((characters & SEPARATORS) !== 0 && this.proofs.point + this.proofs.comma < ENOUGH_PROOFS) {
      const plain = (characters & PRINTED) === 0 ? cell : cell.normalize('NFKC');
      const proof = decimalProof(plain);
      if (proof !== null) this.proofs[proof] += 1;
      if (proof === 'either-point' || proof === 'either-comma') this.doubtful ??= cell;
      if (proof === 'either-point') this.#isPrinted ||= NOT_NATIVE.test(plain);
    }
    if ((characters & CURRENCY) === 0) return;
    const found = currencyIn(cell);
    if (found !== null && (this.currency === null || isSameCurrency(this.currency, found)))
      this.currency = this.currency === null ? found : moreExact(this.currency, found);
  }

  /** Adds a cell by the type of its column. */
  add(cell: string, column: Column, characters?: number): void {
    if (isDate(column)) this.addDate(cell);
    else if (isAmount(column)) this.addAmount(cell, characters);
  }

  /** The order that the cells prove, all but a few of them; without a proof, that of dates of one month. */
  get dayOrder(): DayOrder {
    const [day, month] = [this.#dayFirst, this.#monthFirst];
    if (day === 0 && month === 0) return this.#orderOfOneMonth ?? 'unclear';
    if (Math.min(day, month) * MOST > Math.max(day, month)) return 'unclear';
    return day > month ? 'day-first' : 'month-first';
  }

  /** Whether the order is known only from dates that are all of one month. */
  get isOrderGuessed(): boolean {
    return this.#dayFirst === 0 && this.#monthFirst === 0 && this.#orderOfOneMonth !== null;
  }

  /** The order where one of the two numbers is always the same and the other is not: a list of one month. */
  get #orderOfOneMonth(): DayOrder | null {
    const [first, second] = [this.#firsts.size, this.#seconds.size];
    if (second === 1 && first >= DAYS_OF_MONTH) return 'day-first';
    return first === 1 && second >= DAYS_OF_MONTH ? 'month-first' : null;
  }

  /**
   * The sign before the decimals. Where no cell proves one, points that all stand before exactly three digits separate thousands in a column of money, and
   * are `unsure` elsewhere; commas do in any column.
   */
  decimal({ heading, currency }: Pick<Column, 'heading' | 'currency'>): DecimalSign {
    const { point, comma, 'either-point': points, 'either-comma': commas } = this.proofs;
    if (point > 0 || comma > 0) return comma > point ? 'comma' : 'point';
    if (points === 0) return 'point';
    if (commas > 0) return 'unsure';
    if (this.#isNative && !this.#isPrinted) return 'point';
    return isAmountHeading(heading) || currency !== null || this.currency !== null ? 'comma' : 'unsure';
  }

  /** Which separator no cell proves to be one of thousands or of decimals, as each stands before three digits: `12.500`, `12,500`; `null` where none. */
  get guessed(): 'point' | 'comma' | null {
    const { point, comma, 'either-point': points, 'either-comma': commas } = this.proofs;
    if (point > 0 || comma > 0 || this.#isNative) return null;
    return points > 0 ? 'point' : commas > 0 ? 'comma' : null;
  }

  /**
   * A column corrected by this evidence of all its cells; the same object where nothing differs.
   * @param column as planned from its first cells
   */
  amended<T extends Column>(column: T): T {
    const isProven = this.#dayFirst > 0 || this.#monthFirst > 0;
    const dayOrder = isDate(column) && isProven ? this.dayOrder : column.dayOrder;
    let { decimal, currency } = column;
    if (isAmount(column)) {
      currency ??= this.currency;
      if (currency !== null && this.currency !== null && isSameCurrency(currency, this.currency))
        currency = moreExact(currency, this.currency);
      decimal = this.decimal({ heading: column.heading, currency });
    }
    const same = dayOrder === column.dayOrder && decimal === column.decimal && currency === column.currency;
    return same ? column : { ...column, dayOrder, decimal, currency };
  }
}

/** The evidence of cells whose type is not known yet: read as dates and as amounts. @param isNative as in `Evidence` */
export function evidenceOf(cells: Iterable<string>, isNative = false): Evidence {
  const evidence = new Evidence(isNative);
  for (const cell of cells) {
    evidence.addDate(cell);
    evidence.addAmount(cell);
  }
  return evidence;
}
