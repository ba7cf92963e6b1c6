import { CHARACTERS } from './characters.ts';
import { isoDate } from './calendar.ts';
import { isDate, type Rule } from './rule.ts';

/** Day 0 of the 1900 system, two days before 1900-01-01: spreadsheets treat 1900 as a leap year. */
const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/**
 * The number of a day as spreadsheets count them, from 1954 (20000) to 2119 (80000).
 * @example `"41640"` → `"2014-01-01"`; `"41640.75"` → `"2014-01-01"`
 * @see https://learn.microsoft.com/office/troubleshoot/excel/1900-and-1904-date-system
 */
export const excelSerial: Rule = {
  name: 'excel-serial',
  title: { en: 'Day numbers of spreadsheets made ISO 8601', zh: '表格日期序号转 ISO 8601' },
  appliesTo: isDate,
  needs: CHARACTERS.digit,
  clean(value) {
    if (!/^\d{5}(\.\d+)?$/.test(value)) return value;
    const serial = Math.floor(Number(value));
    if (serial < 20_000 || serial > 80_000) return value;
    const day = new Date(EPOCH + serial * DAY);
    return isoDate(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate())!;
  },
};
