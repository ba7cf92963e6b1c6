import { CHARACTERS } from './characters.ts';
import type { Rule } from './rule.ts';

const INVISIBLE = '\\s\\u200b-\\u200d\\u2060\\ufeff';
/** A fast test: most texts have only single inner spaces. */
const MAYBE = /[^\S ]|^ | $| {2}|[\u200b-\u200d\u2060]/;
const ENDS = new RegExp(`^[${INVISIBLE}]+|[${INVISIBLE}]+$`, 'g');
/** U+200D is kept within a text: it joins the parts of an emoji or of a character. */
const RUNS = /[\s\u200b\u200c\u2060\ufeff]+/g;

/**
 * Removes white space and invisible characters at both ends, and replaces runs of them within a cell by one space, including a form feed or line end
 * that a spreadsheet inserted within a name.
 * @example `" St  Mungo\u00a0"` → `"St Mungo"`
 */
export const whitespace: Rule = {
  name: 'whitespace',
  title: { en: 'White space at the ends removed, runs of it made one', zh: '去除首尾空白，合并连续空白' },
  appliesTo: () => true,
  needs: CHARACTERS.space | CHARACTERS.whiteSpace,
  clean: (value) => (MAYBE.test(value) ? value.replace(ENDS, '').replace(RUNS, ' ') : value),
};
