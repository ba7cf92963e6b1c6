import { authorOf, type CitationStyle } from './item.ts';

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
      `  title = {{${escapeTex(item.title)}}},`,
      `  year = {${item.date.slice(0, 4)}},`,
      `  month = {${Number(item.date.slice(5, 7))}},`,
      ...(item.version ? [`  version = {${item.version}},`] : []),
      `  language = {${item.language}},`,
      `  url = {${item.url}}`,
      '}',
    ].join('\n'),
};

const escapeTex = (text: string): string => text.replace(/[&%$#_{}]/g, (sign) => `\\${sign}`);
