import { readHanNumber } from '../../model/hanNumber.ts';
import type { LawArticle, LawEntry } from '../../model/lawEntry.ts';
import type { Synonyms } from '../../model/synonyms.ts';
import { HAN, SEPARATORS } from './searchQuery.ts';
import { variants } from './searchSynonyms.ts';

/** A law that a query asks for, and the article, where it names one. */
export interface LawMeant {
  law: LawEntry;
  article?: LawArticle;
}

/** The most laws that a part of a name may match. */
const MOST = 8;
/** Letters from which the end of a name is enough. */
const ENOUGH = { han: 5, latin: 12 };
const ARTICLE =
  /第?\s*([\d〇零一二三四五六七八九十百]+)\s*条.*$|,?\s*\bart(?:icles?|s)?\b\.?\s*(\d+).*$|§+\s*(\d+).*$/iu;
/** What says that digits are the number of a law. */
const MARK = /[号令〔［[(]|\b(?:no|order|decree)\b/iu;
const ORDER = /\b(?:order|decree)\b|令/iu;
/** Words and letters of a number that say nothing. */
const NOISE = new Set(['no', 'of', 'the', 'order', 'decree', 'doc', 'document']);
const NOISE_HAN = /[第号令文年]/gu;

/**
 * The laws that a query names: by name (政府采购法), by number in whatever brackets (国办发〔2013〕96号, 102号令, Order 102), either with
 * an article (第五十条, Art. 24). None where the query says anything else besides. What is in force comes first, as in `laws`.
 */
export function lawsMeant(query: string, laws: readonly LawEntry[], synonyms: Synonyms): LawMeant[] {
  const plain = query.normalize('NFKC').trim();
  const found = ARTICLE.exec(plain);
  const number = found ? readHanNumber(found[1] ?? found[2] ?? found[3]!) : undefined;
  const named = (found ? plain.slice(0, found.index) : plain).replace(/[\s的之,，]+$/u, '');
  if (named === '') return [];
  return byNameOrNumber(variants(named, synonyms), laws).map((law) => {
    const article = law.articles.find(({ numbers }) => number !== undefined && numbers.includes(number));
    return { law, ...(article ? { article } : {}) };
  });
}

/** A law with what is compared of it. */
interface Known {
  law: LawEntry;
  names: string[];
  number: Parts;
  /** The words of its number in Latin letters, or in pinyin. */
  latin: string[];
}
const known = new WeakMap<readonly LawEntry[], Known[]>();

/** The laws with what is compared of them, worked out once. */
function knownLaws(laws: readonly LawEntry[]): Known[] {
  let all = known.get(laws);
  if (!all) {
    all = laws.map((law) => {
      const number = parts(law.number);
      return {
        law,
        names: law.names.map(bareName),
        number,
        latin: [...number.latin, ...parts(law.pinyin).latin],
      };
    });
    known.set(laws, all);
  }
  return all;
}

/** Whole names come before numbers, and the ends of names count only where nothing else is meant. */
function byNameOrNumber(queries: readonly string[], laws: readonly LawEntry[]): LawEntry[] {
  const wanted = queries.map(bareName).filter((name) => name !== '');
  const long = wanted.filter((name) => name.length >= ENOUGH[HAN.test(name) ? 'han' : 'latin']);
  const numbers = queries
    .map((query) => ({ query, asked: parts(query) }))
    .filter(({ asked }) => asked.digits.length > 0);
  const readings: ((one: Known) => boolean)[] = [
    ({ names }) => names.some((name) => wanted.includes(name)),
    (one) => numbers.some(({ query, asked }) => hasNumber(one, query, asked)),
    ({ names }) => names.some((name) => long.some((one) => name.endsWith(one))),
  ];
  for (const reading of readings) {
    const meant = knownLaws(laws).filter(reading);
    if (meant.length > 0) return meant.slice(0, MOST).map(({ law }) => law);
  }
  return [];
}

/** A name without what is often left out: the country, the year of an amendment, punctuation. */
const bareName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[《》〈〉“”"]/gu, '')
    .replace(/\([^()]*\)|,? (?:as amended|revised) in \d+$/gu, '')
    .replace(/^中华人民共和国|^(?:the |prc |chinese |china['’]s )+|(?: of (?:china|the prc))$/gu, '')
    .replace(/[^\p{L}\d]+/gu, '');

/** Whether a query is the number of the law, or that part of it which is enough: the number itself, and what marks it as one. */
function hasNumber({ law, number, latin }: Known, query: string, asked: Parts): boolean {
  const last = number.digits.at(-1);
  if (last === undefined || !asked.digits.includes(last)) return false;
  if (asked.digits.some((digits) => !number.digits.includes(digits))) return false;
  if (/号/u.test(query) && !law.number.includes('号')) return false;
  if (ORDER.test(query) && !ORDER.test(law.number)) return false;
  const sayings = `${number.han.join('')} ${law.issuer}`;
  if (!asked.han.every((words) => sayings.includes(words))) return false;
  // Pinyin is written with and without spaces: Guo Ban Fa, Guobanfa.
  if (!asked.latin.every((word) => latin.includes(word)) && !latin.includes(asked.latin.join('')))
    return false;
  return MARK.test(query) || asked.han.length + asked.latin.length > 0;
}

interface Parts {
  digits: string[];
  han: string[];
  latin: string[];
}
const BRACKETS = new RegExp(`[${SEPARATORS}]+`, 'gu');

/** `财政部令第102号` → 财政部, 102; Chinese numerals are digits too. */
function parts(number: string): Parts {
  const plain = number
    .normalize('NFKC')
    .toLowerCase()
    .replace(
      /第([〇零一二三四五六七八九十百]+)号/gu,
      (_, written: string) => `第${readHanNumber(written) ?? written}号`,
    )
    .replace(BRACKETS, ' ');
  return {
    digits: plain.match(/\d+/g) ?? [],
    han: (plain.match(/\p{Script=Han}+/gu) ?? [])
      .map((words) => words.replace(NOISE_HAN, ''))
      .filter((words) => words !== ''),
    latin: (plain.match(/\p{Script=Latin}+/gu) ?? []).filter((word) => !NOISE.has(word)),
  };
}
