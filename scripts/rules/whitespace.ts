import { CHARACTERS } from './characters.ts';
import type { Rule } from './rule.ts';

const INVISIBLE = '\\s\\u200b-\\u200d\\u2060\\ufeff';
/** Most texts have nothing but single spaces within, and need not be searched. */
const MAYBE = /[^\S ]|^ | $| {2}|[\u200b-\u200d\u2060]/;
const ENDS = new RegExp(`^[${INVISIBLE}]+|[${INVISIBLE}]+$`, 'g');
/** U+200D stays within a text: it joins the parts of an emoji or of a letter. */
const RUNS = /[\s\u200b\u200c\u2060\ufeff]+/g;

/**
 * White space and invisible characters at either end go, and a run of them within a cell is one space. A form feed or a line end that a
 * spreadsheet put within a name is such a run.
 * @example `" St  Mungo\u00a0"` → `"St Mungo"`
 */
export const whitespace: Rule = {
  name: 'whitespace',
  title: { en: 'White space at the ends removed, runs of it made one', zh: '去除首尾空白，合并连续空白' },
  appliesTo: () => true,
  needs: CHARACTERS.space | CHARACTERS.whiteSpace,
  clean: (value) => (MAYBE.test(value) ? value.replace(ENDS, '').replace(RUNS, ' ') : value),
};
