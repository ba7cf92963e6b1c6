import { CHARACTERS } from './characters.ts';
import { isDate, type Rule } from './rule.ts';

const CLOCK = String.raw`\d{1,2}[:时時시]\s?\d{2}(?:[:分분]\s?\d{2}(?:[.,]\d+)?[秒초]?)?`;
/** A zone by its name, or its distance from Greenwich. */
const ZONE = String.raw`(?:Z|[A-Z]{3,5}|(?:UTC|GMT)?\s?[+-]\d{1,2}:?(?:\d{2})?)`;
const TIME = new RegExp(
  String.raw`(?<=\d|[日일.])(?:T|,?\s+(?:[上下]午|오[전후])?\s?)${CLOCK}(?:\s*[AP]\.?\s?M\.?|\s?Uhr|\s?h)?(?:\s*${ZONE})?$`,
  'i',
);
/** Before the year, as Java prints it: `Thu Nov 22 00:00:00 GMT 2012`. */
const INSIDE = new RegExp(String.raw`\s${CLOCK}(?:\s${ZONE})?(?=\s\d{4}$)`, 'i');
/** A day of the week in brackets. */
const WEEKDAY = /\s*\([月火水木金土日一二三四五六월화수목금토일]\)$/;

/**
 * Removes the time of day and its zone after a date, and the day of the week in brackets, which do not identify a purchase.
 * @example `"2014-07-01T00:00:00.000"` → `"2014-07-01"`; `"7/1/2014 12:00 AM"` → `"7/1/2014"`; `"2012-11-22 00:00:00 GMT"` → `"2012-11-22"`
 */
export const timeOfDay: Rule = {
  name: 'time-of-day',
  title: { en: 'Time of day left out', zh: '略去时刻' },
  appliesTo: isDate,
  needs: CHARACTERS.colon | CHARACTERS.han | CHARACTERS.other,
  clean: (value) => value.replace(TIME, '').replace(INSIDE, '').replace(WEEKDAY, ''),
};
