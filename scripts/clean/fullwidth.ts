import { isNumeric } from '../../src/model/fieldType.ts';
import type { CleaningRule } from './rule.ts';

/**
 * Full-width digits and signs in numbers, years and dates become their ASCII forms (Unicode NFKC of U+FF01–U+FF5E).
 * @example `"２０１５"` → `"2015"`
 */
export const fullwidth: CleaningRule = {
  name: 'fullwidth',
  title: { en: 'Full-width digits made ASCII', zh: '全角数字转半角' },
  appliesTo: (field) => isNumeric(field) || field.type === 'partial-date',
  clean: (value) => value.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)),
};
