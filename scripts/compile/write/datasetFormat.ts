import type { PublishedDataset, PublishedTable } from '../../../src/model/catalogue.ts';
import type { FormatName } from '../../../src/model/publishedFormat.ts';
import type { Row } from '../../../src/model/row.ts';

/** What a description of a dataset is written from, when all its tables are published. */
export interface DatasetContext {
  /** Where the dataset's files are. */
  folder: string;
  dataset: PublishedDataset;
  /** The sources its rows point at, as rows of the bibliography. */
  sources: Row[];
  /** Reads the published rows of a table again. */
  rows(table: PublishedTable): Promise<Row[]>;
  /** Reads them again some at a time. */
  eachRows(table: PublishedTable, onRows: (rows: Row[]) => Promise<void> | void): Promise<void>;
}

/** A file that describes or holds a whole dataset, beside its tables. */
export interface DatasetFormat {
  name: FormatName;
  /** Writes the files and returns their names. */
  write(context: DatasetContext): Promise<string[]> | string[];
}
