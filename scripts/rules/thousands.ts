import { thousands as commas } from '../clean/thousands.ts';
import { isAmount, type IngestRule } from './rule.ts';

/**
 * Commas, thin spaces and apostrophes between thousands go; a comma anywhere else is left for the type to name.
 * @example `"1,234.50"` → `"1234.50"`; `"1 234 567"` → `"1234567"`; `"87,9.49"` stays
 */
export const thousands: IngestRule = {
  name: 'thousands',
  title: { en: 'Signs between thousands removed', zh: '去除千分位符号' },
  appliesTo: (column) => isAmount(column) && column.decimal === 'point',
  clean: (value) =>
    commas.clean(/^-?\d{1,3}([ '’]\d{3})+(\.\d+)?$/.test(value) ? value.replace(/[ '’]/g, '') : value),
};
