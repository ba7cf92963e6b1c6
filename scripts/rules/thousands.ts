import { CHARACTERS } from './characters.ts';
import { isAmount, type Rule } from './rule.ts';

const COMMAS = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;
const OTHERS = /^-?\d{1,3}([ '’ʼ]\d{3})+(\.\d+)?$/;
/** Lakhs and crores, as South Asia groups digits. */
const LAKHS = /^-?\d{1,2}(,\d{2})+,\d{3}(\.\d+)?$/;

/**
 * Removes commas, thin spaces and apostrophes between thousands, and commas between lakhs; a comma anywhere else is left and becomes a fault.
 * @example `"1,234.50"` → `"1234.50"`; `"1 234 567"` → `"1234567"`; `"12,34,567"` → `"1234567"`; `"87,9.49"` stays
 */
export const thousands: Rule = {
  name: 'thousands',
  title: { en: 'Thousands separators removed', zh: '去除千分位符号' },
  appliesTo: (column) => isAmount(column) && column.decimal === 'point',
  needs: CHARACTERS.comma | CHARACTERS.space | CHARACTERS.apostrophe,
  clean(value) {
    if (COMMAS.test(value) || LAKHS.test(value)) return value.replaceAll(',', '');
    return OTHERS.test(value) ? value.replace(/[ '’ʼ]/g, '') : value;
  },
};
