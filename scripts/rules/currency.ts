import { isAmount, type IngestRule } from './rule.ts';

/** Signs and codes → the currency they stand for, as far as a sign tells: ¥ is that of China and of Japan. */
const SIGNS: Record<string, string> = {
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
const SIGN = '(£|€|¥|US\\$|HK\\$|\\$|CNY|RMB|GBP|USD|HKD|JPY|EUR|人民币|人民幣)';
const NUMERAL = '[-(.\\d〇零一二两三四五六七八九十百壹贰叁肆伍陆柒捌玖拾佰]';
const BEFORE = new RegExp(`^([-(]*)\\s*${SIGN}\\s*:?\\s*(?=${NUMERAL})`, 'i');
const AFTER = new RegExp(`(?<=[\\d)])\\s*(?:${SIGN}|(円))$`, 'i');

/** The currency whose sign a text bears, or `null`. */
export function currencyIn(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const sign =
    BEFORE.exec(plain)?.[2] ??
    AFTER.exec(plain)
      ?.slice(1)
      .find((one) => one !== undefined);
  return sign === undefined ? null : SIGNS[sign.toUpperCase()]!;
}

/** The currency of a column: the one whose sign most cells bear that bear one. */
export function currencyOf(cells: Iterable<[cell: string, count: number]>): string | null {
  const counts = new Map<string, number>();
  for (const [cell, count] of cells) {
    const sign = currencyIn(cell);
    if (sign !== null) counts.set(sign, (counts.get(sign) ?? 0) + count);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The same, from a code of ISO 4217. */
export const currencySign = (code: string): string => SIGNS[code] ?? code;

/**
 * The sign or code of the column's currency before or after an amount goes; which it is stands in the field's unit. That of another
 * currency stays, so that US$ 40,570 among yen is not taken for yen.
 * @example `"£12"` → `"12"`; `"-¥5"` → `"-5"`; `"1,200円"` → `"1,200"`; `"US$ 5"` in a column of yen stays
 */
export const currency: IngestRule = {
  name: 'currency-sign',
  title: { en: 'Signs of the column’s currency removed', zh: '去除本列货币符号' },
  appliesTo: isAmount,
  clean(value, column) {
    const sign = currencyIn(value);
    if (sign === null) return value;
    return column.currency === null || column.currency === sign
      ? value.replace(BEFORE, '$1').replace(AFTER, '')
      : value;
  },
};
