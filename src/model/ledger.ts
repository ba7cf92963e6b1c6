/** One cell that a rule changed. */
interface LedgerExample {
  row: number;
  column: string;
  before: string;
  after: string;
}

/** The changes of a table by one rule: number of cells, columns, and a few examples. */
export interface LedgerRule {
  rule: string;
  cells: number;
  columns: Record<string, number>;
  examples: LedgerExample[];
}

/** A check that every cell or row of a table passed, and the number of times it was made. */
interface LedgerCheck {
  check: string;
  passed: number;
}

/** The ledger of one table: `rows_in` = `rows_out` + `rows_dropped`, always. */
export interface Ledger {
  table: string;
  rows_in: number;
  rows_out: number;
  rows_dropped: number;
  dropped: { row: number; reason: string }[];
  rules: LedgerRule[];
  checks: LedgerCheck[];
  /** Number of empty cells per column. */
  missing: Record<string, number>;
}
