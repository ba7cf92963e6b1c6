import type { Precision } from '../model/precision.ts';
import type { Language } from '../model/language.ts';
import { CURRENCY_ZH, unitWord } from './units.ts';

const plain = (value: number, digits: number): string =>
  new Intl.NumberFormat('en-US', { maximumFractionDigits: digits }).format(value);

/** The Chinese scales, the larger first. */
const SCALES = [
  ['亿', 1e8],
  ['万', 1e4],
] as const;

const ungrouped = (value: number, most: number, least = 0): string =>
  new Intl.NumberFormat('en-US', {
    useGrouping: false,
    maximumFractionDigits: most,
    minimumFractionDigits: least,
  }).format(value);

/**
 * A number as officials write it in Chinese: in 亿 or 万 with at most two decimals where that is exact (`1.6 亿`, `16312 万`),
 * else in full (`420044`). Above a hundred million, a number that is exact in neither scale is rounded to two decimals of 亿.
 * @param printed the number as printed in the source, whose trailing zeros are kept: `46.90 万`
 */
function formatChinese(value: number, printed: string): string {
  const size = Math.abs(value);
  const exact = SCALES.find(
    ([, scale]) => size >= scale && value % (scale / 100) === 0 && size / scale < 1e6,
  );
  const [name, scale] = exact ?? (size >= 1e8 ? SCALES[0] : ['', 1]);
  if (name === '') return ungrouped(value, size >= 1e4 ? 2 : 4);
  return `${ungrouped(value / scale, 2, printedZeros(value, name, scale, printed))} ${name}`;
}

/** The number of decimals that a source prints, where it prints this value in this scale with at most two. */
function printedZeros(value: number, name: string, scale: number, printed: string): number {
  const [, digits, decimals = ''] = new RegExp(`(\\d[\\d,]*(?:\\.(\\d+))?)\\s*${name}`).exec(printed) ?? [];
  const same = digits && Math.abs(Number(digits.replaceAll(',', '')) * scale - Math.abs(value)) < 1;
  return same && decimals.length <= 2 ? decimals.length : 0;
}

/**
 * A number as its language scales it: `87.158 billion`, `871.58 亿`. English keeps whole numbers below a million whole.
 * @param printed the number as printed in the source, for its trailing zeros
 */
export function formatNumber(value: number, language: Language, printed = ''): string {
  const size = Math.abs(value);
  if (language === 'zh') return formatChinese(value, printed);
  if (size >= 1e12) return `${plain(value / 1e12, 3)} trillion`;
  if (size >= 1e9) return `${plain(value / 1e9, 3)} billion`;
  if (size >= 1e6 && (value % 1000 === 0 || size >= 1e8)) return `${plain(value / 1e6, 3)} million`;
  return plain(value, 4);
}

/** A short number for an axis or a label: one decimal below ten, else none: `4.6万`, `87bn`. */
export function formatShort(value: number, language: Language): string {
  const size = Math.abs(value);
  const format = (v: number): string =>
    language === 'zh'
      ? ungrouped(v, v < 10 ? 1 : 0)
      : new Intl.NumberFormat('en-US', { maximumFractionDigits: v < 10 ? 1 : 0 }).format(v);
  if (language === 'zh') {
    const [name, scale] = SCALES.find(([, least]) => size >= least) ?? ['', 1];
    return `${format(value / scale)}${name}`;
  }
  if (size >= 1e9) return `${format(value / 1e9)}bn`;
  if (size >= 1e6) return `${format(value / 1e6)}m`;
  return size >= 1e4 ? `${format(value / 1e3)}k` : format(value);
}

const SIGNIFICANT = 3;

/**
 * One value divided by another, with `digits` decimals; from a thousand on it is rounded to three significant digits, since a
 * quotient is not more exact than that: `4.0`, `137,000`, `13.7 万`.
 */
export const formatRatio = (ratio: number, digits: number, language: Language): string =>
  Math.abs(ratio) < 1000
    ? ratio.toFixed(digits)
    : formatNumber(Number(ratio.toPrecision(SIGNIFICANT)), language);

/** Thirds, which sources print in words and the data store only approximately. */
const THIRDS: Record<string, Record<Language, string>> = {
  '0.3333': { en: 'one third', zh: '三分之一' },
  '0.6667': { en: 'two thirds', zh: '三分之二' },
};

/** A share (0–1) as a percentage: `34.3%`; thirds in words. */
export const formatShare = (share: number, language: Language): string =>
  THIRDS[String(share)]?.[language] ?? `${plain(share * 100, 2)}%`;

/** An amount of money in plain units of a currency (ISO 4217): `CNY 160 million`, `1.6 亿元`. */
export function formatMoney(amount: number, currency: string, language: Language, printed = ''): string {
  if (language === 'en') return `${currency} ${formatNumber(amount, 'en')}`;
  const number = formatNumber(amount, 'zh', printed);
  const name = CURRENCY_ZH[currency] ?? currency;
  return /[万亿]$/.test(number) ? `${number}${name}` : `${number} ${name}`;
}

const ORDINAL = new Intl.PluralRules('en', { type: 'ordinal' });
const ENDINGS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** A rank: `36th`, `第 36`. */
export const formatRank = (rank: number, language: Language): string =>
  language === 'zh' ? `第 ${rank}` : `${rank}${ENDINGS[ORDINAL.select(rank)] ?? 'th'}`;

/** A value with its unit, in the words of the language. `bare` leaves the unit out; `printed` is the value as printed in the source. */
export function formatValue(
  value: number,
  unit: string,
  language: Language,
  { bare = false, printed = '' } = {},
): string {
  if (unit === 'share') return formatShare(value, language);
  if (unit === 'rank') return formatRank(value, language);
  if (unit === 'year') return String(value);
  if (bare) return formatNumber(value, language, printed);
  if (/^[A-Z]{3}$/.test(unit)) return formatMoney(value, unit, language, printed);
  const perUnit = /^([A-Z]{3}) per (.+)$/.exec(unit);
  if (perUnit)
    return `${formatMoney(value, perUnit[1]!, language, printed)}${language === 'zh' ? '／' : ' per '}${perUnit[2]}`;
  const number = formatNumber(value, language, printed);
  const word = unitWord(unit, value, language);
  if (word === '') return number;
  return language === 'zh' && /[万亿]$/.test(number) ? `${number}${word}` : `${number} ${word}`;
}

const PRECISION_WORDS: Record<Language, Record<Precision, string>> = {
  en: {
    exact: '',
    about: 'about ',
    over: 'over ',
    'at-least': 'at least ',
    nearly: 'nearly ',
    under: 'under ',
    forecast: 'a planned ',
  },
  zh: {
    exact: '',
    about: '约 ',
    over: '逾 ',
    'at-least': '至少 ',
    nearly: '近 ',
    under: '不到 ',
    forecast: '计划 ',
  },
};

/** The word for the precision of a number, with its space; empty for an exact one. */
export const precisionWord = (precision: string | null, language: Language): string =>
  PRECISION_WORDS[language][(precision ?? 'exact') as Precision] ?? '';

/** A full or partial ISO date in words: `December 2014`, `2014 年 12 月`. */
export function formatDate(date: string, language: Language): string {
  const [year, month, day] = date.split('-').map(Number);
  if (language === 'zh')
    return [`${year} 年`, month && `${month} 月`, day && `${day} 日`].filter(Boolean).join(' ');
  if (!month) return String(year);
  const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(year!, month - 1, 1)),
  );
  return day ? `${day} ${name} ${year}` : `${name} ${year}`;
}
