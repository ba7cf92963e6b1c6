import { describe, expect, test } from 'vitest';
import { text } from '../../../src/model/row.ts';
import { findPlace } from '../../../src/published/lookup.ts';
import {
  allPrices,
  countryOf,
  ENOUGH,
  hasPrices,
  isChinese,
  priceGroups,
  rangeOf,
} from '../../../src/published/priceBook.ts';

const prices = allPrices();

test('a county is in China, Hong Kong and Taiwan stand for themselves, an English county is in Britain', () => {
  const country = (place: string): string => text(countryOf(findPlace(place)), 'id');
  expect(country('gaoming')).toBe('cn');
  expect(country('hong-kong')).toBe('hong-kong');
  expect(country('taiwan')).toBe('taiwan');
  expect(country('gb-devon')).toBe('gb');
});

describe('comparable prices', () => {
  const price = (id: string) => prices.find(({ row }) => row['id'] === id)!;
  test('a price of the base year is itself; an older one in China is more', () => {
    expect(price('pb-f-zg-12').real).toBe(12);
    expect(price('pb-f-baohe-600').real).toBeGreaterThan(600);
    expect(price('pb-f-baohe-600').dollars).toBeLessThan(600);
  });
  test('a price without a year, or of a place without rates, has none', () => {
    expect(price('pb-f-kaifu-300').real).toBeUndefined();
    expect(price('pb-f-kaifu-300').dollars).toBeUndefined();
    expect(price('pb-f-tw-2').real).toBeUndefined();
  });
  test('a price in euros is deflated with the rates of its own country', () => {
    expect(price('pb-f-fuerth-17').dollars).toBeGreaterThan(price('pb-f-fuerth-17').amount);
  });
});

describe('a range', () => {
  const meals = priceGroups(prices)
    .get('meals')!
    .find(({ unit }) => unit === 'meal')!;
  test('is given of five prices or more', () => {
    const chinese = meals.prices.filter(isChinese);
    expect(rangeOf(chinese.slice(0, ENOUGH - 1), 'amount')).toBeUndefined();
    const range = rangeOf(chinese, 'amount')!;
    expect(range.count).toBe(chinese.length);
    expect(range.least).toBeLessThan(range.median);
    expect(range.median).toBeLessThan(range.most);
  });
  test('leaves out plans and prices that another reading replaced', () => {
    const farm = priceGroups(prices).get('farm-services')![0]!.prices;
    expect(farm.some(({ counts }) => !counts)).toBe(true);
    expect(rangeOf(farm, 'amount')!.count).toBe(farm.filter(({ counts }) => counts).length);
  });
});

test('a district has the prices of its towns', () => {
  expect(hasPrices('nanhai')).toBe(true);
  expect(hasPrices('guangdong')).toBe(true);
  expect(hasPrices('gaoming')).toBe(false);
});
