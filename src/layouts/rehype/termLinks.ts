import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { Plugin } from 'unified';
import { SKIP, visitParents } from 'unist-util-visit-parents';
import type { Language } from '../../model/language.ts';

/** A term of the glossary, to be found in a text. */
export interface LinkedTerm {
  id: string;
  /** The term in the language of the text. */
  word: string;
  definition: string;
}

interface Options {
  terms: LinkedTerm[];
  language: Language;
}

/** Elements in which terms are linked. */
const READABLE = /^(p|li)$/;
/** Elements in which no term is linked: links, numbers with their tips, pictures, code, headings. */
const CLOSED = /^(a|span|svg|figure|code|pre|h[1-6]|button|dt|sup|table)$/;

/**
 * Links the first mention of each term in the paragraphs and lists of a text to the glossary. English matches whole words in any case,
 * plurals too; of terms that overlap the longest wins. The links are written from the root of the site, as in every text.
 */
export const rehypeTermLinks: Plugin<[Options], Root> =
  ({ terms, language }) =>
  (tree) => {
    const open = new Map(terms.map((term) => [term, pattern(term.word, language)]));
    visitParents(tree, 'text', (text, ancestors) => {
      const names = ancestors.map((one) => (one.type === 'element' ? one.tagName : ''));
      if (names.some((name) => CLOSED.test(name)) || !names.some((name) => READABLE.test(name))) return;
      const { children } = ancestors.at(-1)!;
      const at = children.indexOf(text);
      const linked = linkIn(text.value, open, language);
      children.splice(at, 1, ...linked);
      return [SKIP, at + linked.length];
    });
  };

/** Splits a text into words and links for terms not linked yet, and marks these as linked. */
function linkIn(text: string, open: Map<LinkedTerm, RegExp>, language: Language): ElementContent[] {
  const pieces: ElementContent[] = [];
  let rest = text;
  for (;;) {
    const [found] = [...open]
      .map(([term, words]) => ({ term, match: words.exec(rest) }))
      .filter((one): one is { term: LinkedTerm; match: RegExpExecArray } => one.match !== null)
      .sort((a, b) => a.match.index - b.match.index || b.match[0].length - a.match[0].length);
    const before = rest.slice(0, found?.match.index);
    if (before) pieces.push({ type: 'text', value: before });
    if (!found) return pieces;
    const { term, match } = found;
    open.delete(term);
    const href = `/${language}/glossary/#${term.id}`;
    pieces.push(h('a.term', { href, title: term.definition }, match[0]));
    rest = rest.slice(match.index + match[0].length);
  }
}

function pattern(word: string, language: Language): RegExp {
  const plain = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return language === 'zh' ? new RegExp(plain) : new RegExp(`(?<![\\w-])${plain}(?:s|es)?(?![\\w-])`, 'i');
}
