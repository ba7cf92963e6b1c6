import type { Synonyms } from '../../model/synonyms.ts';
import { escaped } from './searchQuery.ts';

/** A piece of a query: as it was typed, and the words it also finds. */
interface Piece {
  typed: string;
  also: readonly string[];
}

const WHOLE = /[\p{Script=Latin}\d]/u;
/** The most ways in which a query in Latin letters is asked again. */
const MOST = 12;

/** Splits a query at the words in the table of synonyms, the longest first; the text between them has no synonyms. */
export function pieces(query: string, synonyms: Synonyms): Piece[] {
  const words = wordsIn(synonyms);
  if (query === '' || !words) return [{ typed: query, also: [] }];
  return query
    .split(words)
    .filter((typed) => typed !== '')
    .map((typed) => ({ typed, also: foundBy(typed, synonyms) }));
}

/** The query as it was typed, then with each of its words replaced by those it also finds. */
export function variants(query: string, synonyms: Synonyms): string[] {
  let all = [''];
  for (const { typed, also } of pieces(query, synonyms))
    all = all.flatMap((begun) => [typed, ...also].map((word) => begun + word)).slice(0, MOST);
  return [...new Set(all)];
}

const foundBy = (typed: string, synonyms: Synonyms): readonly string[] =>
  Object.hasOwn(synonyms, typed.toLowerCase()) ? synonyms[typed.toLowerCase()]! : [];

const patterns = new WeakMap<Synonyms, RegExp | null>();

/**
 * All words of the table, also those that are only found: 政府采购法 is one word, though 采购法 finds it. Latin letters and digits are no
 * word where they are part of a longer one.
 */
function wordsIn(synonyms: Synonyms): RegExp | null {
  let pattern = patterns.get(synonyms);
  if (pattern === undefined) {
    const words = [...new Set([...Object.keys(synonyms), ...Object.values(synonyms).flat()])].sort(
      (a, b) => b.length - a.length,
    );
    const sources = words.map(
      (word) =>
        `${WHOLE.test(word[0]!) ? `(?<!${WHOLE.source})` : ''}${escaped(word)}${WHOLE.test(word.at(-1)!) ? `(?!${WHOLE.source})` : ''}`,
    );
    pattern = words.length === 0 ? null : new RegExp(`(${sources.join('|')})`, 'giu');
    patterns.set(synonyms, pattern);
  }
  return pattern;
}
