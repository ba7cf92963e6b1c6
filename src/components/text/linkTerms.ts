import type { Language } from '../../model/language.ts';

/** A term of the glossary as it is looked for in a text. */
export interface LinkedTerm {
  id: string;
  /** The word in the language of the text. */
  word: string;
  definition: string;
}

/** Elements in whose text no term is linked: links, numbers with their tips, pictures, code, headings. */
const CLOSED = /^(a|span|svg|figure|code|pre|h[1-6]|button|dt|sup|table)$/;
const VOID = /^(br|hr|img|input|wbr|source)$/;

/**
 * Links the first mention of each term in the paragraphs and lists of an HTML text to the glossary. English matches whole words in
 * any case, plurals too; of terms that overlap the longest wins.
 * @param html the text, as rendered
 * @param address the glossary's address, to which `#id` is added
 */
export function linkTerms(html: string, terms: LinkedTerm[], language: Language, address: string): string {
  const open = new Set(terms);
  const closed: string[] = [];
  let readable = 0;
  return html
    .split(/(<[^>]+>)/)
    .map((piece) => {
      const tag = /^<(\/?)([a-z][a-z0-9-]*)/i.exec(piece);
      if (tag) {
        const name = tag[2]!.toLowerCase();
        if (VOID.test(name) || piece.endsWith('/>')) return piece;
        if (CLOSED.test(name)) {
          if (tag[1]) closed.pop();
          else closed.push(name);
        } else if (name === 'p' || name === 'li') readable += tag[1] ? -1 : 1;
        return piece;
      }
      return readable > 0 && closed.length === 0 ? linkIn(piece, open, language, address) : piece;
    })
    .join('');
}

function linkIn(text: string, open: Set<LinkedTerm>, language: Language, address: string): string {
  const found = [...open]
    .map((term) => ({ term, match: pattern(term.word, language).exec(text) }))
    .filter((one): one is { term: LinkedTerm; match: RegExpExecArray } => one.match !== null)
    .sort((a, b) => a.match.index - b.match.index || b.match[0].length - a.match[0].length)[0];
  if (!found) return text;
  const { term, match } = found;
  open.delete(term);
  const end = match.index + match[0].length;
  const link = `<a class="term" href="${address}#${term.id}" title="${attribute(term.definition)}">${match[0]}</a>`;
  return text.slice(0, match.index) + link + linkIn(text.slice(end), open, language, address);
}

const patterns = new Map<string, RegExp>();

function pattern(word: string, language: Language): RegExp {
  let made = patterns.get(word);
  const plain = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  if (!made)
    patterns.set(
      word,
      (made =
        language === 'zh' ? new RegExp(plain) : new RegExp(`(?<![\\w-])${plain}(?:s|es)?(?![\\w-])`, 'i')),
    );
  return made;
}

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
