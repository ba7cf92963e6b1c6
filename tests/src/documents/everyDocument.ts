import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readDocuments } from '../../../scripts/prose/readDocuments.ts';
import { writeDocument, type WrittenDocument } from '../../../src/documents/writtenDocument.ts';
import { LANGUAGES, type Language } from '../../../src/model/language.ts';

/** The title of a text of the site, from its frontmatter. */
export const titleIn =
  (language: Language) =>
  (reference: string): string => {
    const mdx = readFileSync(`content/${reference}/${language}.mdx`, 'utf8');
    return (parse(mdx.split('---')[1]!) as { title: string }).title;
  };

/** Every model document of the site in each language. */
export const everyDocument = (): WrittenDocument[] =>
  [...readDocuments(process.cwd())].flatMap(([id, document]) =>
    LANGUAGES.map((language) => writeDocument(id, document, language, titleIn(language))),
  );
