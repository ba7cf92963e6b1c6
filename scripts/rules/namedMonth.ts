import { CHARACTERS } from './characters.ts';
import { isoDate } from './calendar.ts';
import { isDate, type Rule } from './rule.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY_FIRST = /^(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]+)?([a-z]{3,9})\.?[\s,-]+(\d{4}|\d{2})$/i;
const MONTH_FIRST = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i;

/**
 * A date with the English name of its month.
 * @example `"01-JUN-2012"` → `"2012-06-01"`; `"June 5, 2014"` → `"2014-06-05"`; `"Jun-14"` → `"2014-06"`
 */
export const namedMonth: Rule = {
  name: 'named-month',
  title: { en: 'Months by name made ISO 8601', zh: '英文月份转 ISO 8601' },
  appliesTo: isDate,
  needs: CHARACTERS.letter,
  clean(value) {
    const first = MONTH_FIRST.exec(value);
    const match = first ? [first[0], first[2], first[1], first[3]] : DAY_FIRST.exec(value);
    if (!match) return value;
    const month = MONTHS.indexOf(match[2]!.slice(0, 3).toLowerCase()) + 1;
    const year = Number(match[3]) + (match[3]!.length === 2 ? 2000 : 0);
    return isoDate(year, month, match[1] === undefined ? undefined : Number(match[1])) ?? value;
  },
};
