import { describe, expect, test } from 'vitest';
import {
  kindGroupOf,
  procedureAt,
  quantityOf,
  unitEstimate,
} from '../../../../src/components/prices/estimate.ts';
import {
  PROCEDURE_RESTS_ON,
  PROCUREMENT_LIMIT,
  TENDER_THRESHOLD,
} from '../../../../src/components/prices/procedureSums.ts';
import { readRows, readTable } from '../../../../src/published/readCatalogue.ts';

const assumptions = { residents: 100_000, older: 20, served: 5, amount: 10, months: 12, number: 7 };

describe('the quantity', () => {
  test('of a service for older people is the people served, times units a month, times months', () => {
    expect(quantityOf('home-care', assumptions)).toBe(1000 * 10 * 12);
    expect(quantityOf('meals', { ...assumptions, served: 0.01 })).toBe(2 * 10 * 12);
  });
  test('of another service is the number entered', () => {
    expect(quantityOf('stage-show', assumptions)).toBe(7);
  });
});

describe('the price of a unit', () => {
  test('lies between the quartiles of five prices or more', () => {
    expect(unitEstimate([50, 10, 20, 30, 40])).toEqual({ low: 20, middle: 30, high: 40, areQuartiles: true });
  });
  test('lies between the lowest and the highest of three or four', () => {
    expect(unitEstimate([40, 10, 20])).toEqual({ low: 10, middle: 20, high: 40, areQuartiles: false });
  });
  test('is not given for two', () => {
    expect(unitEstimate([10, 20])).toBeUndefined();
  });
});

test('the procedure changes at the limit and at the threshold', () => {
  expect([99, 100, 399, 400].map((sum) => procedureAt(sum, 100, 400))).toEqual([
    'below',
    'between',
    'between',
    'above',
  ]);
});

test('every kind of price is in a group, but for costs and estimates', () => {
  const kinds = Object.keys(readTable('prices').fields.find(({ name }) => name === 'price_kind')!.labels!);
  expect(kinds.filter((kind) => kindGroupOf(kind) === undefined)).toEqual(['cost', 'estimate']);
});

test('the sums filled in are those of the rows that they rest on', () => {
  const says = new Map(readRows('policy-articles').map((row) => [row['id'], String(row['says_en'])]));
  for (const { sum, article } of [PROCUREMENT_LIMIT, TENDER_THRESHOLD])
    expect(says.get(article)).toContain(`CNY ${sum / 1e6} million`);
  for (const article of PROCEDURE_RESTS_ON) expect(says.has(article), article).toBe(true);
});
