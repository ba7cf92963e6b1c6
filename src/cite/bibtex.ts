import { addressOf, authorOf, hasHost, oneLine, type CitationStyle } from './item.ts';

/** BibTeX; `@misc` because the classic styles have no type for datasets or figures. */
export const bibtex: CitationStyle = {
  id: 'bibtex',
  name: 'BibTeX',
  extension: 'bib',
  mediaType: 'application/x-bibtex',
  write: (item) =>
    [
      `@misc{${item.key},`,
      `  author = {{${escapeTex(authorOf(item))}}},`,
      `  title = {{${escapeTex(oneLine(item.title))}}},`,
      `  year = {${item.date.slice(0, 4)}},`,
      `  month = {${Number(item.date.slice(5, 7))}},`,
      ...(item.version ? [`  version = {${item.version}},`] : []),
      `  language = {${item.language}},`,
      hasHost(item) ? `  url = {${item.url}}` : `  note = {${escapeTex(addressOf(item))}}`,
      '}',
    ].join('\n'),
};

/** Commands for characters that a backslash cannot escape, and for braces, which BibTeX counts even when escaped. */
const NAMED: Record<string, string> = {
  '\\': 'textbackslash',
  '{': 'textbraceleft',
  '}': 'textbraceright',
  '~': 'textasciitilde',
  '^': 'textasciicircum',
};

const escapeTex = (text: string): string =>
  text.replace(/[&%$#_{}~^\\]/g, (character) =>
    NAMED[character] ? `\\${NAMED[character]}{}` : `\\${character}`,
  );
