/** What a printed number shows of the sign before its decimals; `either-point` and `either-comma`: it may as well separate thousands. */
export type DecimalProof = 'point' | 'comma' | 'either-point' | 'either-comma';

/** Digits with separators, and nothing else but a sign, a currency or a unit around them. */
const CORE = /^\D*?(\d[\d.,'’ʼ ]*[.,]\d+|[.,]\d+)(?:,-{1,2}|\.-)?\D*$/;

/** A longer text is no amount. */
const LONGEST = 60;
/** Groups of three digits; of two but for the last one where lakhs are counted. */
const GROUPS = /^(?:\d{3} )*\d{3}$|^(?:\d{2} )*\d{3}$/;

/**
 * What a number proves of its column. Two separators, or one that is repeated, prove both; one that does not stand before exactly three digits, or behind
 * a group that begins with 0 or has more than three digits, separates decimals.
 * @example `"1.234,5"` → `comma`; `"12,34,567.00"` → `point`; `"0,125"` → `comma`; `"12.500"` → `either-point`; `"1234"` → `null`
 */
export function decimalProof(text: string): DecimalProof | null {
  if (text.length > LONGEST) return null;
  const number = CORE.exec(text)?.[1];
  if (number === undefined) return null;
  const [point, comma] = [number.lastIndexOf('.'), number.lastIndexOf(',')];
  if (point >= 0 && comma >= 0) {
    const last = Math.max(point, comma);
    const sign = number[last]!;
    if (number.indexOf(sign) !== last) return null;
    return sign === '.' ? 'point' : 'comma';
  }
  const [sign, other] = point >= 0 ? (['point', 'comma'] as const) : (['comma', 'point'] as const);
  const separator = sign === 'point' ? '.' : ',';
  const groups = number.split(separator);
  if (groups.length > 2) return GROUPS.test(groups.slice(1).join(' ')) ? other : null;
  const [whole, rest] = [groups[0]!, groups[1]!];
  if (rest.length !== 3 || !/^[1-9]\d{0,2}$/.test(whole)) return sign;
  return `either-${sign}`;
}
