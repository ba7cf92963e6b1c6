import { expect, test } from 'vitest';
import {
  DOLLAR_YEAR,
  dollarFactorsOf,
  factorsByPlace,
  priceFactors,
} from '../../../src/model/comparablePrices.ts';

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
  expect(dollarFactorsOf(inflation, ppp)).toEqual({
    [DOLLAR_YEAR - 2]: 0.34375,
    [DOLLAR_YEAR - 1]: 0.3125,
    [DOLLAR_YEAR]: 0.25,
    [DOLLAR_YEAR + 1]: 0.125,
  });
  expect(dollarFactorsOf(inflation, [])).toEqual({});
});

test('prices of one currency are brought to the prices of any year', () => {
  const inflation = [rate(2021, 100), rate(2022, 25), rate(2024, 3)];
  expect(priceFactors(inflation, 2022)).toEqual({ 2020: 2.5, 2021: 1.25, 2022: 1 });
  expect(priceFactors(inflation, 2020)).toEqual({ 2020: 1, 2021: 0.5, 2022: 0.4 });
  expect(priceFactors([], 2020)).toEqual({ 2020: 1 });
});

test('an amount has the factor of the nearest place around it that has rates', () => {
  const inflation = [
    { place: 'cn', ...rate(2020, 25) },
    { place: 'hong-kong', ...rate(2020, 100) },
  ];
  const real = factorsByPlace(inflation);
  expect(real(['gaoming', 'foshan', 'guangdong', 'cn'], '2019')).toBe(1.25);
  expect(real(['hong-kong', 'cn'], '2019')).toBe(2);
  expect(real(['cn'], '2018')).toBeUndefined();
  expect(real(['cn'], '')).toBeUndefined();
  // Taiwan’s prices are not China’s.
  expect(real(['taiwan', 'cn'], '2020')).toBeUndefined();
  const ppp = [{ place: 'cn', year: DOLLAR_YEAR, local_per_international_dollar: 5 }];
  expect(factorsByPlace(inflation, ppp)(['cn'], '2019')).toBe(0.25);
  expect(factorsByPlace(inflation, ppp)(['hong-kong', 'cn'], '2019')).toBeUndefined();
});
