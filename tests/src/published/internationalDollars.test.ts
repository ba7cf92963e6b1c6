import { expect, test } from 'vitest';
import { DOLLAR_YEAR, dollarFactors, factorsOf } from '../../../src/published/internationalDollars.ts';
import { readRows } from '../../../src/published/readCatalogue.ts';

const rate = (year: number, consumer_price_inflation_percent: number) => ({
  year,
  consumer_price_inflation_percent,
});

test('prices are chained to the year of dollars, from before and after, and divided by its parity', () => {
  const ppp = [
    { year: DOLLAR_YEAR, local_per_international_dollar: 4 },
    { year: DOLLAR_YEAR - 1, local_per_international_dollar: 99 },
  ];
  const inflation = [
    rate(DOLLAR_YEAR - 1, 10),
    rate(DOLLAR_YEAR, 25),
    rate(DOLLAR_YEAR + 1, 100),
    // After a gap nothing is chained.
    rate(DOLLAR_YEAR + 3, 5),
  ];
  expect(factorsOf(inflation, ppp)).toEqual({
    [DOLLAR_YEAR - 2]: 0.34375,
    [DOLLAR_YEAR - 1]: 0.3125,
    [DOLLAR_YEAR]: 0.25,
    [DOLLAR_YEAR + 1]: 0.125,
  });
  expect(factorsOf(inflation, [])).toEqual({});
});

test('an American dollar of the year is an international one, and each currency is that of one country', () => {
  const factors = dollarFactors();
  expect(factors['USD']![DOLLAR_YEAR]).toBe(1);
  expect(factors['USD']![2010]).toBeGreaterThan(1);
  expect(factors['CAD']![DOLLAR_YEAR]).toBeGreaterThan(0.5);
  expect(factors['EUR']).toBeUndefined();
  const last = Math.max(...readRows('deflators', 'inflation').map(({ year }) => Number(year)));
  expect(factors['CNY']![last]).toBeGreaterThan(0);
  expect(factors['CNY']![last + 1]).toBeUndefined();
});
