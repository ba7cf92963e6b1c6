import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatDate,
  formatMoney,
  formatNumber,
  formatRank,
  formatRatio,
  formatShort,
  formatShare,
  formatValue,
  precisionWord,
} from '../../../src/i18n/format.ts';

describe('money', () => {
  test.each([
    [71100000000, 'CNY', 'CNY 71.1 billion', '711 亿元'],
    [87949000000, 'CNY', 'CNY 87.949 billion', '879.49 亿元'],
    [160000000, 'CNY', 'CNY 160 million', '1.6 亿元'],
    [67970000, 'CNY', 'CNY 67.97 million', '6797 万元'],
    [300000, 'CNY', 'CNY 300,000', '30 万元'],
    [590, 'CNY', 'CNY 590', '590 元'],
    [1.4, 'CNY', 'CNY 1.4', '1.4 元'],
    [55e9, 'GBP', 'GBP 55 billion', '550 亿英镑'],
    [-1500000, 'USD', 'USD -1.5 million', '-150 万美元'],
  ])('%s %s', (amount, currency, en, zh) => {
    expect(formatMoney(amount, currency, 'en')).toBe(en);
    expect(formatMoney(amount, currency, 'zh')).toBe(zh);
  });

  test.each([
    [195313, '195313 元', '195313 元'],
    [401100000, '4.011亿元', '40110 万元'],
    [4040000000, '40.40亿元', '40.40 亿元'],
    [4040000000, '', '40.4 亿元'],
    [472000, '47.20万人', '47.20 万元'],
    [340438, '34.0438万人', '340438 元'],
    [87158123456, '', '871.58 亿元'],
  ])('%s, printed as "%s": %s', (amount, printed, zh) =>
    expect(formatMoney(amount, 'CNY', 'zh', printed)).toBe(zh),
  );
});

/** The value of a Chinese number, and its number of decimals. */
function readChinese(words: string): { value: number; decimals: number; scale: string } {
  const [, digits, decimals = '', scale] = /^(-?\d+(?:\.(\d+))?) ?([万亿]?)$/.exec(words)!;
  return {
    value: Number(digits) * ({ 万: 1e4, 亿: 1e8 }[scale!] ?? 1),
    decimals: decimals.length,
    scale: scale!,
  };
}

describe('a Chinese number', () => {
  const amounts = fc.oneof(
    fc.integer({ min: -1e14, max: 1e14 }),
    fc.integer({ min: -1e6, max: 1e6 }),
    fc.tuple(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom(100, 1e4, 1e6, 1e8)).map(([a, b]) => a * b),
    fc.integer({ min: -1e9, max: 1e9 }).map((hundredths) => hundredths / 100),
  );

  test('has at most two digits before 万 or 亿', () =>
    fc.assert(
      fc.property(amounts, (amount) => {
        const { decimals, scale } = readChinese(formatNumber(amount, 'zh'));
        expect(scale === '' || decimals <= 2).toBe(true);
      }),
    ));

  test('is exact for a whole number below a hundred million, and within half a million above', () =>
    fc.assert(
      fc.property(amounts.filter(Number.isInteger), (amount) => {
        const { value } = readChinese(formatNumber(amount, 'zh'));
        expect(Math.abs(value - amount)).toBeLessThanOrEqual(Math.abs(amount) < 1e8 ? 1e-6 : 5e5);
      }),
    ));

  test('keeps the digits that a source prints after the point, up to two', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 101, max: 999999 }),
        fc.constantFrom(['万', 1e4] as const, ['亿', 1e8] as const),
        fc.integer({ min: 0, max: 2 }),
        (hundredths, [name, scale], decimals) => {
          const digits = (hundredths / 100).toFixed(decimals);
          const amount = Math.round(Number(digits) * scale);
          fc.pre(amount >= scale && (name === '亿' || amount < 1e8));
          expect(formatNumber(amount, 'zh', `${digits}${name}元`)).toBe(`${digits} ${name}`);
        },
      ),
    ));

  test('on an axis is short, and within one part in twenty', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 }), (amount) => {
        const { value, decimals } = readChinese(formatShort(amount, 'zh'));
        expect(decimals).toBeLessThanOrEqual(1);
        expect(Math.abs(value - amount)).toBeLessThanOrEqual(amount / 20);
      }),
    ));
});

describe('counts, shares and ranks', () => {
  test('a count keeps every digit in both languages, and no more than the source prints', () => {
    expect(formatValue(469038, 'person', 'en')).toBe('469,038 people');
    expect(formatValue(469038, 'person', 'zh')).toBe('469038 人');
    expect(formatValue(76268, 'facility', 'zh')).toBe('76268 所');
    expect(formatValue(420000, 'person', 'zh', { printed: '42万人' })).toBe('42 万人');
    expect(formatValue(420000, 'person', 'zh', { printed: '42.00万人' })).toBe('42.00 万人');
    expect(formatValue(3229090, 'person', 'en')).toBe('3,229,090 people');
  });
  test('singular and plural', () => {
    expect(formatValue(1, 'project', 'en')).toBe('1 project');
    expect(formatValue(441, 'project', 'en')).toBe('441 projects');
    expect(formatValue(441, 'project', 'zh')).toBe('441 个项目');
  });
  test('bare leaves the unit out', () =>
    expect(formatValue(441, 'project', 'en', { bare: true })).toBe('441'));
  test.each([
    [4.04, 1, 'en', '4.0'],
    [11.96, 0, 'en', '12'],
    [136986.3, 0, 'en', '137,000'],
    [136986.3, 0, 'zh', '13.7 万'],
    [5882.4, 0, 'zh', '5880'],
  ] as const)('the ratio %d with %d digits, %s: %s', (ratio, digits, language, words) =>
    expect(formatRatio(ratio, digits, language)).toBe(words),
  );
  test('a share is a percentage, a third stays a third', () => {
    expect(formatShare(0.0665, 'en')).toBe('6.65%');
    expect(formatShare(0.3333, 'en')).toBe('one third');
    expect(formatShare(0.6667, 'zh')).toBe('三分之二');
  });
  test.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [11, '11th'],
    [36, '36th'],
    [42, '42nd'],
  ])('rank %i', (rank, en) => {
    expect(formatRank(rank, 'en')).toBe(en);
    expect(formatRank(rank, 'zh')).toBe(`第 ${rank}`);
  });
  test('precision is written before the number', () => {
    expect(precisionWord('over', 'en') + formatMoney(160000000, 'CNY', 'en')).toBe('over CNY 160 million');
    expect(precisionWord('over', 'zh') + formatMoney(160000000, 'CNY', 'zh')).toBe('逾 1.6 亿元');
    expect(precisionWord('exact', 'en')).toBe('');
    expect(precisionWord(null, 'zh')).toBe('');
  });
});

test('dates keep their precision', () => {
  expect([formatDate('2014', 'en'), formatDate('2014-12', 'en'), formatDate('2014-12-05', 'en')]).toEqual([
    '2014',
    'December 2014',
    '5 December 2014',
  ]);
  expect([formatDate('2014', 'zh'), formatDate('2014-12', 'zh'), formatDate('2014-12-05', 'zh')]).toEqual([
    '2014 年',
    '2014 年 12 月',
    '2014 年 12 月 5 日',
  ]);
});
