import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatDate,
  formatMoney,
  formatNumber,
  formatRank,
  formatRatio,
  formatShare,
  formatValue,
  precisionWord,
} from '../../src/i18n/format.ts';

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

  test('in Chinese, the printed number times its 万 or 亿 is the amount, to four digits after the point', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 }), (amount) => {
        const [digits, scale] = formatNumber(amount, 'zh').split(' ');
        const value = Number(digits!.replaceAll(',', '')) * ({ 万: 1e4, 亿: 1e8 }[scale ?? ''] ?? 1);
        expect(Math.abs(value - amount)).toBeLessThanOrEqual(amount * 1e-4 + 1e-9);
      }),
    );
  });
});

describe('counts, shares and ranks', () => {
  test('a count keeps every digit in both languages', () => {
    expect(formatValue(469038, 'person', 'en')).toBe('469,038 people');
    expect(formatValue(469038, 'person', 'zh')).toBe('46.9038 万人');
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
  test('precision is said before the number', () => {
    expect(precisionWord('over', 'en') + formatMoney(160000000, 'CNY', 'en')).toBe('over CNY 160 million');
    expect(precisionWord('over', 'zh') + formatMoney(160000000, 'CNY', 'zh')).toBe('逾 1.6 亿元');
    expect(precisionWord('exact', 'en')).toBe('');
    expect(precisionWord(null, 'zh')).toBe('');
  });
});

test('dates are as exact as they are', () => {
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
