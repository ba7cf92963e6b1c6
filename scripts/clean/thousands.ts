import type { CleaningRule } from './rule.ts';

const GROUPED = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;

/**
 * Commas that group a number by thousands go; a comma anywhere else is left for the type check to name.
 * @example `"1,009,000.5"` → `"1009000.5"`; `"87,9.49"` stays
 */
export const thousands: CleaningRule = {
  name: 'thousands',
  title: { en: 'Commas between thousands removed', zh: '去除千分位逗号' },
  appliesTo: (field) => field.type === 'number' || field.type === 'integer',
  clean: (value) => (GROUPED.test(value) ? value.replaceAll(',', '') : value),
};
