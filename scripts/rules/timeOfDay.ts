import { CHARACTERS } from './characters.ts';
import { isDate, type Rule } from './rule.ts';

const TIME =
  /(?<=\d|日)(?:[T\s]+)\d{1,2}[:时]\d{2}(?:[:分]\d{2}(?:\.\d+)?秒?)?(?:\s*[AP]M)?(?:Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * Removes the time of day after a date, which does not identify a purchase.
 * @example `"2014-07-01T00:00:00.000"` → `"2014-07-01"`; `"7/1/2014 12:00 AM"` → `"7/1/2014"`
 */
export const timeOfDay: Rule = {
  name: 'time-of-day',
  title: { en: 'Time of day left out', zh: '略去时刻' },
  appliesTo: isDate,
  needs: CHARACTERS.colon | CHARACTERS.han,
  clean: (value) => value.replace(TIME, ''),
};
