import { CHARACTERS } from './characters.ts';
import { isoDate } from './calendar.ts';
import { isDate, type Rule } from './rule.ts';

/** Languages whose names of months are read; Croatian is none of them, as its `listopad` is the Polish and Czech November. */
const LANGUAGES = `en es pt fr de it nl pl ca cs da el et fi hu id lt lv nb ro ru sk sl sq sv tr uk`.split(
  ' ',
);
/** Between the parts of a date, and behind a day. */
const CONNECTING = /^(?:de|del|di|do|of|the|d|le|el|den|der|dne|st|nd|rd|th|er|o|a|e|r|г|року)$/;
/** A date has one or two numbers, a name, and little else. */
const MAYBE = /^[\p{L}\p{M}\d\s.,'’ºª°/-]{4,40}$/u;
const TOKEN = /[\p{L}\p{M}]+|\d+/gu;

interface Names {
  months: Map<string, number>;
  weekdays: Set<string>;
}
let names: Names | undefined;

/** Without accents, as files often print them, and with them where another name differs by them only. */
const plain = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '');

/** The names of months and days of the week that Unicode CLDR has, long and short, alone and within a date. */
function namesOf(): Names {
  const months = new Map<string, number>();
  const weekdays = new Set<string>();
  const partOf = (format: Intl.DateTimeFormat, date: number, type: 'month' | 'weekday'): string[] => {
    const name = format.formatToParts(date).find((part) => part.type === type)!.value;
    return (name.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => !CONNECTING.test(word));
  };
  for (const language of LANGUAGES)
    for (const length of ['long', 'short'] as const) {
      const timeZone = 'UTC';
      const days = new Intl.DateTimeFormat(language, { weekday: length, timeZone });
      for (let day = 1; day <= 7; day += 1)
        for (const word of partOf(days, Date.UTC(2024, 0, day), 'weekday')) weekdays.add(plain(word));
      for (const format of [{ month: length }, { month: length, day: 'numeric' }] as const) {
        const written = new Intl.DateTimeFormat(language, { ...format, timeZone });
        for (let month = 1; month <= 12; month += 1) {
          const [word, more] = partOf(written, Date.UTC(2024, month - 1, 5), 'month');
          if (word === undefined || more !== undefined) continue;
          for (const one of [word, plain(word)]) if (!months.has(one)) months.set(one, month);
        }
      }
    }
  return { months, weekdays };
}

/**
 * A date with the name of its month, in English, Chinese and the other languages of `LANGUAGES`.
 * @example `"01-JUN-2012"` → `"2012-06-01"`; `"June 5, 2014"` → `"2014-06-05"`; `"5 de marzo de 2024"` → `"2024-03-05"`; `"Jun-14"` → `"2014-06"`
 */
export const namedMonth: Rule = {
  name: 'named-month',
  title: { en: 'Months by name made ISO 8601', zh: '月份名称转 ISO 8601' },
  appliesTo: isDate,
  needs: CHARACTERS.letter | CHARACTERS.other,
  clean(value) {
    if (!MAYBE.test(value) || !/\d/.test(value) || !/\p{L}{3}/u.test(value)) return value;
    const tokens = (value.toLowerCase().match(TOKEN) ?? []).filter((token) => !CONNECTING.test(token));
    const numbers = tokens.filter((token) => /^\d/.test(token));
    const isShaped = tokens.length - numbers.length === (tokens.length === 4 ? 2 : 1) && numbers.length > 0;
    if (!isShaped || !numbers.every((number) => /^(?:\d{1,2}|\d{4})$/.test(number))) return value;
    names ??= namesOf();
    const { months, weekdays } = names;
    if (tokens.length === 4 && weekdays.has(plain(tokens[0]!))) tokens.shift();
    if (tokens.length < 2 || tokens.length > 3) return value;
    const at = tokens.findIndex((token) => !/^\d/.test(token));
    const name = tokens[at];
    if (name === undefined) return value;
    const month = months.get(name) ?? months.get(plain(name));
    if (month === undefined) return value;
    const [first, second] = numbers as [string, string?];
    if (second === undefined) return at === 0 || first.length === 4 ? iso(first, month) : value;
    if (first.length === 4 && second.length < 4) return iso(first, month, second) ?? value;
    // `March 5, 24` may be a day and an hour, `5 March 24` is not.
    if (second.length === 1 || (at === 0 && second.length !== 4)) return value;
    return iso(second, month, first) ?? value;

    function iso(year: string, of: number, day?: string): string {
      const full = Number(year) + (year.length === 2 ? 2000 : 0);
      return isoDate(full, of, day === undefined ? undefined : Number(day)) ?? value;
    }
  },
};
