import type { Covered } from './coverage.ts';
import type { Cells } from './read/typedCell.ts';

/** What the rows of one file of a table add to what is known of the table. */
export interface PartAccount {
  rows: number;
  /** Empty cells, by the number of the field. */
  missing: number[];
  covered: Covered;
  /** The sources the rows point at, sorted. */
  sources: string[];
  /** The different cells of each foreign key, sorted; kept only of a table whose keys are not. */
  references: string[][];
  firstRows: Cells[];
}
