import { LANGUAGES, type Language } from '../../model/language.ts';

/** The language of the page being built, from its address. @throws Error outside `/en/…` and `/zh/…` */
export function languageOf(astro: { currentLocale: string | undefined }): Language {
  const language = LANGUAGES.find((one) => one === astro.currentLocale);
  if (!language) throw new Error(`a page without a language: ${astro.currentLocale}`);
  return language;
}
