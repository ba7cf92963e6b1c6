/** In which order a column writes day and month, where the year is last. */
export type DayOrder = 'day-first' | 'month-first' | 'unclear';

const YEAR_LAST = /^(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})(?:\s|$)/;

/**
 * Decides from all cells of a column: one cell whose first number is above twelve makes the day first, one whose second is, the month;
 * both or neither leave it unclear.
 */
export function dayOrderOf(cells: Iterable<string>): DayOrder {
  let dayFirst = false;
  let monthFirst = false;
  for (const cell of cells) {
    const match = YEAR_LAST.exec(cell.normalize('NFKC').trim());
    if (!match) continue;
    dayFirst ||= Number(match[1]) > 12;
    monthFirst ||= Number(match[2]) > 12;
  }
  return dayFirst === monthFirst ? 'unclear' : dayFirst ? 'day-first' : 'month-first';
}

const COMMA = /\d\.\d{3},\d+\D*$|(?<![\d,.])\d+,\d{1,2}\D*$|\d\.\d{3}\.\d{3}/;
const POINT = /\d,\d{3}\.\d+\D*$|(?<![\d,.])\d+\.\d{1,2}\D*$|\d,\d{3},\d{3}/;

/** Which sign a column writes before fractions: the comma only where some cell can be read no other way and none speaks against it. */
export function decimalOf(cells: Iterable<string>): 'point' | 'comma' {
  let comma = false;
  for (const cell of cells) {
    const plain = cell.normalize('NFKC');
    if (POINT.test(plain)) return 'point';
    comma ||= COMMA.test(plain);
  }
  return comma ? 'comma' : 'point';
}
