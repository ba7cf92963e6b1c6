import { CHARACTERS, charactersOf } from './characters.ts';
import { currencyIn } from './currency.ts';
import { isAmount, isDate, type Column, type DayOrder } from './rule.ts';

const YEAR_LAST = /^(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})(?:\s|$)/;
const COMMA = /\d\.\d{3},\d+\D*$|(?<![\d,.])\d+,\d{1,2}\D*$|\d\.\d{3}\.\d{3}/;
const POINT = /\d,\d{3}\.\d+\D*$|(?<![\d,.])\d+\.\d{1,2}\D*$|\d,\d{3},\d{3}/;
const SEPARATORS = CHARACTERS.comma | CHARACTERS.point | CHARACTERS.other;
const CURRENCY = CHARACTERS.currency | CHARACTERS.letter | CHARACTERS.han | CHARACTERS.other;

/**
 * Evidence in the cells of one column for how it is written. A cell is evidence only where it has one reading: a first number
 * above twelve makes the day first, a second one the month; `1.234,5` has a decimal comma, `1,234.5` a decimal point.
 */
export class Evidence {
  dayFirst = false;
  monthFirst = false;
  comma = false;
  point = false;
  /** The first currency found. */
  currency: string | null = null;

  /** Adds a cell of a column of dates. */
  addDate(cell: string): void {
    const match = YEAR_LAST.exec(cell.normalize('NFKC').trim());
    if (!match) return;
    this.dayFirst ||= Number(match[1]) > 12;
    this.monthFirst ||= Number(match[2]) > 12;
  }

  /** Adds a cell of a column of amounts. @param characters what `charactersOf` found in it */
  addAmount(cell: string, characters = charactersOf(cell)): void {
    if ((characters & SEPARATORS) !== 0 && !(this.comma && this.point)) {
      const plain = (characters & CHARACTERS.other) === 0 ? cell : cell.normalize('NFKC');
      // Only a comma or several points can be evidence; most amounts have neither.
      this.comma ||= (/,/.test(plain) || plain.indexOf('.') !== plain.lastIndexOf('.')) && COMMA.test(plain);
      this.point ||= POINT.test(plain);
    }
    if (this.currency === null && (characters & CURRENCY) !== 0) this.currency = currencyIn(cell);
  }

  /** Adds a cell by the type of its column. */
  add(cell: string, column: Column, characters?: number): void {
    if (isDate(column)) this.addDate(cell);
    else if (isAmount(column)) this.addAmount(cell, characters);
  }

  /** Evidence for both orders, or for neither, leaves it unclear. */
  get dayOrder(): DayOrder {
    if (this.dayFirst === this.monthFirst) return 'unclear';
    return this.dayFirst ? 'day-first' : 'month-first';
  }

  /** The comma where some cell shows it and none shows the point. */
  get decimal(): 'point' | 'comma' {
    return this.comma && !this.point ? 'comma' : 'point';
  }

  /**
   * A column corrected by this evidence of all its cells; the same object where nothing differs.
   * @param column as planned from its first cells
   */
  amended<T extends Column>(column: T): T {
    const dayOrder = isDate(column) && (this.dayFirst || this.monthFirst) ? this.dayOrder : column.dayOrder;
    const decimal = isAmount(column) ? this.decimal : column.decimal;
    const currency = isAmount(column) ? (column.currency ?? this.currency) : column.currency;
    const same = dayOrder === column.dayOrder && decimal === column.decimal && currency === column.currency;
    return same ? column : { ...column, dayOrder, decimal, currency };
  }
}

/** The evidence of cells whose type is not known yet: read as dates and as amounts. */
export function evidenceOf(cells: Iterable<string>): Evidence {
  const evidence = new Evidence();
  for (const cell of cells) {
    evidence.addDate(cell);
    evidence.addAmount(cell);
  }
  return evidence;
}
