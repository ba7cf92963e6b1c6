const DIGITS = '零一二三四五六七八九';
const MOST = 999;

/** Chinese numerals as articles and orders are numbered with them. */
export const HAN_NUMERALS = '〇零一二三四五六七八九十百';

/** A whole number from 1 to 999 in Chinese numerals: 43 → `四十三`, 105 → `一百零五`. */
export function writeHanNumber(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const ten = tens === 1 && hundreds === 0 ? '十' : `${DIGITS[tens]}十`;
  return [
    hundreds > 0 ? `${DIGITS[hundreds]}百` : '',
    tens > 0 ? ten : hundreds > 0 && ones > 0 ? '零' : '',
    ones > 0 ? DIGITS[ones] : '',
  ].join('');
}

const NUMBERS = new Map(Array.from({ length: MOST }, (_, index) => [writeHanNumber(index + 1), index + 1]));

/** A whole number from 1 to 999, in digits or in Chinese numerals; `undefined` where it is not one. */
export function readHanNumber(written: string): number | undefined {
  const value = /^\d+$/.test(written) ? Number(written) : NUMBERS.get(written.replaceAll('〇', '零'));
  return value !== undefined && value >= 1 && value <= MOST ? value : undefined;
}
