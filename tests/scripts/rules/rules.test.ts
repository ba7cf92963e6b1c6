import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCell } from '../../../scripts/ingest/table/cell.ts';
import { evidenceOf } from '../../../scripts/rules/evidence.ts';
import { isoDate } from '../../../scripts/rules/calendar.ts';
import { currencyOf } from '../../../scripts/rules/currency.ts';
import type { Column } from '../../../scripts/rules/rule.ts';
import { cleanerOf, COMPILE_RULES, INGEST_RULES } from '../../../scripts/rules/rules.ts';

const AMOUNT: Column = {
  currency: null,
  heading: 'amount',
  type: 'number',
  dayOrder: 'unclear',
  decimal: 'point',
  utcOffset: 0,
};
const DATE: Column = { ...AMOUNT, heading: 'paid', type: 'partial-date', dayOrder: 'day-first' };
const amount = (text: string, decimal: Column['decimal'] = 'point'): unknown =>
  readCell(text, { ...AMOUNT, decimal }).cell;
const decimalOf = (cells: string[], heading = 'amount', isNative = false): string =>
  evidenceOf(cells, isNative).decimal({ heading, currency: null });
const date = (text: string, column: Partial<Column> = {}): unknown =>
  readCell(text, { ...DATE, ...column }).cell;

describe('amounts', () => {
  test.each([
    ['1,234.50', 1234.5],
    ['(1,234.50)', -1234.5],
    ['250.00-', -250],
    ['£12', 12],
    ['-£1,200.00', -1200],
    ['£-5', -5],
    [' $ -   ', null],
    ['-', null],
    ['非公表', null],
    ['N/A', null],
    ['１，２３４．５０', 1234.5],
    ['￥１２３', 123],
    ['1,200円', 1200],
    ['1.25E+06', 1250000],
    ['1 234 567', 1234567],
    ['3.5万元', 35000],
    ['1.6亿元', 160000000],
    ['2千万', 20000000],
    ['人民币800元整', 800],
    ['一百二十万元', 1200000],
    ['十五万', 150000],
    ['三亿五千万元', 350000000],
    ['一万亿', 1e12],
    ['壹仟零叁拾元伍角整', 1030.5],
    ['壹拾贰万叁仟肆佰伍拾陆元柒角捌分', 123456.78],
    ['壹拾万元整（¥100,000.00）', 100000],
  ])('%s → %s', (text, value) => expect(amount(text)).toBe(value));

  test.each([
    ['1.234,56', 1234.56],
    ['12,5', 12.5],
    ['1.234.567', 1234567],
    ['-3,25 €', -3.25],
  ])('%s in a column of decimal commas → %s', (text, value) => expect(amount(text, 'comma')).toBe(value));

  test.each(['87,9.49', 'about 5', '1.2.3', '一二三', '壹拾万元整（¥10000.00）', 'tbc', '12月'])(
    '%s is no amount, and is named',
    (text) => expect(readCell(text, AMOUNT)).toEqual({ what: 'is not a number', right: expect.any(String) }),
  );

  test('an amount not in the currency of its column is a fault', () => {
    expect(currencyOf(['£5', '£7', '€3', '4'].map((cell) => [cell, 1]))).toBe('£');
    expect(readCell('US$ 40,570.00', { ...AMOUNT, currency: '¥' })).toMatchObject({
      what: 'is not in the currency of its column',
    });
    expect(readCell('¥40,570', { ...AMOUNT, currency: '¥' }).cell).toBe(40570);
  });

  test('the decimal separator is decided from the whole column', () => {
    expect(decimalOf(['1.234,56', '2.000'])).toBe('comma');
    expect(decimalOf(['1,234', '2,000'])).toBe('point');
    expect(decimalOf(['1,234.56', '2,000'])).toBe('point');
    expect(decimalOf(['1.234,56', '12.50'])).toBe('point');
    expect(decimalOf([])).toBe('point');
  });

  test('what was written with commas, in brackets, or in 万 is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (n) => {
        expect(amount(n.toLocaleString('en-US'))).toBe(n);
        expect(amount(n.toLocaleString('de-DE'), 'comma')).toBe(n);
        if (n < 0) expect(amount(`(${(-n).toLocaleString('en-US')})`)).toBe(n);
        expect(amount(`${n / 1e4}万`)).toBe(n);
      }),
    );
  });

  test('what was written in words is read back', () => {
    const digits = '零一二三四五六七八九';
    const words = (n: number): string => {
      const parts = [...String(n).padStart(8, '0')].map(Number);
      const group = (four: number[]): string =>
        four
          .map((digit, index) => (digit === 0 ? '零' : `${digits[digit]}${['千', '百', '十', ''][index]}`))
          .join('')
          .replace(/零+$/, '')
          .replace(/零+/g, '零');
      const [high, low] = [group(parts.slice(0, 4)), group(parts.slice(4))];
      return `${high.replace(/^零/, '')}${high ? '万' : ''}${high ? low : low.replace(/^零/, '')}元`;
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (n) => {
        expect(amount(words(n)), words(n)).toBe(n);
      }),
    );
  });
});

