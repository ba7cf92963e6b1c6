/** A table as it stands in a file, before anything is known of it: rows of text cells, titles and totals included. */
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
  rows: string[][];
  /** Cells filled from the merged cell above them. */
  mergedFilled: number;
}

/** What a person may say about how to read. */
export interface ReadOptions {
  /** Only the sheets of this name. */
  sheet?: string;
}
