import type { Language } from '../model/language.ts';
import { text, type Row } from '../model/row.ts';
import { formatDate } from './format.ts';
import { lawWords } from './lawWords.ts';

/**
 * An article by its number: `Article 24`, `Articles 52–53`, `第10条第5项`; of a notice or an opinion, which has no articles, the section.
 * @param article as the dataset has it; empty where the number was not printed
 */
export function articleName(article: string, titleZh: string, language: Language): string {
  if (article === '') return lawWords(language).noNumber;
  const [, number = article, item] = /^(\d+)\((\d+)\)$/.exec(article) ?? [];
  if (language === 'zh') {
    const words = number.replace('-', '至').replaceAll(', ', '、');
    if (isNotice(titleZh)) return `第${words}部分`;
    return item ? `第${words}条第（${item}）项` : `第${words}条`;
  }
  const several = /[-,]/.test(number);
  const words = number.replace('-', '–').replace(', ', ' and ');
  return `${isNotice(titleZh) ? 'Section' : 'Article'}${several ? 's' : ''} ${words}${item ? `(${item})` : ''}`;
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
  const short = shortTextName(title[language]);
  if (language === 'en') return `${short}, ${name}`;
  return article === '' ? `《${short}》（${name}）` : `《${short}》${name}`;
}

/**
 * A text of law in few words: laws and regulations of the State Council by their title without the year of the amendment, ministry orders by
 * number, other texts by title in English and by number in Chinese, as officials name them. The regulation that carries out the Procurement
 * Law is the Implementing Regulation, as in our texts.
 */
export function lawName(policy: Row, language: Language): string {
  const number = text(policy, 'number');
  const order = /^财政部令第(\d+)号$/.exec(number)?.[1];
  if (language === 'en')
    return order
      ? `Order ${order}`
      : shortTextName(text(policy, 'title_en')).replace(
          /^Regulation on the Implementation of the Government Procurement Law$/,
          'Implementing Regulation',
        );
  if (number !== '' && !/^(主席令|国务院令)/.test(number)) return number;
  return shortTextName(text(policy, 'title_zh'));
}

/**
 * The number of an article in a short citation: `Art. 52–53`, `第52至53条`; of a notice or an opinion, which has no articles, that of the
 * section. Nothing where the page read does not print it.
 */
export function articleNumber(article: Row, policy: Row, language: Language): string {
  const printed = text(article, 'article');
  if (printed === '') return '';
  const titleZh = text(policy, 'title_zh');
  if (language === 'zh') return articleName(printed, titleZh, language);
  return `${isNotice(titleZh) ? 'Sec.' : 'Art.'}\u00a0${printed.replace('-', '–')}`;
}

/** Whether a text is a notice or an opinion, whose parts are sections. */
const isNotice = (titleZh: string): boolean => /(?:通知|意见)$/.test(titleZh);
