import { CHARACTERS } from './characters.ts';
import { isoOf } from './calendar.ts';
import { isDate, type Rule } from './rule.ts';

const YEAR_FIRST = /^(\d{4})\s*[-/.]\s*(\d{1,2})(?:\s*[-/.]\s*(\d{1,2}))?\.?$/;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;

/**
 * A date with the year first, with any separators.
 * @example `"2014/1/5"` → `"2014-01-05"`; `"2014. 1. 5."` → `"2014-01-05"`; `"20140105"` → `"2014-01-05"`
 */
export const yearFirst: Rule = {
  name: 'year-first',
  title: { en: 'Dates with the year first made ISO 8601', zh: '年在前的日期转 ISO 8601' },
  appliesTo: isDate,
  needs: CHARACTERS.digit,
  clean(value) {
    const [, year, month, day] = YEAR_FIRST.exec(value) ?? COMPACT.exec(value) ?? [];
    return year === undefined ? value : (isoOf(year, month, day) ?? value);
  },
};
