import type { FieldType } from '../../src/model/fieldType.ts';
import type { Bilingual } from '../../src/model/language.ts';

/** The order of day and month in a column with the year last. */
export type DayOrder = 'day-first' | 'month-first' | 'unclear';

/** The sign before the decimals of a column; `unsure` where its cells allow both. */
export type DecimalSign = 'point' | 'comma' | 'unsure';

/** A column whose cells are cleaned: its type, and what was inferred from all cells. */
export interface Column {
  heading: string;
  type: 'string' | 'integer' | 'number' | 'year' | 'partial-date';
  dayOrder: DayOrder;
  decimal: DecimalSign;
  /** Sign or code of the currency of a column of amounts, `null` where no cell has one. */
  currency: string | null;
  /** Minutes east of Greenwich of the publisher's time zone. */
  utcOffset: number;
}

/** A column of which only the type is known; types that are neither numbers nor dates are read as text. */
export const columnOf = (type: FieldType, heading = ''): Column => ({
  heading,
  type: type === 'url' || type === 'boolean' ? 'string' : type,
  dayOrder: 'unclear',
  decimal: 'point',
  currency: null,
  utcOffset: 0,
});

/**
 * A cleaning rule: one form of raw cells → the form that the next rule, or the type, expects. A text in another form is
 * unchanged; rules are idempotent. Every change is recorded in the ledger.
 */
export interface Rule {
  /** Kebab-case; the rule's name in the ledger. */
  name: string;
  title: Bilingual;
  appliesTo(column: Column): boolean;
  /** Kinds of characters (`CHARACTERS`); on a text with none of them the rule is not run. */
  needs: number;
  clean(value: string, column: Column): string;
}

export const isAmount = ({ type }: Column): boolean => type === 'number' || type === 'integer';
export const isDate = ({ type }: Column): boolean => type === 'partial-date';
