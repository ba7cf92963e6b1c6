import type { Control, View } from '../../model/chart.ts';
import { DOLLAR_YEAR, dollarFactorsOf, priceFactors } from '../../model/comparablePrices.ts';
import type { Bilingual } from '../../model/language.ts';
import type { Row } from '../../model/row.ts';

/** What an amount is measured in: yuan of its year, yuan of the base year, international dollars of the base year. */
export const NOMINAL = 'nominal';
export const REAL = 'real';
export const DOLLARS = 'dollars';
export type Measure = typeof NOMINAL | typeof REAL | typeof DOLLARS;

/** The measure as part of a subtitle. */
export const MEASURE_WORDS: Readonly<Record<Measure, Bilingual>> = {
  [NOMINAL]: { en: 'yuan of the year', zh: '当年价，元' },
  [REAL]: { en: `yuan of ${DOLLAR_YEAR}`, zh: `${DOLLAR_YEAR} 年价，元` },
  [DOLLARS]: { en: `international dollars of ${DOLLAR_YEAR}`, zh: `${DOLLAR_YEAR} 年国际元（购买力平价）` },
};

/** The measure after a number. */
export const AFTER: Readonly<Record<Measure, Bilingual>> = {
  [NOMINAL]: { en: 'yuan', zh: '元' },
  [REAL]: { en: `yuan of ${DOLLAR_YEAR}`, zh: `元（${DOLLAR_YEAR} 年价）` },
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

/** The factor of an amount, and the rates it is taken from. */
export interface Prices {
  factor: number;
  rows: Row[];
}

/** From yuan of a year to a measure. @returns `undefined` where a rate is missing */
export function pricesOf(measure: Measure, year: number, inflation: Row[], ppp: Row[]): Prices | undefined {
  if (measure === NOMINAL) return { factor: 1, rows: [] };
  const [rates, parities] = [inflation, ppp].map((rows) => rows.filter((row) => row['place'] === 'cn'));
  const rows = measure === REAL ? rates! : [...rates!, ...parities!];
  const factors = measure === REAL ? priceFactors(rates!, DOLLAR_YEAR) : dollarFactorsOf(rates!, parities!);
  const factor = factors[year];
  return factor === undefined ? undefined : { factor, rows };
}

/** An amount in the measure of the prices; a converted one has no more than four exact digits. */
export const converted = (amount: number, { factor }: Prices): number =>
  factor === 1 ? amount : Number((amount * factor).toPrecision(4));
