import type { Control, View } from '../../model/chart.ts';
import type { Bilingual } from '../../model/language.ts';
import { number, text, type Row } from '../../model/row.ts';

/** The year whose prices constant amounts are in. */
export const BASE = 2020;

/** What an amount is measured in: yuan of its year, yuan of the base year, international dollars of the base year. */
export const NOMINAL = 'nominal';
export const REAL = 'real';
export const DOLLARS = 'dollars';
export type Measure = typeof NOMINAL | typeof REAL | typeof DOLLARS;

/** The measure as part of a subtitle. */
export const MEASURE_WORDS: Readonly<Record<Measure, Bilingual>> = {
  [NOMINAL]: { en: 'yuan of the year', zh: '当年价，元' },
  [REAL]: { en: `yuan of ${BASE}`, zh: `${BASE} 年价，元` },
  [DOLLARS]: { en: `international dollars of ${BASE}`, zh: `${BASE} 年国际元（购买力平价）` },
};

/** The measure after a number. */
export const AFTER: Readonly<Record<Measure, Bilingual>> = {
  [NOMINAL]: { en: 'yuan', zh: '元' },
  [REAL]: { en: `yuan of ${BASE}`, zh: `元（${BASE} 年价）` },
  [DOLLARS]: { en: 'int. dollars', zh: '国际元' },
};

/** The unit of each measure, for formatting. */
export const UNITS: Readonly<Record<Measure, string>> = {
  [NOMINAL]: 'CNY',
  [REAL]: 'CNY',
  [DOLLARS]: 'international dollar',
};

/** The control by which a reader chooses the measure. */
export const MEASURE_CONTROL: Control = {
  id: 'measure',
  label: { en: 'Measured in', zh: '单位' },
  options: ([NOMINAL, REAL, DOLLARS] as const).map((id) => ({ id, label: MEASURE_WORDS[id] })),
};

/** The tables that constant amounts need, in the order in which `pricesOf` takes them. */
export const PRICE_TABLES = [
  ['deflators', 'inflation'],
  ['deflators', 'ppp'],
] as const;

/** The measure of a view. */
export const measureOf = (controls: View['controls']): Measure => (controls['measure'] ?? NOMINAL) as Measure;

/** The factor of an amount, and the rows it is taken from. */
export interface Prices {
  factor: number;
  rows: Row[];
}

/**
 * From yuan of a year to a measure: consumer prices are chained from that year to the base year, and divided by the purchasing power parity of
 * the base year.
 * @returns `undefined` where a rate is missing
 */
export function pricesOf(measure: Measure, year: number, inflation: Row[], ppp: Row[]): Prices | undefined {
  if (measure === NOMINAL) return { factor: 1, rows: [] };
  const [from, to] = year < BASE ? [year, BASE] : [BASE, year];
  const rates = inflation.filter(
    (row) => text(row, 'place') === 'cn' && number(row, 'year')! > from && number(row, 'year')! <= to,
  );
  if (rates.length < to - from) return undefined;
  const rise = rates.reduce(
    (product, row) => product * (1 + number(row, 'consumer_price_inflation_percent')! / 100),
    1,
  );
  const real = { factor: year < BASE ? rise : 1 / rise, rows: rates };
  if (measure === REAL) return real;
  const parity = ppp.find((row) => row['place'] === 'cn' && row['year'] === BASE);
  return (
    parity && {
      factor: real.factor / number(parity, 'local_per_international_dollar')!,
      rows: [...rates, parity],
    }
  );
}

/** An amount in the measure of the prices; a converted one has no more than four exact digits. */
export const converted = (amount: number, { factor }: Prices): number =>
  factor === 1 ? amount : Number((amount * factor).toPrecision(4));
