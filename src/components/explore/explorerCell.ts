import { CURRENCY_ZH } from '../../i18n/units.ts';
import type { Language } from '../../model/language.ts';
import type { Cell } from '../../model/row.ts';
import type { ExplorerField } from './explorerSettings.ts';

const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

/** A number with its digits in groups of three and at most two decimals: `1,234.5`. */
export const grouped = (value: number): string => GROUPED.format(value);

/** An amount with its currency: `GBP 1,424`, `1,424 英镑`. */
export function amountWords(amount: number, currency: string, language: Language): string {
  if (currency === '') return grouped(amount);
  return language === 'zh'
    ? `${grouped(amount)} ${CURRENCY_ZH[currency] ?? currency}`
    : `${currency} ${grouped(amount)}`;
}

/** The words of a value of a column as a text: its label, or the words for an empty cell. */
export function valueWords(value: string, { labels, missing }: ExplorerField): string {
  return value === '' ? missing : (labels?.[value] ?? value);
}

/** Letters that a cell shows before it is opened; 汉字 are as wide as two. */
const CLIPPED = 70;

/** Whether the words of a cell are clipped until a reader opens them. */
export const isLong = (words: string): boolean =>
  words.length + (words.match(/[\u3000-\uffef]/g)?.length ?? 0) > CLIPPED;

/** The words of a cell: labels for codes, digits grouped, the currency beside an amount. */
export function cellWords(cell: Cell, field: ExplorerField, currency: Cell, language: Language): string {
  if (cell === null) return field.missing;
  if (typeof cell !== 'number') return valueWords(String(cell), field);
  if (field.type === 'year') return String(cell);
  if (field.money) return amountWords(cell, String(currency ?? ''), language);
  return field.unit ? `${grouped(cell)} ${field.unit}` : grouped(cell);
}
