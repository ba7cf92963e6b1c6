import { addressOf, authorOf, hasHost, oneLine, type CitationStyle } from './item.ts';

/** BibTeX; `@misc` because the classic styles know neither data sets nor pictures. */
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

/** BibTeX counts braces, escaped ones too: they, and what a backslash cannot escape, go by their names. */
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