describe('dates', () => {
  test.each([
    ['2014年12月5日', '2014-12-05'],
    ['2014年', '2014'],
    ['2026年07月', '2026-07'],
    ['二〇一四年十二月五日', '2014-12-05'],
    ['令和2年4月1日', '2020-04-01'],
    ['令和元年5月', '2019-05'],
    ['平成30年度', '2018'],
    ['H30.4.1', '2018-04-01'],
    ['昭和64年', '1989'],
    ['2014/1/5', '2014-01-05'],
    ['20140105', '2014-01-05'],
    ['2014-07-01T00:00:00.000', '2014-07-01'],
    ['2014-07-01 09:07:01', '2014-07-01'],
    ['03/04/2014', '2014-04-03'],
    ['03.04.14', '2014-04-03'],
    ['31/12/99', '1999-12-31'],
    ['01-JUN-2012', '2012-06-01'],
    ['June 5, 2014', '2014-06-05'],
    ['Jun-14', '2014-06'],
    ['41640', '2014-01-01'],
    ['1726799181', '2024-09-20'],
    ['-', null],
  ])('%s → %s', (text, iso) => expect(date(text)).toBe(iso));

  test('seconds are converted in the time zone of the publisher', () => {
    const late = String(Date.UTC(2024, 0, 1, 18) / 1000);
    expect(date(late)).toBe('2024-01-01');
    expect(date(late, { utcOffset: 480 })).toBe('2024-01-02');
  });

  test.each([
    '2014-02-30',
    '31/04/2014',
    '00:00:00',
    '平成40年',
    '九九〇零年一月三二日',
    '令和0年',
    'soon',
    '2014年13月',
  ])('%s is no day of the calendar, and is named', (text) =>
    expect(readCell(text, DATE)).toMatchObject({ what: 'is not a date' }),
  );

  test('the order of day and month is decided from the whole column, or not at all', () => {
    expect(evidenceOf(['03/04/2014', '28/04/2014']).dayOrder).toBe('day-first');
    expect(evidenceOf(['03/04/2014', '04/28/2014']).dayOrder).toBe('month-first');
    expect(evidenceOf(['03/04/2014']).dayOrder).toBe('unclear');
    expect(evidenceOf(['28/04/2014', '04/28/2014']).dayOrder).toBe('unclear');
    expect(readCell('03/04/2014', { ...DATE, dayOrder: 'unclear' })).toMatchObject({
      what: 'does not say which is the day and which the month',
    });
  });

  test('every day is read back from every format', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2059-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (moment) => {
        const [y, m, d] = [moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate()];
        const iso = isoDate(y, m, d);
        const serial = Math.floor(moment.valueOf() / 86_400_000) + 25_569;
        for (const text of [
          `${y}年${m}月${d}日`,
          `${d}/${m}/${y}`,
          `${d}.${m}.${y}`,
          `${y}/${m}/${d}`,
          `${serial}`,
        ])
          expect(date(text), text).toBe(iso);
        expect(date(`${m}/${d}/${y}`, { dayOrder: 'month-first' })).toBe(iso);
        if (y > 2018) expect(date(`令和${y - 2018}年${m}月${d}日`)).toBe(iso);
      }),
    );
  });
});

describe('every rule', () => {
  test('reports what it changed, with before and after', () => {
    const reported: string[] = [];
    cleanerOf(AMOUNT, INGEST_RULES).clean(' （1,234.50） ', (rule, before, after) =>
      reported.push(`${rule}: ${before} → ${after}`),
    );
    expect(reported).toEqual([
      'whitespace:  （1,234.50）  → （1,234.50）',
      'fullwidth: （1,234.50） → (1,234.50)',
      'negative: (1,234.50) → -1,234.50',
      'thousands: -1,234.50 → -1234.50',
    ]);
  });

  test('has its own name', () => {
    const names = INGEST_RULES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('of the compile is also one of ingest', () => {
    for (const rule of COMPILE_RULES) expect(INGEST_RULES).toContain(rule);
  });
});

describe('evidence of all cells', () => {
  test('changes what was planned from the first ones, and nothing else', () => {
    const planned = { ...DATE, dayOrder: 'day-first' as const };
    expect(evidenceOf(['03/04/2014', '2014-04-03']).amended(planned)).toBe(planned);
    expect(evidenceOf(['03/04/2014', '04/28/2014']).amended(planned).dayOrder).toBe('month-first');
    expect(evidenceOf(['28/04/2014', '04/28/2014']).amended(planned).dayOrder).toBe('unclear');
    expect(evidenceOf(['£1,5']).amended(AMOUNT)).toEqual({ ...AMOUNT, decimal: 'comma', currency: '£' });
  });
});
