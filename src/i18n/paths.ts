import { LANGUAGES, type Language } from '../model/language.ts';

/** The static paths of a page that exists once in each language. */
export const languagePaths = (): { params: { lang: Language } }[] =>
  LANGUAGES.map((lang) => ({ params: { lang } }));

/** The static paths of pages that exist in each language for each of some ids. */
export const languageIdPaths = (ids: string[]): { params: { lang: Language; id: string } }[] =>
  LANGUAGES.flatMap((lang) => ids.map((id) => ({ params: { lang, id } })));

/** The address of a text of law, below the site's root; of one of its articles where the id of that row is given. */
export const lawPath = (language: Language, policy: string, article = ''): string =>
  `/${language}/law/${policy}/${article === '' ? '' : `#${article}`}`;
