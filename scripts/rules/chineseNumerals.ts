import { CHARACTERS } from './characters.ts';
import { isAmount, type Rule } from './rule.ts';

const DIGITS = new Map(
  [...'零〇一二两三四五六七八九'].map((numeral, index) => [
    numeral,
    [0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9][index]!,
  ]),
);
for (const [index, numeral] of [...'零壹贰叁肆伍陆柒捌玖'].entries()) DIGITS.set(numeral, index);
for (const [index, numeral] of [...'貳參陸'].entries()) DIGITS.set(numeral, [2, 3, 6][index]!);
const UNITS: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const SECTIONS: Record<string, number> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };
const WORDS =
  /^(?:人民币)?([零〇一二两三四五六七八九壹贰貳叁參肆伍陆陸柒捌玖十拾百佰千仟万萬亿億]+)(?:[元圆圓块]?(?:([一二三四五六七八九零壹贰貳叁參肆伍陆陸柒捌玖])角)?(?:零?([一二三四五六七八九壹贰貳叁參肆伍陆陸柒捌玖])分)?)[整正]?$/;
const BOTH =
  /^(.*?[元圆圓角分整正])\s*[(:]?\s*(?:[¥￥]|小写[:：]?\s*[¥￥]?|RMB)?\s*([\d,]+(?:\.\d+)?)\s*元?\s*\)?$/;

/**
 * An amount in words, everyday or 大写. Where digits accompany the words, both must agree; otherwise the cell is unchanged and becomes a fault.
 * @example `"一百二十万元"` → `"1200000"`; `"壹仟零叁拾元伍角整"` → `"1030.5"`; `"壹拾万元整（¥100000.00）"` → `"100000"`
 * @see 《支付结算办法》附一：正确填写票据和结算凭证的基本规定
 */
export const chineseNumerals: Rule = {
  name: 'chinese-numerals',
  title: { en: 'Amounts in Chinese words made digits', zh: '中文大写金额转数字' },
  appliesTo: isAmount,
  needs: CHARACTERS.han,
  clean(value) {
    const words = readWords(value);
    if (words !== null) return String(words);
    const [, said, digits] = BOTH.exec(value.normalize('NFKC')) ?? [];
    const spoken = said === undefined ? null : readWords(said);
    const shown = Number(digits?.replaceAll(',', ''));
    return spoken !== null && spoken === shown ? String(shown) : value;
  },
};

/** An amount in words as a number of 元, or `null` where the text is not one. */
export function readWords(text: string): number | null {
  const match = WORDS.exec(text);
  if (!match) return null;
  const whole = readInteger(match[1]!);
  if (whole === null) return null;
  const digit = (numeral: string | undefined): number => (numeral === undefined ? 0 : DIGITS.get(numeral)!);
  return Number((whole + digit(match[2]) / 10 + digit(match[3]) / 100).toFixed(2));
}

/** 一百二十万 → 1200000; digits in a row (一二三) are not an amount. */
export function readInteger(text: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const numeral of text) {
    const value = DIGITS.get(numeral);
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (numeral in UNITS) {
      section += (digit ?? 1) * UNITS[numeral]!;
      digit = null;
    } else {
      const above = SECTIONS[numeral]!;
      section += digit ?? 0;
      // 一万亿: the ten thousand belongs to the hundred million that follows.
      if (total > 0 && above > 1e4) {
        total = (total + section) * above;
      } else total += (section === 0 ? 1 : section) * above;
      section = 0;
      digit = null;
    }
  }
  const value = total + section + (digit ?? 0);
  return Number.isSafeInteger(value) ? value : null;
}
