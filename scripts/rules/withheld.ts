import { isAmount, isDate, type IngestRule } from './rule.ts';

const WORDS =
  /^(?:n\/a|n\.a\.|null|nan|#n\/a|not (?:published|disclosed|available)|\(?非公表\)?|.*公表しない。?|未公表|未公开|不公开|保密|暂无|[_＿]+)$/i;

/**
 * A word that says that a value was withheld or is not there makes an amount or a date empty. Words that may mean nought (无, nil, none) are
 * left, and named.
 * @example `"非公表"` → `""`; `"N/A"` → `""`; `"无"` stays
 */
export const withheld: IngestRule = {
  name: 'withheld-as-empty',
  title: { en: 'Words for “withheld” made empty', zh: '“不公开”等字样视为空' },
  appliesTo: (column) => isAmount(column) || isDate(column) || column.type === 'year',
  clean: (value) => (WORDS.test(value) ? '' : value),
};
