import { CHARACTERS } from './characters.ts';
import { isAmount, type Rule } from './rule.ts';

/**
 * Writes out a number in scientific notation.
 * @example `"1.25E+06"` → `"1250000"`
 */
export const scientific: Rule = {
  name: 'scientific',
  title: { en: 'Powers of ten written out', zh: '科学计数法展开' },
  appliesTo: isAmount,
  needs: CHARACTERS.letter,
  clean(value) {
    if (!/^-?\d+(\.\d+)?E[+-]?\d{1,2}$/i.test(value)) return value;
    const plain = String(Number(value));
    return plain.includes('e') ? value : plain;
  },
};
