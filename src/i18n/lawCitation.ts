import type { Language } from '../model/language.ts';
import { text, type Row } from '../model/row.ts';

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
      : text(policy, 'title_en')
          .replace(/, (as amended|revised) in \d{4}$/, '')
          .replace(
            /^Regulation on the Implementation of the Government Procurement Law$/,
            'Implementing Regulation',
          );
  if (number !== '' && !/^(主席令|国务院令)/.test(number)) return number;
  return text(policy, 'title_zh')
    .replace(/^中华人民共和国/, '')
    .replace(/（\d{4}年修[正订]）$/, '');
}

/**
 * The number of an article as it is cited: `Art. 52–53`, `第52—53条`; of a notice or an opinion, which has no articles, that of the section.
 * Nothing where the page read does not print it.
 */
export function articleNumber(article: Row, policy: Row, language: Language): string {
  const printed = text(article, 'article');
  if (printed === '') return '';
  const isNotice = /(?:通知|意见)$/.test(text(policy, 'title_zh'));
  if (language === 'en') return `${isNotice ? 'Sec.' : 'Art.'}\u00a0${printed.replace('-', '–')}`;
  const [, base = printed, point] = /^(\d+)\((\d+)\)$/.exec(printed) ?? [];
  const numbers = base.replace('-', '—').replace(', ', '、');
  return `第${numbers}${isNotice ? '部分' : '条'}${point ? `第（${point}）项` : ''}`;
}
