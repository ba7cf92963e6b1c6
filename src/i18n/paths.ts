import { LANGUAGES, type Language } from '../model/language.ts';

/** The static paths of a page that exists once in each language. */
export const languagePaths = (): { params: { lang: Language } }[] =>
  LANGUAGES.map((lang) => ({ params: { lang } }));

/** The static paths of pages that exist in each language for each of some ids. */
export const languageIdPaths = (ids: string[]): { params: { lang: Language; id: string } }[] =>
  LANGUAGES.flatMap((lang) => ids.map((id) => ({ params: { lang, id } })));
