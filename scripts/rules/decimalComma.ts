import { CHARACTERS } from './characters.ts';
import { isAmount, type Rule } from './rule.ts';

const GROUPED = /^-?\d{1,3}([. ]\d{3})+(,\d+)?$/;
const PLAIN = /^-?\d+,\d+$/;

/**
 * In a column that writes its fractions with a comma, points between thousands go and the comma becomes a point. Which columns do is
 * decided from all their cells (`decimalOf`).
 * @example `"1.234,56"` → `"1234.56"`; `"12,5"` → `"12.5"`
 */
export const decimalComma: Rule = {
  name: 'decimal-comma',
  title: { en: 'Decimal commas made points', zh: '小数逗号转为小数点' },
  appliesTo: (column) => isAmount(column) && column.decimal === 'comma',
  needs: CHARACTERS.comma | CHARACTERS.point | CHARACTERS.space,
  clean(value) {
    if (GROUPED.test(value)) return guarded(value.replace(/[. ]/g, '').replace(',', '.'));
    return PLAIN.test(value) ? guarded(value.replace(',', '.')) : value;
  },
};

/** Three decimals would look like thousands to the same rule, were it applied again; a zero more says that they are none. */
const guarded = (value: string): string => (GROUPED.test(value) ? `${value}0` : value);
