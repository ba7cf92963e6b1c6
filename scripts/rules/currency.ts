import { CHARACTERS } from './characters.ts';
import { codesOfCurrency } from './currencySigns.ts';
import { isAmount, type Rule } from './rule.ts';

const NUMERAL = '[.\\d〇零一二两三四五六七八九十百壹贰叁肆伍陆柒捌玖拾佰]';
/** What may be a sign or code before the digits, and behind them; whether it is one is looked up. */
const BEFORE = new RegExp(`^([-+(]*)\\s*([^\\d\\s(+-][^\\d(+-]{0,7}?)\\s*:?\\s*(?=[-(]*${NUMERAL})`, 'u');
const AFTER = /(?<=[\d)])\s*([^\d\s).,'’-][^\d)]{0,7})$/u;
/** A code attached to whole digits (`CAD123`) may be an identifier; those that publishers attach to amounts. */
const ATTACHED = /^[A-Za-z]+$/;
const ATTACHED_CODES = new Set(['CNY', 'RMB', 'GBP', 'USD', 'HKD', 'JPY', 'EUR']);

/** A sign or code found beside a number, and the text without it. */
interface Found {
  sign: string;
  rest: string;
}

function before(text: string): Found | null {
  const match = BEFORE.exec(text);
  const sign = match?.[2];
  if (sign === undefined || codesOfCurrency(sign) === null) return null;
  const rest = text.slice(match![0].length);
  const isAttached = match![0].endsWith(sign) && ATTACHED.test(sign);
  if (isAttached && /^\d+$/.test(rest) && !ATTACHED_CODES.has(sign.toUpperCase())) return null;
  return { sign, rest: match![1]! + rest };
}

function after(text: string): Found | null {
  const match = AFTER.exec(text);
  const sign = match?.[1];
  return sign === undefined || codesOfCurrency(sign) === null
    ? null
    : { sign, rest: text.slice(0, match!.index) };
}

/** The sign or code of a currency beside the number of a text, as printed, or `null`. */
export function currencyIn(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  return before(plain)?.sign ?? after(plain)?.sign ?? null;
}

/** Whether two signs or codes can be those of one currency: `$` and `CAD`, not `USD` and `CAD`. */
export function isSameCurrency(one: string, other: string): boolean {
  if (one === other) return true;
  const codes = codesOfCurrency(other) ?? [];
  return (codesOfCurrency(one) ?? []).some((code) => codes.includes(code));
}

/** Of two signs of one currency, the one that fewer currencies have: `CAD` of `$` and `CAD`. */
export const moreExact = (one: string, other: string): string =>
  (codesOfCurrency(other)?.length ?? 0) < (codesOfCurrency(one)?.length ?? 0) ? other : one;

/** The currency of a column: the one found in most of the cells that have any, by its most exact sign. */
export function currencyOf(cells: Iterable<[cell: string, count: number]>): string | null {
  const counts = new Map<string, number>();
  for (const [cell, count] of cells) {
    const sign = currencyIn(cell);
    if (sign !== null) counts.set(sign, (counts.get(sign) ?? 0) + count);
  }
  const signs = [...counts].sort((a, b) => b[1] - a[1]).map(([sign]) => sign);
  const [first] = signs;
  if (first === undefined) return null;
  return signs.filter((sign) => isSameCurrency(sign, first)).reduce(moreExact);
}

/**
 * Removes the sign or code of the column's currency before or after an amount; the field's unit records the currency. That of another
 * currency stays, so that US$ 40,570 in a column of yen is not read as yen.
 * @example `"£12"` → `"12"`; `"-¥5"` → `"-5"`; `"1 234,50 zł"` → `"1 234,50"`; `"US$ 5"` in a column of yen stays
 */
export const currency: Rule = {
  name: 'currency-sign',
  title: { en: 'Currency symbols of the column removed', zh: '去除本列货币符号' },
  appliesTo: isAmount,
  needs: CHARACTERS.currency | CHARACTERS.letter | CHARACTERS.han | CHARACTERS.other,
  clean(value, column) {
    let text = value;
    for (const find of [before, after]) {
      const found = find(text);
      if (found === null) continue;
      if (column.currency !== null && !isSameCurrency(column.currency, found.sign)) return value;
      text = found.rest;
    }
    return text;
  },
};
