import type { Language } from '../model/language.ts';
import { formatDate } from './format.ts';
import { lawWords } from './lawWords.ts';

/**
 * An article by its number: `Article 24`, `Articles 52–53`, `第10条第5项`; of a notice or an opinion, which has no articles, the section.
 * @param article as the dataset has it; empty where the number was not printed
 */
export function articleName(article: string, titleZh: string, language: Language): string {
  if (article === '') return lawWords(language).noNumber;
  const isNotice = /(?:通知|意见)$/.test(titleZh);
  const [, number = article, item] = /^(\d+)\((\d+)\)$/.exec(article) ?? [];
  if (language === 'zh') {
    const words = number.replace('-', '至').replaceAll(', ', '、');
    if (isNotice) return `第${words}部分`;
    return item ? `第${words}条第（${item}）项` : `第${words}条`;
  }
  const several = /[-,]/.test(number);
  const words = number.replace('-', '–').replace(', ', ' and ');
  return `${isNotice ? 'Section' : 'Article'}${several ? 's' : ''} ${words}${item ? `(${item})` : ''}`;
}

/** The name of a text with its number, as it is cited: `政府购买服务管理办法（财政部令第102号）`. */
export const textName = (title: string, number: string, language: Language): string =>
  number === '' ? title : language === 'zh' ? `${title}（${number}）` : `${title} (${number})`;

/** The status of a text with the date for which it was seen. */
export const statusWords = (label: string, seen: string, language: Language): string =>
  lawWords(language).statusLine(label, seen === '' ? '' : formatDate(seen, language));

/**
 * The name of a text as short as it is commonly cited, without the state’s name and the amendment: `政府采购法` of
 * `中华人民共和国政府采购法（2014年修正）`.
 */
export const shortTextName = (title: string): string =>
  title
    .replace(/^中华人民共和国/, '')
    .replace(/（\d{4}年修[正订]）$/, '')
    .replace(/, (?:as amended|revised) in \d{4}$/, '');

/** An article with its text: `《政府采购法》第50条`, `Government Procurement Law, Article 50`. */
export function articleReference(
  article: string,
  title: { en: string; zh: string },
  language: Language,
): string {
  const name = articleName(article, title.zh, language);
  const text = shortTextName(title[language]);
  if (language === 'en') return `${text}, ${name}`;
  return article === '' ? `《${text}》（${name}）` : `《${text}》${name}`;
}
