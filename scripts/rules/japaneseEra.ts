import { CHARACTERS } from './characters.ts';
import { isoDate } from './calendar.ts';
import { isDate, type Rule } from './rule.ts';

/** Era → the year before its first, and its last year. */
const ERAS: Record<string, [before: number, last: number]> = {
  令和: [2018, 2100],
  R: [2018, 2100],
  平成: [1988, 2019],
  H: [1988, 2019],
  昭和: [1925, 1989],
  S: [1925, 1989],
};
const DATE =
  /^(令和|平成|昭和|[RHS])\s*(元|\d{1,2})\s*[年./-]?(?:(?<=[年./-])\s*(\d{1,2})\s*[月./-]?(?:(?<=[月./-])\s*(\d{1,2})\s*日?)?)?(?:度)?$/i;

/**
 * Years of Japanese eras, 令和 from 2019, 平成 from 1989, 昭和 from 1926, also abbreviated by their Latin letter. A year beyond the end of its era
 * is unchanged.
 * @example `"令和2年4月1日"` → `"2020-04-01"`; `"平成元年"` → `"1989"`; `"H30.4.1"` → `"2018-04-01"`
 */
export const japaneseEra: Rule = {
  name: 'japanese-era',
  title: { en: 'Years of Japanese eras made ISO 8601', zh: '日本年号转 ISO 8601' },
  appliesTo: isDate,
  needs: CHARACTERS.letter | CHARACTERS.han,
  clean(value) {
    const match = DATE.exec(value);
    if (!match) return value;
    const [before, last] = ERAS[match[1]!.toUpperCase()]!;
    const year = before + (match[2] === '元' ? 1 : Number(match[2]));
    if (year <= before || year > last) return value;
    const part = (text: string | undefined): number | undefined =>
      text === undefined ? undefined : Number(text);
    return isoDate(year, part(match[3]), part(match[4])) ?? value;
  },
};
