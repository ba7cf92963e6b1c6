import { CommandError } from '../../lib/fault.ts';

/**
 * Where the names of the columns are: in no row, in the first filled one (as in JSON, which has no titles), in the row of a number, counted from 1,
 * or as given. Without it the row is found.
 */
export type HeaderOption = 'none' | 'first' | number | readonly string[];

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
  format: 'delimited' | 'xlsx' | 'ods' | 'html' | 'json' | 'ndjson' | 'parquet';
  /** Encoding of a text file; a workbook has none. */
  encoding?: string;
  delimiter?: string;
  header?: HeaderOption;
  /** What was assumed in reading, and how surely. */
  assumed?: readonly Assumption[];
  /** What a careful reader must know of the sheet, each a sentence without a subject: `3 cells are errors of formulas …`. */
  remarks?: readonly string[];
  /** Cells filled from the merged cell above them. */
  mergedFilled: number;
  /** The records in batches; each call starts at the first. */
  batches(): AsyncIterable<string[][]>;
}

/** What ingest took a file or a column to be where no option says it. */
export interface Assumption {
  what:
    'encoding' | 'delimiter' | 'header' | 'decimal sign' | 'thousands separator' | 'order of day and month';
  is: string;
  sure: boolean;
}

/** Options of reading. */
export interface ReadOptions {
  /** Only the sheets of this name. */
  sheet?: string;
  /** The encoding of text, where a person says it. */
  encoding?: string;
  /** The encoding of a publisher's files that are not UTF-8. */
  legacyEncoding?: string;
  delimiter?: string;
  header?: HeaderOption;
  /** Whether a cell in quotation marks may have more of them: a recipe repairs the row. */
  strayQuotes?: boolean;
  /** Takes what of a file is not read, and why. */
  skipped?: (what: string) => void;
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

/** Formats that hold numbers as such; in others they are as a person printed them. */
const WITH_NUMBERS = new Set<string>(['xlsx', 'ods', 'json', 'ndjson', 'parquet']);

/** Whether a sheet's numbers are those of its format, whose point is always a decimal one. */
export const holdsNumbers = ({ format }: Pick<Sheet, 'format'>): boolean => WITH_NUMBERS.has(format);

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
