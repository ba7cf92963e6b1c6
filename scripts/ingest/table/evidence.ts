/** In which order a column writes day and month, where the year is last. */
export type DayOrder = 'day-first' | 'month-first' | 'unclear';

const YEAR_LAST = /^(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})(?:\s|$)/;

/** What one cell says of the order of day and month: which of its numbers cannot be a month. */
export function dayOrderSigns(cell: string): { dayFirst: boolean; monthFirst: boolean } {
  const match = YEAR_LAST.exec(cell.normalize('NFKC').trim());
  return { dayFirst: Number(match?.[1]) > 12, monthFirst: Number(match?.[2]) > 12 };
}

/** The order that all signs of a column together tell; both or neither leave it unclear. */
export const dayOrderFrom = (signs: { dayFirst: boolean; monthFirst: boolean }): DayOrder =>
  signs.dayFirst === signs.monthFirst ? 'unclear' : signs.dayFirst ? 'day-first' : 'month-first';

/**
 * Decides from all cells of a column: one cell whose first number is above twelve makes the day first, one whose second is, the month;
 * both or neither leave it unclear.
 */
export function dayOrderOf(cells: Iterable<string>): DayOrder {
  const all = { dayFirst: false, monthFirst: false };
  for (const cell of cells) {
    const { dayFirst, monthFirst } = dayOrderSigns(cell);
    all.dayFirst ||= dayFirst;
    all.monthFirst ||= monthFirst;
  }
  return dayOrderFrom(all);
}

const COMMA = /\d\.\d{3},\d+\D*$|(?<![\d,.])\d+,\d{1,2}\D*$|\d\.\d{3}\.\d{3}/;
const POINT = /\d,\d{3}\.\d+\D*$|(?<![\d,.])\d+\.\d{1,2}\D*$|\d,\d{3},\d{3}/;

/** What one cell says of the sign before fractions. */
export function decimalSigns(cell: string): { comma: boolean; point: boolean } {
  const plain = cell.normalize('NFKC');
  return { comma: COMMA.test(plain), point: POINT.test(plain) };
}

/** Which sign a column writes before fractions: the comma only where some cell can be read no other way and none speaks against it. */
export function decimalOf(cells: Iterable<string>): 'point' | 'comma' {
  let comma = false;
  for (const cell of cells) {
    const signs = decimalSigns(cell);
    if (signs.point) return 'point';
    comma ||= signs.comma;
  }
  return comma ? 'comma' : 'point';
}
