import { isAmount, isDate, type IngestRule } from './rule.ts';

/**
 * Full-width digits, signs and letters of amounts, years and dates become their plain forms (Unicode NFKC), the many dashes one.
 * @example `"１，２３４．５０"` → `"1,234.50"`; `"㈱"` in a name stays, names are not touched
 * @see https://www.unicode.org/reports/tr15/
 */
export const fullwidth: IngestRule = {
  name: 'fullwidth',
  title: { en: 'Full-width digits made plain', zh: '全角数字转半角' },
  appliesTo: (column) => isAmount(column) || isDate(column) || column.type === 'year',
  clean: (value) => value.normalize('NFKC').replace(/[\u2010-\u2015\u2212\u30fc\u2500]/g, '-'),
};
