import type { Cell } from '../../../src/model/row.ts';

/** The cells of a row, in the order of the table's fields. */
export type Cells = readonly Cell[];
