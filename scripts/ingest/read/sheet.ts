/**
 * A table as it stands in a file, before anything is known of it: records of text cells, titles and totals included. The place of a record,
 * counted from 1, is its row in the file as a spreadsheet counts.
 */
export interface Sheet {
  /** The path as the person gave it; a member of an archive follows after `!`. */
  file: string;
  /** Name of the sheet in a workbook; the dotted path of the list in a JSON file that holds several. */
  sheet?: string;
  /** What the bytes were found to be. */
  format: 'delimited' | 'xlsx' | 'json' | 'ndjson';
  /** Encoding of a text file; a workbook has none. */
  encoding?: string;
  delimiter?: string;
  /** Cells filled from the merged cell above them. */
  mergedFilled: number;
  /** The records in batches, from the first each time they are asked for. */
  batches(): AsyncIterable<string[][]>;
}

/** What a person may say about how to read. */
export interface ReadOptions {
  /** Only the sheets of this name. */
  sheet?: string;
}

/** A sheet whose records are held in memory. */
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

/** The name of a sheet as faults show it. */
export const placeOf = ({ file, sheet }: Pick<Sheet, 'file' | 'sheet'>): string =>
  sheet === undefined ? file : `${file}#${sheet}`;
