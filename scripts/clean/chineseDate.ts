import type { CleaningRule } from './rule.ts';

const DATE = /^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?$/;

/**
 * Dates written in Chinese become ISO 8601, as exact as they were.
 * @example `"2014年12月5日"` → `"2014-12-05"`; `"2014年"` → `"2014"`
 */
export const chineseDate: CleaningRule = {
  name: 'chinese-date',
  title: { en: 'Chinese dates made ISO 8601', zh: '中文日期转 ISO 8601' },
  appliesTo: (field) => field.type === 'partial-date' || field.type === 'year',
  clean(value) {
    const match = DATE.exec(value);
    if (!match) return value;
    return match
      .slice(1)
      .filter((part) => part !== undefined)
      .map((part) => part.padStart(2, '0'))
      .join('-');
  },
};
