import { expect, test } from 'vitest';
import { DOLLAR_YEAR } from '../../../src/model/comparablePrices.ts';
import { dollarFactors } from '../../../src/published/internationalDollars.ts';
import { readRows } from '../../../src/published/readCatalogue.ts';

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
