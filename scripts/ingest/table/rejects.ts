import { csvRecord } from '../../../src/model/csv.ts';
import type { Reject } from './ingestLedger.ts';

/** The header of `rejects.csv`. */
export const REJECTS_HEADER = csvRecord(['file', 'row', 'column', 'value', 'reason', 'cells']);

/** A reject as a record of `rejects.csv`. */
export const rejectRecord = ({ file, row, column, value, what, right, cells }: Reject): string =>
  csvRecord([
    file,
    row,
    column ?? null,
    value ?? null,
    right === undefined ? what : `${what} (${right})`,
    JSON.stringify(cells),
  ]);
