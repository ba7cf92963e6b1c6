/** A part of a text of a model document: words, a place to fill in by its name, or the number of another clause by its id. */
export type DocumentPart = { words: string } | { blank: string } | { clause: string };

const SPECIAL = /\{(@?)([a-z][a-z0-9_-]*)\}/g;

/** A text with `{blank}` and `{@clause}` in its parts. */
export function partsOf(text: string): DocumentPart[] {
  const parts: DocumentPart[] = [];
  let end = 0;
  for (const { 0: whole, 1: at, 2: name, index } of text.matchAll(SPECIAL)) {
    if (index > end) parts.push({ words: text.slice(end, index) });
    parts.push(at === '@' ? { clause: name! } : { blank: name! });
    end = index + whole.length;
  }
  if (end < text.length) parts.push({ words: text.slice(end) });
  return parts;
}

/** The names of the blanks in a text. */
export const blankIn = (text: string): string[] =>
  partsOf(text).flatMap((part) => ('blank' in part ? [part.blank] : []));

/** The ids of the clauses that a text refers to. */
export const crossReferencesIn = (text: string): string[] =>
  partsOf(text).flatMap((part) => ('clause' in part ? [part.clause] : []));
