import { CHARACTERS } from './characters.ts';
import { isoDate } from './calendar.ts';
import { readInteger } from './chineseNumerals.ts';
import { isDate, type Rule } from './rule.ts';

const DATE = /^(\d{4})\s*[年년](?:\s*(\d{1,2})\s*[月월](?:份|\s*(\d{1,2})\s*[日号號일])?)?$/;
const IN_WORDS =
  /^([〇零○一二三四五六七八九]{4})年(?:([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})[日号])?)?$/;

/**
 * Dates written in Chinese or Korean, with digits or in words; their precision is kept.
 * @example `"2014年12月5日"` → `"2014-12-05"`; `"二〇一四年十二月"` → `"2014-12"`; `"2014년 12월 5일"` → `"2014-12-05"`; `"2014年"` → `"2014"`
 */
export const chineseDate: Rule = {
  name: 'chinese-date',
  title: { en: 'Chinese and Korean dates made ISO 8601', zh: '中文、韩文日期转 ISO 8601' },
  appliesTo: (column) => isDate(column) || column.type === 'year',
  needs: CHARACTERS.han | CHARACTERS.other,
  clean(value) {
    const number = (part: string | undefined): number | undefined =>
      part === undefined ? undefined : /^\d/.test(part) ? Number(part) : (readInteger(part) ?? Number.NaN);
    const digits = DATE.exec(value);
    if (digits) return isoDate(Number(digits[1]), number(digits[2]), number(digits[3])) ?? value;
    const words = IN_WORDS.exec(value);
    if (!words) return value;
    const year = [...words[1]!].map((digit) => readInteger(digit.replace('○', '〇'))).join('');
    return isoDate(Number(year), number(words[2]), number(words[3])) ?? value;
  },
};
