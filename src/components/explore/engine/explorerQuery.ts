import type { Conversion } from './convertedAmounts.ts';

/** A condition on the rows of a table. */
export type Condition =
  /** The cell is one of these; the empty string is an empty cell. */
  | { kind: 'is'; column: string; values: readonly string[] }
  /** The number, or the year of the date, is within both ends. */
  | { kind: 'range'; column: string; least?: number; most?: number }
  /** Each word occurs in one of the columns, or in the label of its code; case does not matter. */
  | { kind: 'words'; columns: readonly string[]; words: readonly string[] };

/** Which rows, and in what order. */
export interface RowsQuery {
  conditions: readonly Condition[];
  /** A column, with a minus in front for descending; empty for the order of the files. */
  sort: string;
}

/** Rows counted by the values of one or two columns, with the sum and the median of a number. */
export interface GroupQuery {
  conditions: readonly Condition[];
  by: readonly string[];
  measure?: string;
  /** The column with the currency of the measure: rows of different currencies are never added up. */
  currency?: string;
}

/** A row of a grouped result. */
export interface GroupRow {
  /** A value per column grouped by; the empty string for empty cells. */
  keys: string[];
  currency?: string;
  count: number;
  /** Missing where no row of the group has a number. */
  sum?: number;
  median?: number;
}

/** The type of a column, as far as reading it is concerned. */
export interface EngineColumn {
  name: string;
  /** Texts are kept as codes, dates too; of dates the year is compared and grouped by. */
  holds: 'text' | 'date' | 'number';
  /** The words that are shown in place of codes: they are searched and sorted by. */
  labels?: Readonly<Record<string, string>>;
  /** How it is made of other columns, where no file has it. */
  from?: Conversion;
}

/** The columns that a condition reads. */
export const columnsOf = (condition: Condition): readonly string[] =>
  condition.kind === 'words' ? condition.columns : [condition.column];
