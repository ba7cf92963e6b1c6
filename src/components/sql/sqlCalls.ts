/** What the page and the worker that runs SQLite say to each other. */

export type SqlCell = string | number | null;

/** A result: its first rows, and what is known of the rest. */
export interface SqlResult {
  columns: string[];
  /** The first rows, at most `SHOWN_ROWS`. */
  rows: SqlCell[][];
  /** The number of rows that were read, all of which are in the CSV. */
  count: number;
  /** Whether that is all of them: reading stops at `MOST_ROWS`. */
  isWhole: boolean;
  milliseconds: number;
}

export const SHOWN_ROWS = 1000;
export const MOST_ROWS = 200_000;

/** The calls of the page, each with an id that its answer repeats. */
export type SqlCall = { id: number } & (
  { call: 'open'; database: string } | { call: 'run'; sql: string } | { call: 'csv' }
);

export type SqlAnswer =
  { progress: number } | { id: number; answer: string | SqlResult | Blob } | { id: number; error: string };
