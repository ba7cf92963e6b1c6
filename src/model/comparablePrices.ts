import { number, text, type Row } from './row.ts';

/** The year whose prices and parities amounts are converted to; that of the charts. */
export const DOLLAR_YEAR = 2020;

/** Places within China whose currencies and prices are their own. */
export const OWN_CURRENCY = ['hong-kong', 'macao', 'taiwan'];

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

/**
 * Looks up the factor of an amount from a place and those above it, the nearest first, and from its year: by the first of them that has rates. Above a place with
 * a currency of its own nothing is looked up.
 * @param ppp parities, to bring amounts to international dollars; without them they are brought to prices of `DOLLAR_YEAR` in their own currency
 */
export function factorsByPlace(
  inflation: readonly Row[],
  ppp?: readonly Row[],
): (places: readonly string[], year: string) => number | undefined {
  const byPlace = Map.groupBy(inflation, (row) => text(row, 'place'));
  const known = new Map<string, Record<string, number>>();
  return (places, year) => {
    const own = places.findIndex((place) => OWN_CURRENCY.includes(place));
    const country = (own < 0 ? places : places.slice(0, own + 1)).find((place) => byPlace.has(place));
    if (country === undefined) return undefined;
    const rates = byPlace.get(country)!;
    if (!known.has(country))
      known.set(
        country,
        ppp
          ? dollarFactorsOf(
              rates,
              ppp.filter((row) => row['place'] === country),
            )
          : priceFactors(rates, DOLLAR_YEAR),
      );
    return known.get(country)![year];
  };
}

function chained(inflation: readonly Row[], to: number): Map<number, number> {
  const rises = risesOf(inflation);
  const years = new Map([[to, 1]]);
  for (let year = to; rises.has(year); year -= 1) years.set(year - 1, years.get(year)! * rises.get(year)!);
  for (let year = to + 1; rises.has(year); year += 1)
    years.set(year, years.get(year - 1)! / rises.get(year)!);
  return years;
}
