import { number, type Row } from './row.ts';

/** The year whose prices and parities amounts are converted to; that of the charts. */
export const DOLLAR_YEAR = 2020;

/** The year of each rate of a country, with the factor by which consumer prices rose in it: `1.025`. */
const risesOf = (inflation: readonly Row[]): Map<number, number> =>
  new Map(
    inflation.map((row) => [
      number(row, 'year')!,
      1 + number(row, 'consumer_price_inflation_percent')! / 100,
    ]),
  );

/** A factor as it is published: six significant digits. */
const rounded = (factors: Map<number, number>, by = 1): Record<string, number> =>
  Object.fromEntries([...factors].map(([year, factor]) => [year, Number((factor / by).toPrecision(6))]));

/**
 * The factor of each year by which an amount of that year is brought to prices of another, by chaining the yearly rates of
 * inflation of a country. Years that no unbroken chain of rates reaches have none.
 */
export function priceFactors(inflation: readonly Row[], to: number): Record<string, number> {
  return rounded(chained(inflation, to));
}

/** The factors by which an amount of a year becomes international dollars of `DOLLAR_YEAR`, from rates of inflation and parities of a country. */
export function dollarFactorsOf(inflation: readonly Row[], ppp: readonly Row[]): Record<string, number> {
  const parity = ppp.find((row) => number(row, 'year') === DOLLAR_YEAR);
  if (!parity) return {};
  return rounded(chained(inflation, DOLLAR_YEAR), number(parity, 'local_per_international_dollar')!);
}

function chained(inflation: readonly Row[], to: number): Map<number, number> {
  const rises = risesOf(inflation);
  const years = new Map([[to, 1]]);
  for (let year = to; rises.has(year); year -= 1) years.set(year - 1, years.get(year)! * rises.get(year)!);
  for (let year = to + 1; rises.has(year); year += 1)
    years.set(year, years.get(year - 1)! / rises.get(year)!);
  return years;
}
