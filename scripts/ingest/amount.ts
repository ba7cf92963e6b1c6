const SCALES: Record<string, number> = { '': 1, 元: 1, 万元: 1e4, 万: 1e4, 亿元: 1e8, 亿: 1e8, 円: 1 };
const AMOUNT =
  /^(-)?(\()?\s*(?:[£$€¥￥]|CNY|RMB|GBP|USD|JPY|人民币)?\s*(-)?([\d,]+(?:\.\d+)?|\.\d+)\s*(万元|亿元|元|万|亿|円)?\s*(?:整)?\s*\)?$/i;

/**
 * An amount as plain units, or `null` where the text is none.
 * @example `"(1,234.50)"` → `-1234.5`; `"3.5万元"` → `35000`; `"£12"` → `12`; `"-"` → `null`
 */
export function readAmount(text: string): number | null {
  const match = AMOUNT.exec(text.normalize('NFKC').trim());
  if (!match) return null;
  const [, minus, bracket, inner, digits, scale] = match;
  if (!/^\d{1,3}(,\d{3})+(\.\d+)?$|^\d*\.?\d+$|^\d+\.?\d*$/.test(digits!)) return null;
  const plain = Number(digits!.replaceAll(',', ''));
  const value = Number((plain * SCALES[scale ?? '']!).toPrecision(15));
  return minus || bracket || inner ? -value : value;
}
