import { pinyin } from 'pinyin-pro';
import { lawPath } from '../../src/i18n/paths.ts';
import type { Language } from '../../src/model/language.ts';
import type { LawArticle, LawEntry } from '../../src/model/lawEntry.ts';
import { text, type Row } from '../../src/model/row.ts';
import type { TextPage } from '../../src/model/textPage.ts';

/** Of laws with one name, what binds comes first. */
const STATUSES = ['in-force', 'unknown', 'amended', 'draft', 'repealed'];
/** A year is not the number of an article. */
const MOST_ARTICLES = 999;

/** What the entries are made of. */
interface LawSources {
  policies: readonly Row[];
  articles: readonly Row[];
  /** The pages of the language that are indexed. */
  pages: readonly TextPage[];
  language: Language;
}

/**
 * The texts of law for the search, those in force first. Each leads to its page, and each article to its place there, whose anchor is the
 * id of its row.
 * @throws Error where a law has no page
 */
export function lawEntries({ policies, articles, pages, language }: LawSources): LawEntry[] {
  const pageAt = new Map(pages.map((page) => [page.path, page]));
  return inOrder(policies).map((law) => {
    const id = text(law, 'id');
    const path = lawPath(language, id);
    const page = pageAt.get(path);
    if (!page) throw new Error(`the search cannot lead to "${id}" of policies: no page ${path} is indexed`);
    return {
      path,
      title: text(law, `title_${language}`),
      what: text(law, `what_${language}`),
      filters: page.filters,
      number: text(law, 'number'),
      issuer: text(law, 'issuer'),
      pinyin: inPinyin(text(law, 'number')),
      names: [text(law, 'title_zh'), text(law, 'title_en')],
      articles: articles
        .filter((row) => text(row, 'policy') === id && text(row, 'kind') === 'text')
        .map((row): LawArticle => ({
          numbers: articleNumbers(text(row, 'article')),
          path: lawPath(language, id, text(row, 'id')),
          says: text(row, `says_${language}`),
        }))
        .filter(({ numbers }) => numbers.length > 0),
    };
  });
}

/** In force before the rest, the nation before its parts, the later before the earlier. */
function inOrder(policies: readonly Row[]): Row[] {
  const order = (law: Row): number =>
    STATUSES.indexOf(text(law, 'status')) * 2 + (text(law, 'level') === 'nation' ? 0 : 1);
  return [...policies].sort((a, b) => order(a) - order(b) || (text(a, 'date') > text(b, 'date') ? -1 : 1));
}

/**
 * The numbers that a row is about; none where it names no article.
 * @example `"52-53"` → `[52, 53]`, `"15, 45"` → `[15, 45]`, `"10(5)"` → `[10]`
 */
export function articleNumbers(written: string): number[] {
  return written.split(',').flatMap((part) => {
    const [, first, last] = /^\s*(\d+)(?:\s*[-–]\s*(\d+))?/.exec(part) ?? [];
    if (first === undefined || Number(first) > MOST_ARTICLES) return [];
    const length = Math.max(0, Number(last ?? first) - Number(first)) + 1;
    return Array.from({ length }, (_, index) => Number(first) + index);
  });
}

/** `国办发〔2013〕96号` → `guobanfa 2013 96` */
const inPinyin = (number: string): string =>
  number.includes('号')
    ? number
        .replace(/[令第号]/g, '')
        .replace(/\p{Script=Han}+/gu, (words) => pinyin(words, { toneType: 'none', type: 'array' }).join(''))
        .replace(/[^\p{L}\d]+/gu, ' ')
        .trim()
    : '';
