import { CommandError } from '../../lib/fault.ts';

/**
 * A table as it is in a file, before analysis: records of text cells, including titles and totals. The position of a record,
 * counted from 1, is its row number in a spreadsheet.
 */
export interface Sheet {
  /** The path as given; a member of an archive follows after `!`. */
  file: string;
  /** Name of the sheet in a workbook; the dotted path of the list in a JSON file with several. */
  sheet?: string;
  /** The detected format. */
  format: 'delimited' | 'xlsx' | 'json' | 'ndjson';
  /** Encoding of a text file; a workbook has none. */
  encoding?: string;
  delimiter?: string;
  /** Cells filled from the merged cell above them. */
  mergedFilled: number;
  /** The records in batches; each call starts at the first. */
  batches(): AsyncIterable<string[][]>;
}

/** Options of reading. */
export interface ReadOptions {
  /** Only the sheets of this name. */
  sheet?: string;
  /** The encoding of delimited files that are not UTF-8, where it is known. */
  encoding?: string;
}

/** A sheet of records in memory. */
export const sheetOfRows = ({ rows, ...sheet }: Omit<Sheet, 'batches'> & { rows: string[][] }): Sheet => ({
  ...sheet,
  async *batches() {
    yield rows;
  },
});

/** All records of a sheet. */
export async function rowsOf(sheet: Sheet): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const batch of sheet.batches()) for (const cells of batch) rows.push(cells);
  return rows;
}

/** The name of a sheet in faults. */
export const placeOf = ({ file, sheet }: Pick<Sheet, 'file' | 'sheet'>): string =>
  sheet === undefined ? file : `${file}#${sheet}`;

/**
 * The sheets that the options ask for.
 * @throws CommandError where they name none of them
 */
export function wantedSheets(sheets: Sheet[], file: string, { sheet }: ReadOptions): Sheet[] {
  if (sheet === undefined) return sheets;
  const wanted = sheets.filter((one) => one.sheet === sheet);
  if (wanted.length > 0) return wanted;
  const names = sheets.flatMap((one) => (one.sheet === undefined ? [] : `"${one.sheet}"`));
  throw new CommandError(
    names.length > 0
      ? `${file} has no sheet "${sheet}" (it has ${names.join(', ')})`
      : `${file} is one table without sheets (leave --sheet out)`,
  );
}
