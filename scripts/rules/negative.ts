import { CHARACTERS } from './characters.ts';
import { isAmount, type Rule } from './rule.ts';

const BRACKETS = /^\(\s*([\d.,' ’ʼ]+)\s*\)$/;
const TRAILING = /^([\d.,' ’ʼ]*\d)\s*-$/;
/** `CR` and `DR`, as ledgers print credits and debits. */
const CREDIT = /^([\d.,' ’ʼ]*\d)\s*CR\.?$/i;
const DEBIT = /^(-?[\d.,' ’ʼ]*\d)\s*DR\.?$/i;
const PLUS = /^\+\s*(?=[\d.])/;
const SPACED = /^-\s+(?=[\d.])/;

/**
 * A negative amount in brackets, with a trailing minus or as a credit; a plus sign is removed.
 * @example `"(1,234.50)"` → `"-1,234.50"`; `"250.00-"` → `"-250.00"`; `"500 CR"` → `"-500"`; `"500 DR"` → `"500"`; `"+5"` → `"5"`
 */
export const negative: Rule = {
  name: 'negative',
  title: { en: 'Brackets, trailing minus and CR made a minus', zh: '括号、后置负号与贷方标记转为负号' },
  appliesTo: isAmount,
  needs: CHARACTERS.parenthesis | CHARACTERS.hyphen | CHARACTERS.letter | CHARACTERS.otherAscii,
  clean: (value) =>
    value
      .replace(BRACKETS, '-$1')
      .replace(TRAILING, '-$1')
      .replace(CREDIT, '-$1')
      .replace(DEBIT, '$1')
      .replace(PLUS, '')
      .replace(SPACED, '-'),
};
