import { formatMoney } from '../../i18n/format.ts';
import type { Language } from '../../model/language.ts';

/** A computed amount of money, with three significant digits: a price in other prices or in international dollars is not more exact than that. */
export function moneyOf(amount: number, currency: string, language: Language): string {
  const rounded = Number(amount.toPrecision(3));
  if (currency !== 'int') return formatMoney(rounded, currency, language);
  const value = formatMoney(rounded, 'USD', 'en').replace('USD ', '');
  return language === 'zh' ? `${value} 国际元` : `${value} int. dollars`;
}
