import { CHARACTERS } from './characters.ts';
import { isAmount, type Rule } from './rule.ts';

const BRACKETS = /^\(\s*([\d.,]+)\s*\)$/;
const TRAILING = /^([\d.,]+)\s*-$/;
const SPACED = /^-\s+(?=[\d.])/;

/**
 * A negative amount in brackets or with a trailing minus.
 * @example `"(1,234.50)"` → `"-1,234.50"`; `"250.00-"` → `"-250.00"`
 */
export const negative: Rule = {
  name: 'negative',
  title: { en: 'Brackets and trailing minus made a minus', zh: '括号与后置负号转为负号' },
  appliesTo: isAmount,
  needs: CHARACTERS.parenthesis | CHARACTERS.hyphen,
  clean: (value) => value.replace(BRACKETS, '-$1').replace(TRAILING, '-$1').replace(SPACED, '-'),
};
