import { articleNumber, lawName } from '../i18n/lawNames.ts';
import { strings } from '../i18n/strings.ts';
import { lawPath } from '../i18n/paths.ts';
import { idsIn, lawTagFault } from '../model/lawTag.ts';
import type { Language } from '../model/language.ts';
import { text, type Row } from '../model/row.ts';
import { findArticle, isInForce, textOf } from './lawRecord.ts';

/** A text on which a tag rests. */
export interface Ground {
  /** Its articles: the name of each, and its address below the site's root. */
  articles: { name: string; path: string }[];
  /** Whether the text was seen in force. */
  inForce: boolean;
}

/**
 * The articles on which the tag of a recommendation rests, those of one text together: the first of a text has its name, `Order 102, Art. 10`,
 * those after it their number, `Art. 24`. Each number is listed once, and rows whose number the page read
 * does not print come last.
 * @throws Error where the tag is unknown, lacks its articles, or names a row that is not in `policy-articles`
 */
export function lawGrounds(tag: string, articles: string, language: Language): Ground[] {
  const ids = idsIn(articles);
  const fault = lawTagFault(tag, ids);
  if (fault) throw new Error(`the tag "${tag}" ${fault.what}: ${fault.right}`);
  const texts = new Map<Row, Map<string, string>>();
  for (const id of ids) {
    const article = findArticle(id, `the tag "${tag}"`);
    const policy = textOf(article);
    const numbers = texts.get(policy) ?? new Map<string, string>();
    const number = articleNumber(article, policy, language);
    if (!numbers.has(number)) numbers.set(number, id);
    texts.set(policy, numbers);
  }
  return [...texts].map(([policy, numbers]) => ({
    articles: [...numbers]
      .sort(([a], [b]) => Number(a === '') - Number(b === ''))
      .map(([number, id], at) => ({
        name:
          at > 0
            ? number || strings(language).noArticleNumber
            : withNumber(lawName(policy, language), number, language),
        path: lawPath(language, text(policy, 'id'), id),
      })),
    inForce: isInForce(policy),
  }));
}

const withNumber = (name: string, number: string, language: Language): string =>
  number === '' ? name : `${name}${language === 'en' ? ', ' : ''}${number}`;
