import type { Cell } from '../../../src/model/row.ts';
import { isIsoDate } from '../../rules/calendar.ts';
import { currencyIn } from '../../rules/currency.ts';
import type { Column } from '../../rules/rule.ts';
import { applyRules } from '../../rules/rules.ts';

/** A cell as it is published, or what is wrong with it and what would be right. */
export type ReadCell = { cell: Cell; what?: never } | { cell?: never; what: string; right: string };

const NUMBER = /^-?(\d+(\.\d+)?|\.\d+)$/;

/**
 * A raw text as a cell of its column's type.
 * @param changed told of every rule that changed the text
 */
export function readCell(
  raw: string,
  column: Column,
  changed?: (rule: string, before: string, after: string) => void,
): ReadCell {
  const text = applyRules(raw, column, changed);
  if (text === '') return { cell: null };
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
        ? { what: 'does not tell day from month', right: 'write 2014-04-03' }
        : { what: 'is not a date', right: 'write 2014, 2014-04 or 2014-04-03' };
    default: {
      // Adding nothing makes of a minus nought a nought.
      const value = NUMBER.test(text) ? Number(text) + 0 : Number.NaN;
      if (currencyIn(text) !== null)
        return { what: 'is in another currency than its column', right: 'convert it, or leave it empty' };
      if (!Number.isFinite(value)) return { what: 'is not a number', right: 'write digits, like 1234.5' };
      return column.type === 'integer' && !Number.isInteger(value)
        ? { what: 'is not a whole number', right: 'write digits only, like 1234' }
        : { cell: value };
    }
  }
}
