import { PRICE_KIND_GROUPS } from '../../model/priceKinds.ts';
import { quantile } from '../../model/quantile.ts';

export type KindGroup = keyof typeof PRICE_KIND_GROUPS;
/** The groups of kinds of price that a reader may take into an estimate. */
export const KIND_GROUPS = Object.keys(PRICE_KIND_GROUPS) as KindGroup[];

/** The group of a kind of price. */
export const kindGroupOf = (kind: string): KindGroup | undefined =>
  KIND_GROUPS.find((group) => (PRICE_KIND_GROUPS[group] as readonly string[]).includes(kind));

/** Services whose quantity follows from the number of older people. */
const FOR_OLDER_PEOPLE = ['home-care', 'meals', 'care-home', 'nursing-home'];

/** Whether the quantity of a service is reckoned from residents; else it is a number of units. */
export const isForOlderPeople = (service: string): boolean => FOR_OLDER_PEOPLE.includes(service);

/** What a reader assumes; shares in per cent. */
export interface Assumptions {
  residents: number;
  older: number;
  served: number;
  amount: number;
  months: number;
  number: number;
}

/** The number of units a year: people served times units a person and month times months, or the number that was entered. */
export const quantityOf = (
  service: string,
  { residents, older, served, amount, months, number }: Assumptions,
) =>
  isForOlderPeople(service) ? Math.round((residents * older * served) / 10_000) * amount * months : number;

/** So few prices give no estimate; from `QUARTILES` on, low and high are quartiles, else the lowest and the highest price. */
export const FEWEST = 3;
export const QUARTILES = 5;

/** The price of one unit: low, middle and high. */
export interface UnitEstimate {
  low: number;
  middle: number;
  high: number;
  areQuartiles: boolean;
}

/** What one unit costs at the prices found; `undefined` where they are too few. */
export function unitEstimate(prices: readonly number[]): UnitEstimate | undefined {
  if (prices.length < FEWEST) return undefined;
  const areQuartiles = prices.length >= QUARTILES;
  const [low, high] = areQuartiles ? [0.25, 0.75] : [0, 1];
  return {
    low: quantile(prices, low),
    middle: quantile(prices, 0.5),
    high: quantile(prices, high),
    areQuartiles,
  };
}

/** Which procedure a sum falls under: below the limit of procurement law, between it and the threshold of open tender, or from there on. */
export const procedureAt = (sum: number, limit: number, tender: number): 'below' | 'between' | 'above' =>
  sum < limit ? 'below' : sum < tender ? 'between' : 'above';
