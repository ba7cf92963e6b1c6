import { CHARACTERS } from './characters.ts';
import { isoOf } from './calendar.ts';
import { isDate, type Rule } from './rule.ts';

/** The year before the first of the Republic of China. */
const BEFORE = 1911;
/** Of three digits, which no other year has. */
const THREE = /^(1\d{2})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/;
const NAMED =
  /^(?:中華民國|民國|民国)\s*(\d{1,3})\s*(?:年\s*(?:(\d{1,2})\s*月\s*(?:(\d{1,2})\s*日)?)?|[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)$|^(1\d{2})\s*年\s*(?:(\d{1,2})\s*月\s*(?:(\d{1,2})\s*日)?)?$/;
const COMPACT = /^(1\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;

/**
 * Years of the Republic of China, as Taiwan counts them: 113 is 2024. Years of two digits are read only after 民國.
 * @example `"113/03/05"` → `"2024-03-05"`; `"民國99年3月"` → `"2010-03"`; `"1130305"` → `"2024-03-05"`
 */
export const rocYear: Rule = {
  name: 'roc-year',
  title: { en: 'Years of the Republic of China made ISO 8601', zh: '民国纪年转 ISO 8601' },
  appliesTo: isDate,
  needs: CHARACTERS.digit,
  clean(value) {
    const match = THREE.exec(value) ?? NAMED.exec(value) ?? COMPACT.exec(value);
    if (!match) return value;
    const [year, month, day] = match.slice(1).filter((part) => part !== undefined);
    return isoOf(String(BEFORE + Number(year)), month, day) ?? value;
  },
};
