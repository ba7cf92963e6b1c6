import type { Bilingual } from '../../src/model/language.ts';
import type { DayOrder } from '../ingest/table/evidence.ts';

/** What is known of a column while its cells are cleaned: its type, and what all its cells together tell. */
export interface Column {
  heading: string;
  type: 'string' | 'integer' | 'number' | 'year' | 'partial-date';
  dayOrder: DayOrder;
  /** Which sign stands before the fraction of a number. */
  decimal: 'point' | 'comma';
  /** Sign of the currency of a column of amounts, `null` where no cell bears one. */
  currency: string | null;
  /** Minutes east of Greenwich of the place where the times were written down. */
  utcOffset: number;
}

/**
 * A cleaning rule of ingest: one shape a raw cell is found in → the shape that the next rule, or the type, expects. A text that a rule
 * does not know stays as it is; applying a rule twice changes nothing more.
 */
export interface IngestRule {
  /** Kebab-case; the rule's name in the ledger. */
  name: string;
  title: Bilingual;
  appliesTo(column: Column): boolean;
  clean(value: string, column: Column): string;
}

export const isAmount = ({ type }: Column): boolean => type === 'number' || type === 'integer';
export const isDate = ({ type }: Column): boolean => type === 'partial-date';
