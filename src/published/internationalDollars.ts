import { number, text, type Row } from '../model/row.ts';
import { readRows } from './readCatalogue.ts';

/** The year whose prices and parities amounts are converted to; that of the charts. */
export const DOLLAR_YEAR = 2020;

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

/**
 * The factors of all currencies with rates: consumer prices are chained from the year of the amount to the year of dollars, and divided by the
 * purchasing power parity of that year. Years without a rate have none.
 */
export const dollarFactors = (): DollarFactors =>
  (factors ??= Object.fromEntries(
    Object.entries(COUNTRIES).map(([currency, country]) => [
      currency,
      factorsOf(
        readRows('deflators', 'inflation').filter((row) => text(row, 'place') === country),
        readRows('deflators', 'ppp').filter((row) => text(row, 'place') === country),
      ),
    ]),
  ));

/** The factors of a country from its rates of inflation and its parities. */
export function factorsOf(inflation: readonly Row[], ppp: readonly Row[]): Record<string, number> {
  const parity = ppp.find((row) => number(row, 'year') === DOLLAR_YEAR);
  if (!parity) return {};
  const rises = new Map(
    inflation.map((row) => [
      number(row, 'year')!,
      1 + number(row, 'consumer_price_inflation_percent')! / 100,
    ]),
  );
  const local = number(parity, 'local_per_international_dollar')!;
  const years = new Map([[DOLLAR_YEAR, 1 / local]]);
  for (let year = DOLLAR_YEAR; rises.has(year); year -= 1)
    years.set(year - 1, years.get(year)! * rises.get(year)!);
  for (let year = DOLLAR_YEAR + 1; rises.has(year); year += 1)
    years.set(year, years.get(year - 1)! / rises.get(year)!);
  return Object.fromEntries([...years].map(([year, factor]) => [year, Number(factor.toPrecision(6))]));
}
