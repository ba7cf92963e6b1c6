import { readFileSync } from 'node:fs';
import { sheetOfRows } from '../../../../scripts/ingest/read/sheet.ts';
import type { Cell } from '../../../../src/model/row.ts';
import { ingestedFile, ingestedSheet, type IngestedTable } from '../ingested.ts';

/** A small input with made-up names. */
export const fixture = (name: string): Promise<IngestedTable> =>
  ingestedFile(readFileSync(`tests/fixtures/ingest/cells/${name}.csv`), `${name}.csv`);

/** Rows of cells, as a reader gives them. @param format workbooks and JSON hold numbers as such */
export const table = (rows: string[][], format: 'delimited' | 'xlsx' = 'delimited'): Promise<IngestedTable> =>
  ingestedSheet(sheetOfRows({ file: 't', format, rows, mergedFilled: 0 }));

/** A table of which the last row comes after those from which it is planned, about a megabyte of them. */
export const withLateRow = (heading: string, last: string): Promise<IngestedTable> => {
  const filler = 'long name '.repeat(200);
  const early = Array.from({ length: 700 }, (_, n) => [`Body ${n} Ltd ${filler}`, `${(n % 900) + 1}`]);
  const sheet = sheetOfRows({ file: 't', format: 'delimited', rows: [], mergedFilled: 0 });
  return ingestedSheet({
    ...sheet,
    async *batches() {
      yield [['Name', heading]];
      for (const row of early) yield [row];
      yield [['Last Ltd', last]];
    },
  });
};

/** The cells of the column with a heading. */
export function column({ fields, rows }: IngestedTable, heading: string): Cell[] {
  const index = fields.findIndex((field) => field.heading === heading);
  return rows.map((row) => row[index]!);
}
/** The type of the last column. */
export const lastType = ({ fields }: IngestedTable): string => fields.at(-1)!.type;
export const amounts = async (cells: string[], heading = 'Amount'): Promise<Cell[]> =>
  column(
    await table([['Name', heading], ...cells.map((cell, index) => [`Body ${index} Ltd`, cell])]),
    heading,
  );
export const dates = async (cells: string[], heading = 'Date'): Promise<Cell[]> =>
  column(
    await table([['Name', heading], ...cells.map((cell, index) => [`Body ${index} Ltd`, cell])]),
    heading,
  );
