import type { Cell } from '../../../src/model/row.ts';
import { isIsoDate } from '../../rules/calendar.ts';
import { currencyIn } from '../../rules/currency.ts';
import type { Column } from '../../rules/rule.ts';
import { cleanerOf, INGEST_RULES, type OnChange } from '../../rules/rules.ts';

/** A published cell, or what is wrong with it and what would be right. */
export type ReadCell = { cell: Cell; what?: never } | { cell?: never; what: string; right: string };

/** Converts raw texts of one column to cells of its type. */
export interface CellReader {
  /** Kinds of characters that the rules of the column need. */
  needs: number;
  /** A raw text: the rules, then the type. @param characters what `charactersOf` found in it */
  read(raw: string, onChange?: OnChange, characters?: number): ReadCell;
  /** A text to which no rule applies. */
  readClean(text: string): ReadCell;
}

/** The fault of a number with a fraction in a column of integers. */
export const NOT_WHOLE = 'is not a whole number';

/** The fault of a number with more digits than a number of JavaScript, or of most programs, holds. */
export const INEXACT = 'has more digits than a number can hold';

/** A number whose only separator stands before three digits. */
const EITHER = /^-?\d{1,3}[.,]\d{3}$/;
const NUMBER = /^-?(\d+(\.\d+)?|\.\d+)$/;

/** A reader for the raw texts of a column. */
export function readerOf(column: Column): CellReader {
  const { needs, clean } = cleanerOf(column, INGEST_RULES);
  const readClean = (text: string): ReadCell => (text === '' ? { cell: null } : typed(text, column));
  return {
    needs,
    readClean,
    read: (raw, onChange, characters) => readClean(clean(raw, onChange, characters)),
  };
}

/** One raw text as a cell of its column's type. */
export const readCell = (raw: string, column: Column, onChange?: OnChange): ReadCell =>
  readerOf(column).read(raw, onChange);

function typed(text: string, column: Column): ReadCell {
  switch (column.type) {
    case 'string':
      return { cell: text };
    case 'year':
      return /^[1-9]\d{3}$/.test(text)
        ? { cell: Number(text) }
        : { what: 'is not a year', right: 'write four digits, like 2014' };
    case 'partial-date':
      if (isIsoDate(text)) return { cell: text };
      return column.dayOrder === 'unclear' && /^\d{1,2}\D\d{1,2}\D\d{2,4}$/.test(text)
        ? { what: 'does not say which is the day and which the month', right: 'write 2014-04-03' }
        : { what: 'is not a date', right: 'write 2014, 2014-04 or 2014-04-03' };
    default:
      return number(text, column);
  }
}

function number(text: string, column: Column): ReadCell {
  if (column.decimal === 'unsure' && EITHER.test(text))
    return { what: 'does not say whether it has decimals or thousands', right: 'write 1234.5 or 1234' };
  // Adding zero turns -0 into 0.
  const value = NUMBER.test(text) ? Number(text) + 0 : Number.NaN;
  if (Number.isFinite(value)) {
    if (Number.isInteger(value) && !Number.isSafeInteger(value))
      return { what: INEXACT, right: 'make its column text in dataset.yaml' };
    return column.type === 'integer' && !Number.isInteger(value)
      ? { what: NOT_WHOLE, right: 'write digits only, like 1234' }
      : { cell: value };
  }
  return currencyIn(text) === null
    ? { what: 'is not a number', right: 'write digits, like 1234.5' }
    : { what: 'is not in the currency of its column', right: 'convert it, or leave it empty' };
}
