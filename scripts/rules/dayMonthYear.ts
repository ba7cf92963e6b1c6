import { CHARACTERS } from './characters.ts';
import { isoDate } from './calendar.ts';
import { isDate, type Rule } from './rule.ts';

const DATE = /^(\d{1,2})([/.-])\s?(\d{1,2})[/.-]\s?(\d{4}|\d{2})\.?$/;
/** Two-digit years above this one are in the 20th century. */
const PIVOT = 60;

/**
 * A date with the year last. Whether the day or the month comes first is decided from all cells of the column (`dayOrderOf`), never from
 * one; where they do not show it, the cell is unchanged, unless points separate its parts: then the day comes first, as wherever points are used.
 * @example day first: `"03/04/2014"` → `"2014-04-03"`; month first: `"3/4/14"` → `"2014-03-04"`; unclear: `"03.04.2014"` → `"2014-04-03"`
 */
export const dayMonthYear: Rule = {
  name: 'day-month-year',
  title: { en: 'Dates with the year last made ISO 8601', zh: '年在后的日期转 ISO 8601' },
  appliesTo: isDate,
  needs: CHARACTERS.slash | CHARACTERS.point | CHARACTERS.hyphen,
  clean(value, { dayOrder }) {
    const match = DATE.exec(value);
    if (!match) return value;
    const [a, b, last] = [Number(match[1]), Number(match[3]), Number(match[4])];
    const isFull = match[4]!.length === 4;
    if (dayOrder === 'unclear' && !(match[2] === '.' && isFull)) return value;
    const year = isFull ? last : last + (last > PIVOT ? 1900 : 2000);
    const [day, month] = dayOrder === 'month-first' ? [b, a] : [a, b];
    return isoDate(year, month, day) ?? value;
  },
};
