import { HAN_NUMERALS, readHanNumber, writeHanNumber } from '../../model/hanNumber.ts';
import type { Synonyms } from '../../model/synonyms.ts';
import { escaped, SEPARATORS } from './searchQuery.ts';
import { pieces } from './searchSynonyms.ts';

const BETWEEN = `[${SEPARATORS}]*`;
const NUMERAL = String.raw`(?:\d+|[${HAN_NUMERALS}]+)`;
/** The number of an article, any other number, or a character. */
const UNITS = new RegExp(
  `(?:第${BETWEEN})?(?:(?<article>${NUMERAL})${BETWEEN}条|(?<number>\\d+))|(?<letter>[^${SEPARATORS}])`,
  'gu',
);
/** The part of a query that is searched, up to the end of a number. */
const BEGINNING = /^[\s\S]{0,200}\d*/;

/**
 * The pattern that finds a query in a text: its characters in order, with any white space and brackets between them; each word in the
 * table, or a synonym; whole numbers, so that 96号 is not found in 196号, and articles in either kind of
 * numerals. `undefined` where the query has no characters.
 */
export function queryPattern(query: string, synonyms: Synonyms): RegExp | undefined {
  const sources = pieces(BEGINNING.exec(query.normalize('NFKC'))![0], synonyms)
    .map(({ typed, also }) => {
      const words = [typed, ...also].map(literal).filter((source) => source !== '');
      return words.length > 1 ? `(?:${words.join('|')})` : (words[0] ?? '');
    })
    .filter((source) => source !== '');
  return sources.length === 0 ? undefined : new RegExp(sources.join(BETWEEN), 'giu');
}

function literal(words: string): string {
  return [...words.matchAll(UNITS)]
    .map(({ groups }) => {
      const { article, number, letter } = groups!;
      if (article !== undefined) return `${numbered(...bothNumerals(article))}${BETWEEN}条`;
      return number !== undefined ? numbered(number) : escaped(letter!);
    })
    .join(BETWEEN);
}

/** A number by itself, in one of its ways of writing, with or without 第 before it. */
const numbered = (...ways: string[]): string =>
  `(?:第${BETWEEN})?(?:${ways.map((way) => (/^\d/.test(way) ? alone(way, '\\d') : alone(way, HAN_NUMERALS))).join('|')})`;

const alone = (number: string, numerals: string): string => `(?<![${numerals}])${number}(?![${numerals}])`;

function bothNumerals(article: string): string[] {
  const value = readHanNumber(article);
  return value === undefined ? [article] : [String(value), writeHanNumber(value)];
}
