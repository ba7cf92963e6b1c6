import { dollarFactorsOf } from '../model/comparablePrices.ts';
import { text, type Row } from '../model/row.ts';
import { readRows } from './readCatalogue.ts';

/** The country of each currency that one country of the dataset `deflators` has; the euro has several, of unlike prices. */
const COUNTRIES: Readonly<Record<string, string>> = {
  AUD: 'au',
  CAD: 'ca',
  CNY: 'cn',
  DKK: 'dk',
  GBP: 'gb',
  HKD: 'hong-kong',
  JPY: 'jp',
  KRW: 'kr',
  NOK: 'no',
  NZD: 'nz',
  SEK: 'se',
  SGD: 'sg',
  USD: 'us',
};

/** Currency → year → the factor by which an amount of that year becomes international dollars of the year of dollars. */
export type DollarFactors = Record<string, Record<string, number>>;

let factors: DollarFactors | undefined;

/** The rows of a table of `deflators` that are of a country. */
export const deflatorsOf = (table: 'inflation' | 'ppp', country: string): Row[] =>
  readRows('deflators', table).filter((row) => text(row, 'place') === country);

/**
 * The factors of all currencies with rates: consumer prices are chained from the year of the amount to the year of dollars, and divided by the
 * purchasing power parity of that year. Years without a rate have none.
 */
export const dollarFactors = (): DollarFactors =>
  (factors ??= Object.fromEntries(
    Object.entries(COUNTRIES).map(([currency, country]) => [
      currency,
      dollarFactorsOf(deflatorsOf('inflation', country), deflatorsOf('ppp', country)),
    ]),
  ));
