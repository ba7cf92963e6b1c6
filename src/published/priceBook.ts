import { factorsByPlace, OWN_CURRENCY } from '../model/comparablePrices.ts';
import type { Language } from '../model/language.ts';
import { quantile } from '../model/quantile.ts';
import { number, text, type Row } from '../model/row.ts';
import { deflatorsOf } from './internationalDollars.ts';
import { findPlace, placesAround } from './lookup.ts';
import { readRows, readTable } from './readCatalogue.ts';

/** A unit price with what makes it comparable. */
export interface Price {
  row: Row;
  place: Row;
  /** The country, or Hong Kong, Macao or Taiwan, which have currencies of their own. */
  country: Row;
  amount: number;
  /** In prices of `DOLLAR_YEAR` of its own currency; `undefined` where the year is not known or has no rate. */
  real: number | undefined;
  /** In international dollars of `DOLLAR_YEAR`. */
  dollars: number | undefined;
  /** Whether it is neither a plan nor set aside for another reading. */
  counts: boolean;
}

/** The names of the codes of a column of the dataset, in the order of their list. */
export const priceLabels = (field: string, language: Language): Record<string, string> =>
  Object.fromEntries(
    Object.entries(readTable('prices').fields.find(({ name }) => name === field)!.labels!).map(
      ([code, label]) => [code, label[language]],
    ),
  );

/** The prices of one service in one unit. */
export interface PriceGroup {
  service: string;
  unit: string;
  prices: Price[];
}

/** A range and its middle. */
export interface PriceRange {
  count: number;
  places: number;
  least: number;
  median: number;
  most: number;
}

/** So few prices have no range and no median. */
export const ENOUGH = 5;
/** The last year for which China’s consumer prices are in the dataset `deflators`, to which the calculator brings prices. */
export const LATEST_YEAR = Math.max(...deflatorsOf('inflation', 'cn').map((row) => number(row, 'year')!));

/** The country of a place; Hong Kong, Macao and Taiwan count as such, as their currencies and prices are their own. */
export function countryOf(place: Row): Row {
  for (let at = place; ; at = findPlace(text(at, 'parent')))
    if (text(at, 'parent') === '' || OWN_CURRENCY.includes(text(at, 'id'))) return at;
}

/** All unit prices, by place and year. */
export function allPrices(): Price[] {
  const inflation = readRows('deflators', 'inflation');
  const [real, dollars] = [
    factorsByPlace(inflation),
    factorsByPlace(inflation, readRows('deflators', 'ppp')),
  ];
  return readRows('prices')
    .map((row) => {
      const place = findPlace(text(row, 'place'));
      const country = countryOf(place);
      const amount = number(row, 'amount')!;
      const times = (factors: typeof real): number | undefined => {
        const factor = factors(placesAround(text(row, 'place')), text(row, 'year'));
        return factor === undefined ? undefined : amount * factor;
      };
      const counts = row['precision'] !== 'forecast' && row['preferred'] !== false;
      return { row, place, country, amount, real: times(real), dollars: times(dollars), counts };
    })
    .sort(byPlaceAndYear);
}

const byPlaceAndYear = (a: Price, b: Price): number =>
  Number(text(b.country, 'id') === 'cn') - Number(text(a.country, 'id') === 'cn') ||
  text(a.country, 'id').localeCompare(text(b.country, 'id')) ||
  text(a.place, 'name_en').localeCompare(text(b.place, 'name_en')) ||
  (number(a.row, 'year') ?? 0) - (number(b.row, 'year') ?? 0);

/** The services that have prices, in the order of their list, each with its groups by unit, the largest first. */
export function priceGroups(prices: readonly Price[]): Map<string, PriceGroup[]> {
  const services = Object.keys(readTable('prices').fields.find(({ name }) => name === 'service')!.labels!);
  return new Map(
    services.flatMap((service) => {
      const own = Map.groupBy(
        prices.filter(({ row }) => row['service'] === service),
        ({ row }) => text(row, 'unit'),
      );
      const groups = [...own].map(([unit, members]) => ({ service, unit, prices: members }));
      return groups.length === 0
        ? []
        : [[service, groups.sort((a, b) => b.prices.length - a.prices.length)] as const];
    }),
  );
}

/** The range of some prices in a measure; `undefined` where fewer than five have it. */
export function rangeOf(
  prices: readonly Price[],
  measure: 'amount' | 'real' | 'dollars',
): PriceRange | undefined {
  const measured = prices.filter((price) => price.counts && price[measure] !== undefined);
  if (measured.length < ENOUGH) return undefined;
  const values = measured.map((price) => price[measure]!);
  return {
    count: values.length,
    places: new Set(measured.map(({ row }) => row['place'])).size,
    least: quantile(values, 0),
    median: quantile(values, 0.5),
    most: quantile(values, 1),
  };
}

/** Whether a price is one of mainland China, in yuan. */
export const isChinese = ({ row }: Price): boolean => row['currency'] === 'CNY';

/** Whether a place has unit prices, itself or a place within it. */
export const hasPrices = (place: string): boolean =>
  readRows('prices').some((row) => placesAround(text(row, 'place')).includes(place));
