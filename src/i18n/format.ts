import type { Precision } from '../model/confidence.ts';
import type { Language } from '../model/language.ts';
import { CURRENCY_ZH, unitWord } from './units.ts';

const plain = (value: number, digits: number): string =>
  new Intl.NumberFormat('en-US', { maximumFractionDigits: digits }).format(value);

/**
 * A number as its language scales it: `87.158 billion`, `871.58 亿`. English keeps whole numbers below a million whole;
 * Chinese counts in 万 from ten thousand and in 亿 from a hundred million. At most four digits stand after the point.
 */
export function formatNumber(value: number, language: Language): string {
  const size = Math.abs(value);
  if (language === 'zh') {
    if (size >= 1e8) return `${plain(value / 1e8, 4).replaceAll(',', '')} 亿`;
    if (size >= 1e4) return `${plain(value / 1e4, 4).replaceAll(',', '')} 万`;
    return plain(value, 4).replaceAll(',', '');
  }
  if (size >= 1e12) return `${plain(value / 1e12, 3)} trillion`;
  if (size >= 1e9) return `${plain(value / 1e9, 3)} billion`;
  if (size >= 1e6 && (value % 1000 === 0 || size >= 1e8)) return `${plain(value / 1e6, 3)} million`;
  return plain(value, 4);
}

const SIGNIFICANT = 3;

/**
 * One value divided by another, with `digits` after the point; from a thousand on it is rounded to three significant digits, since a
 * quotient is not known better than that: `4.0`, `137,000`, `13.7 万`.
 */
export const formatRatio = (ratio: number, digits: number, language: Language): string =>
  Math.abs(ratio) < 1000
    ? ratio.toFixed(digits)
    : formatNumber(Number(ratio.toPrecision(SIGNIFICANT)), language);

/** Thirds, which sources print in words and the data can hold only nearly. */
const THIRDS: Record<string, Record<Language, string>> = {
  '0.3333': { en: 'one third', zh: '三分之一' },
  '0.6667': { en: 'two thirds', zh: '三分之二' },
};

/** A share (0–1) as a percentage: `34.3%`; thirds in words. */
export const formatShare = (share: number, language: Language): string =>
  THIRDS[String(share)]?.[language] ?? `${plain(share * 100, 2)}%`;

/** An amount of money in plain units of a currency (ISO 4217): `CNY 160 million`, `1.6 亿元`. */
export function formatMoney(amount: number, currency: string, language: Language): string {
  if (language === 'en') return `${currency} ${formatNumber(amount, 'en')}`;
  const number = formatNumber(amount, 'zh');
  const name = CURRENCY_ZH[currency] ?? currency;
  return /[万亿]$/.test(number) ? `${number}${name}` : `${number} ${name}`;
}

const ORDINAL = new Intl.PluralRules('en', { type: 'ordinal' });
const ENDINGS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** A rank: `36th`, `第 36`. */
export const formatRank = (rank: number, language: Language): string =>
  language === 'zh' ? `第 ${rank}` : `${rank}${ENDINGS[ORDINAL.select(rank)] ?? 'th'}`;

/** A value with its unit, in the words of the language. `bare` leaves the unit out. */
export function formatValue(value: number, unit: string, language: Language, { bare = false } = {}): string {
  if (unit === 'share') return formatShare(value, language);
  if (unit === 'rank') return formatRank(value, language);
  if (unit === 'year') return String(value);
  if (bare) return formatNumber(value, language);
  if (/^[A-Z]{3}$/.test(unit)) return formatMoney(value, unit, language);
  const perUnit = /^([A-Z]{3}) per (.+)$/.exec(unit);
  if (perUnit)
    return `${formatMoney(value, perUnit[1]!, language)}${language === 'zh' ? '／' : ' per '}${perUnit[2]}`;
  const number = formatNumber(value, language);
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

/** The word that says how exact a number is, with its space; empty for an exact one. */
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
