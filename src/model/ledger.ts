/** One cell that a rule changed. */
interface LedgerExample {
  row: number;
  column: string;
  before: string;
  after: string;
}

/** How a rule changed a table: how many cells, in which columns, with a few examples. */
export interface LedgerRule {
  rule: string;
  cells: number;
  columns: Record<string, number>;
  examples: LedgerExample[];
}

/** A check that every cell or row of a table passed, and how often it was made. */
interface LedgerCheck {
  check: string;
  passed: number;
}

/** The account of one table: `rows_in` = `rows_out` + `rows_dropped`, always. */
export interface Ledger {
  table: string;
  rows_in: number;
  rows_out: number;
  rows_dropped: number;
  dropped: { row: number; reason: string }[];
  rules: LedgerRule[];
  checks: LedgerCheck[];
  /** Per column, how many cells are empty. */
  missing: Record<string, number>;
}
