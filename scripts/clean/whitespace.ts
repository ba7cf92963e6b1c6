import type { CleaningRule } from './rule.ts';

const EDGES = /^[\s\u00a0\u3000\ufeff\u200b-\u200d\u2060]+|[\s\u00a0\u3000\ufeff\u200b-\u200d\u2060]+$/g;

/**
 * White space and invisible characters at either end of a cell go; line ends within a cell become LF.
 * @example `" 高明\u00a0"` → `"高明"`
 */
export const whitespace: CleaningRule = {
  name: 'whitespace',
  title: { en: 'White space at the ends of a cell removed', zh: '去除单元格首尾空白' },
  appliesTo: () => true,
  clean: (value) => value.replace(/\r\n?/g, '\n').replace(EDGES, ''),
};
