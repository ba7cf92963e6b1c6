import { yearOf, type Chunk } from './columnChunk.ts';

/** A column that no file has: amounts of money in one measure, by the currency and the year of each row. */
export interface Conversion {
  amount: string;
  currency: string;
  /** Columns with dates or years; the first that is filled gives the year. */
  dates: readonly string[];
  /** Currency → year → factor. */
  factors: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** The columns that a conversion reads. */
export const sourcesOf = ({ amount, currency, dates }: Conversion): readonly string[] => [
  amount,
  currency,
  ...dates,
];

/** A column in memory with the texts of its codes; a column of numbers has none. */
export interface LoadedColumn {
  chunk: Chunk;
  texts?: readonly string[];
}

/** The converted amounts of a row group; NaN where a row has no amount, no year, or no rate. */
export function convertedAmounts(
  { factors }: Conversion,
  [amount, currency, ...dates]: readonly LoadedColumn[],
): Float64Array {
  const years = dates.map(({ chunk, texts }) => {
    const table = texts?.map(yearOf);
    return (row: number): number => (table ? table[chunk[row]!]! : chunk[row]!);
  });
  return Float64Array.from(amount!.chunk, (value, row) => {
    const year = years.map((of) => of(row)).find((one) => !Number.isNaN(one));
    const factor = factors[currency!.texts![currency!.chunk[row]!]!]?.[String(year)];
    return factor === undefined ? Number.NaN : Math.round(value * factor * 100) / 100;
  });
}
