import { whitespace as ends } from '../clean/whitespace.ts';
import type { IngestRule } from './rule.ts';

/** Most texts have nothing but single blanks within, and need not be searched twice. */
const MAYBE = /[^\S ]|^ | $| {2}|[\u200b-\u200d\u2060]/;

/**
 * White space and invisible characters at either end go, and a run of them within a cell is one space. A form feed or a line end that a
 * spreadsheet put within a name is such a run.
 * @example `" St  Mungo\u00a0"` → `"St Mungo"`
 */
export const whitespace: IngestRule = {
  name: 'whitespace',
  title: { en: 'White space at the ends removed, runs of it made one', zh: '去除首尾空白，合并连续空白' },
  appliesTo: () => true,
  clean: (value) =>
    MAYBE.test(value) ? ends.clean(value).replace(/[\s\u200b\u200c\u2060\ufeff]+/g, ' ') : value,
};
