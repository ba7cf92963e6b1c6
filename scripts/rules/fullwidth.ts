import { CHARACTERS } from './characters.ts';
import { isAmount, isDate, type Rule } from './rule.ts';

/**
 * Replaces full-width digits, punctuation and letters of amounts, years and dates by their ASCII forms (Unicode NFKC), and dashes by hyphens.
 * @example `"１，２３４．５０"` → `"1,234.50"`; `"㈱"` in a name stays, names are not touched
 * @see https://www.unicode.org/reports/tr15/
 */
export const fullwidth: Rule = {
  name: 'fullwidth',
  title: { en: 'Full-width digits made plain', zh: '全角数字转半角' },
  appliesTo: (column) => isAmount(column) || isDate(column) || column.type === 'year',
  needs: CHARACTERS.other,
  clean: (value) => value.normalize('NFKC').replace(/[\u2010-\u2015\u2212\u30fc\u2500]/g, '-'),
};
