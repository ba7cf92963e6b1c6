import { LANGUAGES, type Language } from '../model/language.ts';

/** The static paths of a page that exists once in each language. */
export const languagePaths = (): { params: { lang: Language } }[] =>
  LANGUAGES.map((lang) => ({ params: { lang } }));

/** The static paths of pages that exist in each language for each of some ids. */
export const languageIdPaths = (ids: string[]): { params: { lang: Language; id: string } }[] =>
  LANGUAGES.flatMap((lang) => ids.map((id) => ({ params: { lang, id } })));

/** The address of a text of the law, below the site: `/zh/law/cn-p-m-102-2020/`. */
export const textPath = (policy: string, language: Language): string => `/${language}/law/${policy}/`;

/** The address of an article: that of its text, with the id of its row. */
export const articlePath = (policy: string, row: string, language: Language): string =>
  `${textPath(policy, language)}#${row}`;
