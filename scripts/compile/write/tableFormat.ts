import type { Dataset, Table } from '../../../src/model/dataset.ts';
import { fileNameIn, type TableFormatName } from '../../../src/model/publishedFormat.ts';
import type { Cells } from '../read/typedCell.ts';

/** A part of a table that is kept in parts. */
export interface TablePart {
  name: string;
  /** Where its file is. */
  path: string;
  /** Whether it is of gzip members, the first of the header alone (`headerMember`). Its rows are published as they are. */
  isCompressed: boolean;
}

/** Takes the rows of one table in order; `close` ends the file. */
export interface TableWriter {
  /** @param part that which the rows are kept in, of a table that is kept in parts */
  write(rows: readonly Cells[], part?: TablePart): Promise<void> | void;
  /** Called after the last row of a part. */
  endPart?(part: TablePart): Promise<void>;
  /**
   * Takes a part whose rows are not read again.
   * @param parquet its Parquet file, which is in its place already
   */
  takeOver?(part: TablePart, parquet: string): Promise<void> | void;
  /** Ends the file; a writer of several files returns their paths below the dataset's folder. */
  close(): Promise<void | string[]> | void;
}

/** A format in which a table is published. */
export interface TableFormat {
  name: TableFormatName;
  open(path: string, dataset: Dataset, table: Table): TableWriter;
}

/** The name of a table's file in a format. */
export const fileName = (table: Table, format: TableFormat): string => fileNameIn(table.name, format.name);
