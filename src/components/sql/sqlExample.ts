import type { Bilingual, Language } from '../../model/language.ts';

/** A question that one query answers. */
export interface SqlExample {
  id: string;
  question: Bilingual;
  /** What the answer must not be taken for. */
  note?: Bilingual;
  /** The query, with columns and words of the language. */
  sql: (language: Language) => string;
}

/** Words of a query in its language. */
export const say = (words: Bilingual, language: Language): string =>
  `'${words[language].replaceAll("'", "''")}'`;
