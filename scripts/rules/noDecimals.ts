import { CHARACTERS } from './characters.ts';
import { isAmount, type Rule } from './rule.ts';

const DASHES = /^(-?[\d.,'’ʼ ]*\d)(?:,-{1,2}|\.-{1,2})$/;

/**
 * Removes the dashes that stand for no decimals in German, Dutch and Swiss files.
 * @example `"1.200,-"` → `"1.200"`; `"150,--"` → `"150"`; `"1'200.-"` → `"1'200"`
 */
export const noDecimals: Rule = {
  name: 'dash-decimals',
  title: { en: 'Dashes in place of decimals removed', zh: '去除代替小数的横线' },
  appliesTo: isAmount,
  needs: CHARACTERS.hyphen,
  clean: (value) => value.replace(DASHES, '$1'),
};
