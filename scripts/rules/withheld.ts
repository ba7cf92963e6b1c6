import { CHARACTERS } from './characters.ts';
import { isAmount, isDate, type Rule } from './rule.ts';

const WORDS =
  /^(?:n\/a|n\.a\.|null|nan|#n\/a|not (?:published|disclosed|available)|redacted|withheld|suppressed|confidential|\(?非公表\)?|.*公表しない。?|未公表|未公开|不公开|保密|暂无|[_＿]+)$/i;

/** A date of several payments in one row. */
const SEVERAL = /^(?:various|multiple|divers|diverse|diversos|varios|vari)$/i;

/**
 * Empties an amount or date that is a word for a withheld or missing value. Words that may mean zero (无, nil, none) are unchanged
 * and become faults.
 * @example `"非公表"` → `""`; `"N/A"` → `""`; a date `"VARIOUS"` → `""`; `"无"` stays
 */
export const withheld: Rule = {
  name: 'withheld-as-empty',
  title: { en: 'Words for “withheld” made empty', zh: '“不公开”等字样视为空' },
  appliesTo: (column) => isAmount(column) || isDate(column) || column.type === 'year',
  needs: CHARACTERS.letter | CHARACTERS.han | CHARACTERS.otherAscii | CHARACTERS.other,
  clean: (value, column) => (WORDS.test(value) || (isDate(column) && SEVERAL.test(value)) ? '' : value),
};
