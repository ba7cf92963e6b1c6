import { formatMoney, formatValue, precisionWord } from '../../i18n/format.ts';
import type { Language } from '../../model/language.ts';
import { number, text } from '../../model/row.ts';
import type { Found } from '../../published/lookup.ts';

/**
 * The words of a number in prose: precision, value and unit of a row.
 * @param field the numeric column; without it `value`, or `amount` of a purchase
 * @throws Error where the row has no number there, which fails the build
 */
export function numberWords(
  { dataset, table, row }: Found,
  language: Language,
  options: { field?: string; bare?: boolean } = {},
): string {
  const field = options.field ?? ('value' in row ? 'value' : 'amount');
  const value = number(row, field);
  if (value === null) throw new Error(`${dataset.id}/${text(row, 'id')} has no number in "${field}"`);
  const precision = precisionWord(text(row, 'precision') || null, language);
  const printed = text(row, `${field}_printed`);
  if (field === 'amount') return precision + formatMoney(value, text(row, 'currency'), language, printed);
  const unit =
    field === 'value' ? text(row, 'unit') : (table.fields.find((one) => one.name === field)?.unit ?? '');
  const words = formatValue(value, unit, language, { bare: options.bare ?? false, printed });
  return (/^\p{Script=Han}/u.test(words) ? precision.trimEnd() : precision) + words;
}
