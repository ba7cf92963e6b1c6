import { CHARACTERS } from './characters.ts';
import { isDate, type Rule } from './rule.ts';

/**
 * Seconds or milliseconds since 1970, from 2001 on. The day is that of the publisher's time zone (`utcOffset`).
 * @example `"1726799181"` → `"2024-09-20"`
 * @see https://pubs.opengroup.org/onlinepubs/9699919799/basedefs/V1_chap04.html#tag_04_16
 */
export const epochSeconds: Rule = {
  name: 'epoch-seconds',
  title: { en: 'Seconds since 1970 made ISO 8601', zh: '时间戳转 ISO 8601' },
  appliesTo: isDate,
  needs: CHARACTERS.digit,
  clean(value, { utcOffset }) {
    if (!/^[1-4]\d{9}(\d{3})?$/.test(value)) return value;
    const milliseconds = Number(value) * (value.length === 10 ? 1000 : 1) + utcOffset * 60_000;
    return new Date(milliseconds).toISOString().slice(0, 10);
  },
};
