import type { FieldType } from '../../src/model/fieldType.ts';
import type { Bilingual } from '../../src/model/language.ts';

/** In which order a column writes day and month, where the year is last. */
export type DayOrder = 'day-first' | 'month-first' | 'unclear';

/** What is known of a column while its cells are cleaned: its type, and what its cells together show. */
export interface Column {
  heading: string;
  type: 'string' | 'integer' | 'number' | 'year' | 'partial-date';
  dayOrder: DayOrder;
  /** The decimal separator. */
  decimal: 'point' | 'comma';
  /** Symbol of the currency of a column of amounts, `null` where no cell has one. */
  currency: string | null;
  /** Minutes east of Greenwich of the place where the times were written down. */
  utcOffset: number;
}

/** A column of which nothing is known but its type; what is neither a number nor a date is text. */
export const columnOf = (type: FieldType, heading = ''): Column => ({
  heading,
  type: type === 'url' || type === 'boolean' ? 'string' : type,
  dayOrder: 'unclear',
  decimal: 'point',
  currency: null,
  utcOffset: 0,
});

/**
 * A cleaning rule: one form in which a raw cell is found → the form that the next rule, or the type, expects. A text that a rule does not
 * know stays as it is; applying a rule twice changes nothing more. Every change is recorded in the ledger.
 */
export interface Rule {
  /** Kebab-case; the rule's name in the ledger. */
  name: string;
  title: Bilingual;
  appliesTo(column: Column): boolean;
  /** Kinds of characters (`CHARACTERS`); a text with none of them stays as it is, and the rule is not run. */
  needs: number;
  clean(value: string, column: Column): string;
}

export const isAmount = ({ type }: Column): boolean => type === 'number' || type === 'integer';
export const isDate = ({ type }: Column): boolean => type === 'partial-date';
