import { describe, expect, test } from 'vitest';
import { converted, DOLLARS, NOMINAL, pricesOf, REAL } from '../../../../src/charts/forms/prices.ts';

const rate = (year: number, percent: number): Record<string, string | number> => ({
  place: 'cn',
  year,
  consumer_price_inflation_percent: percent,
});
const INFLATION = [rate(2019, 10), rate(2020, 20), rate(2021, 25), { ...rate(2020, 99), place: 'jp' }];
const PPP = [
  { place: 'jp', year: 2020, local_per_international_dollar: 100 },
  { place: 'cn', year: 2019, local_per_international_dollar: 9 },
  { place: 'cn', year: 2020, local_per_international_dollar: 4 },
];
const factor = (measure: typeof REAL | typeof DOLLARS | typeof NOMINAL, year: number): number =>
  pricesOf(measure, year, INFLATION, PPP)!.factor;

describe('amounts in constant prices', () => {
  test('prices of the years after the amount are chained up to the base year', () => {
    expect(factor(REAL, 2018)).toBeCloseTo(1.1 * 1.2, 10);
    expect(factor(REAL, 2020)).toBe(1);
  });

  test('prices of later years are divided out', () => {
    expect(factor(REAL, 2021)).toBeCloseTo(1 / 1.25, 10);
  });

  test('international dollars are constant: divided by the parity of the base year', () => {
    expect(factor(DOLLARS, 2018)).toBeCloseTo((1.1 * 1.2) / 4, 6);
  });

  test('the rates of the country are named, for the sources', () => {
    expect(pricesOf(DOLLARS, 2019, INFLATION, PPP)!.rows).toEqual([
      ...INFLATION.slice(0, 3),
      ...PPP.slice(1),
    ]);
    expect(pricesOf(NOMINAL, 2019, INFLATION, PPP)!.rows).toEqual([]);
  });

  test('nothing is converted where a rate is missing', () => {
    expect(pricesOf(REAL, 2017, INFLATION, PPP)).toBeUndefined();
    expect(pricesOf(DOLLARS, 2022, INFLATION, PPP)).toBeUndefined();
    expect(pricesOf(DOLLARS, 2019, INFLATION, PPP.slice(0, 2))).toBeUndefined();
  });

  test('a converted amount has four exact digits, one of its own year all', () => {
    expect(converted(123_456, { factor: 1.1, rows: [] })).toBe(135_800);
    expect(converted(123_456, { factor: 1, rows: [] })).toBe(123_456);
  });
});
