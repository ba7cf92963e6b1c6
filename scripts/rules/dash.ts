import { CHARACTERS } from './characters.ts';
import { isAmount, isDate, type Rule } from './rule.ts';

/**
 * Empties a cell with only a dash, which spreadsheets use for a missing value.
 * @example `"-"` → `""`; `"--"` → `""`; `"$ -"` → `""`; `"-5"` stays
 */
export const dash: Rule = {
  name: 'dash-as-empty',
  title: { en: 'A dash alone made empty', zh: '单独的横线视为空' },
  appliesTo: (column) => isAmount(column) || isDate(column) || column.type === 'year',
  needs: CHARACTERS.hyphen | CHARACTERS.slash,
  clean: (value) => (/^(?:[$£€¥]\s*)?[-/]+$/.test(value) ? '' : value),
};
