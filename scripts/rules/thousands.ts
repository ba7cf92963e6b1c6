import { CHARACTERS } from './characters.ts';
import { isAmount, type Rule } from './rule.ts';

const COMMAS = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;
const OTHERS = /^-?\d{1,3}([ '’]\d{3})+(\.\d+)?$/;

/**
 * Removes commas, thin spaces and apostrophes between thousands; a comma anywhere else is left and becomes a fault.
 * @example `"1,234.50"` → `"1234.50"`; `"1 234 567"` → `"1234567"`; `"87,9.49"` stays
 */
export const thousands: Rule = {
  name: 'thousands',
  title: { en: 'Thousands separators removed', zh: '去除千分位符号' },
  appliesTo: (column) => isAmount(column) && column.decimal === 'point',
  needs: CHARACTERS.comma | CHARACTERS.space | CHARACTERS.apostrophe,
  clean: (value) =>
    COMMAS.test(value) ? value.replaceAll(',', '') : OTHERS.test(value) ? value.replace(/[ '’]/g, '') : value,
};
