import { CHARACTERS } from './characters.ts';
import { isAmount, type Rule } from './rule.ts';

/** Symbols and codes → the symbol of their currency; ¥ is ambiguous between China and Japan. */
const SYMBOLS: Record<string, string> = {
  '£': '£',
  GBP: '£',
  '€': '€',
  EUR: '€',
  $: '$',
  US$: '$',
  USD: '$',
  HK$: 'HK$',
  HKD: 'HK$',
  '¥': '¥',
  CNY: '¥',
  RMB: '¥',
  JPY: '¥',
  人民币: '¥',
  人民幣: '¥',
  円: '¥',
};
const SYMBOL = '(£|€|¥|US\\$|HK\\$|\\$|CNY|RMB|GBP|USD|HKD|JPY|EUR|人民币|人民幣)';
const NUMERAL = '[-(.\\d〇零一二两三四五六七八九十百壹贰叁肆伍陆柒捌玖拾佰]';
const BEFORE = new RegExp(`^([-(]*)\\s*${SYMBOL}\\s*:?\\s*(?=${NUMERAL})`, 'i');
const AFTER = new RegExp(`(?<=[\\d)])\\s*(?:${SYMBOL}|(円))$`, 'i');

/** The currency whose symbol or code a text has, or `null`. */
export function currencyIn(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const symbol =
    BEFORE.exec(plain)?.[2] ??
    AFTER.exec(plain)
      ?.slice(1)
      .find((one) => one !== undefined);
  return symbol === undefined ? null : SYMBOLS[symbol.toUpperCase()]!;
}

/** The currency of a column: the one found in most of the cells that have any. */
export function currencyOf(cells: Iterable<[cell: string, count: number]>): string | null {
  const counts = new Map<string, number>();
  for (const [cell, count] of cells) {
    const symbol = currencyIn(cell);
    if (symbol !== null) counts.set(symbol, (counts.get(symbol) ?? 0) + count);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The same, from a code of ISO 4217. */
export const currencySymbol = (code: string): string => SYMBOLS[code] ?? code;

/**
 * Removes the symbol or code of the column's currency before or after an amount; the field's unit records the currency. That of another
 * currency stays, so that US$ 40,570 in a column of yen is not read as yen.
 * @example `"£12"` → `"12"`; `"-¥5"` → `"-5"`; `"1,200円"` → `"1,200"`; `"US$ 5"` in a column of yen stays
 */
export const currency: Rule = {
  name: 'currency-sign',
  title: { en: 'Currency symbols of the column removed', zh: '去除本列货币符号' },
  appliesTo: isAmount,
  needs: CHARACTERS.currency | CHARACTERS.letter | CHARACTERS.han | CHARACTERS.other,
  clean(value, column) {
    const symbol = currencyIn(value);
    if (symbol === null) return value;
    return column.currency === null || column.currency === symbol
      ? value.replace(BEFORE, '$1').replace(AFTER, '')
      : value;
  },
};
