import { expect, test } from 'vitest';
import { dollarFactorsOf } from '../../src/model/comparablePrices.ts';
import { number, text } from '../../src/model/row.ts';

import { readRows } from '../../src/published/readCatalogue.ts';

const indicators = readRows('indicators', 'indicators');

/** The country of a place, by the places above it. */
const parents = new Map(readRows('places', 'places').map((row) => [text(row, 'id'), text(row, 'parent')]));
const countryOf = (place: string): string => {
  const above = parents.get(place);
  return above ? countryOf(above) : place;
};

const ofPlace = (table: string, country: string) =>
  readRows('deflators', table).filter((row) => text(row, 'place') === country);

test('the median contract in international dollars is that in the currency of the place times the factor of country and year', () => {
  const dollars = indicators.filter((row) => text(row, 'indicator') === 'median-amount-dollars');
  expect(new Set(dollars.map((row) => countryOf(text(row, 'place'))))).toEqual(
    new Set(['ca', 'jp', 'us', 'xk']),
  );
  for (const row of dollars) {
    const country = countryOf(text(row, 'place'));
    const factor = dollarFactorsOf(ofPlace('inflation', country), ofPlace('ppp', country))[number(row, 'year')!]!;
    const local = indicators.find(
      (other) =>
        text(other, 'indicator') === 'median-amount' &&
        text(other, 'place') === text(row, 'place') &&
        number(other, 'year') === number(row, 'year'),
    )!;
    // Dollars are rounded to one, factors to six digits.
    expect(Math.abs(number(row, 'value')! - number(local, 'value')! * factor), text(row, 'id')).toBeLessThan(
      0.5 + 1e-5 * number(row, 'value')!,
    );
    expect(number(row, 'cases')).toBe(number(local, 'cases'));
  }
});

test('every place has the median in international dollars for every year for which its country has prices', () => {
  const last = Math.max(...readRows('deflators', 'inflation').map((row) => number(row, 'year')!));
  const missing = indicators.filter(
    (row) =>
      text(row, 'indicator') === 'median-amount' &&
      number(row, 'year')! <= last &&
      !indicators.some(({ id }) => id === String(row['id']).replace(/-amount$/, '-amount-dollars')),
  );
  expect(missing).toEqual([]);
});
