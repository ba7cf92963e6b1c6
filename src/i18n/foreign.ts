import type { Language } from '../model/language.ts';

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HANGUL = /\p{Script=Hangul}/u;
const HAN = /\p{Script=Han}/u;
const LATIN = /\p{Script=Latin}/u;
/** As in `HTML_LANG`, repeated so that browsers load this file without the schema library. */
const CHINESE = 'zh-CN';
/** Languages not written in Latin letters: Latin words from a source in one of them are names or a translation. */
const NOT_LATIN = ['zh', 'ja', 'ko', 'el'];

/**
 * The language of words on a page, as a BCP 47 tag; `undefined` where it is the page's own or not known.
 * @param source the language of the source of the words
 * @example foreignLang('指定管理者', 'en', 'ja') → 'ja'; foreignLang('指定管理者', 'en') → 'zh-CN'
 */
export function foreignLang(words: string, page: Language, source = ''): string | undefined {
  const lang =
    langOfScript(words, source) ?? (LATIN.test(words) && !NOT_LATIN.includes(source) ? source : '');
  return lang === '' || lang.slice(0, 2) === page ? undefined : lang;
}

/** Kana is Japanese and hangul is Korean; 汉字 alone are Japanese in a Japanese source, and Chinese elsewhere. */
export function langOfScript(words: string, source = ''): string | undefined {
  if (KANA.test(words)) return 'ja';
  if (HANGUL.test(words)) return 'ko';
  if (HAN.test(words)) return source === 'ja' ? source : CHINESE;
  return undefined;
}

/** Columns whose words are taken from the source. */
const AS_PRINTED = ['title', 'author', 'publisher'];

/** The language of a cell: of its column, as in `title_zh`, or of its words. */
export function cellLang(
  column: string,
  row: Readonly<Record<string, unknown>>,
  page: Language,
): string | undefined {
  const cell = row[column];
  if (typeof cell !== 'string') return undefined;
  const ending = /_(en|zh)$/.exec(column)?.[1];
  if (ending === page) return undefined;
  if (ending) return ending === 'zh' ? CHINESE : ending;
  return foreignLang(cell, page, AS_PRINTED.includes(column) ? String(row['lang'] ?? '') : '');
}
