import { CHARACTERS } from './characters.ts';
import { isAmount, type Rule } from './rule.ts';

const GROUPED = /^-?\d{1,3}([. '’ʼ]\d{3})+(,\d+)?$/;
const PLAIN = /^-?\d*,\d+$/;

/**
 * In a column with decimal commas, removes points, spaces and apostrophes between thousands and replaces the comma by a point. Which columns have them is
 * decided from all their cells (`Evidence.decimal`).
 * @example `"1.234,56"` → `"1234.56"`; `"12,5"` → `"12.5"`
 */
export const decimalComma: Rule = {
  name: 'decimal-comma',
  title: { en: 'Decimal commas made points', zh: '小数逗号转为小数点' },
  appliesTo: (column) => isAmount(column) && column.decimal === 'comma',
  needs: CHARACTERS.comma | CHARACTERS.point | CHARACTERS.space | CHARACTERS.apostrophe,
  clean(value) {
    if (GROUPED.test(value)) return guarded(value.replace(/[. '’ʼ]/g, '').replace(',', '.'));
    return PLAIN.test(value) ? guarded(value.replace(',', '.')) : value;
  },
};

/** Adds a zero to three decimals, which the same rule would take for thousands if it were applied again. */
const guarded = (value: string): string => (GROUPED.test(value) ? `${value}0` : value);
