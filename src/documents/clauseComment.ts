import { documentWords } from '../i18n/documentWords.ts';
import { lawWords } from '../i18n/lawWords.ts';
import { strings } from '../i18n/strings.ts';
import type { Language } from '../model/language.ts';
import type { WrittenClause } from './writtenDocument.ts';

/** The lines of the comment on a clause: what the law says and by which articles, why the clause is so, and the texts that show it. */
export function clauseComment(clause: WrittenClause, language: Language): string[] {
  const t = strings(language);
  const words = documentWords(language);
  const grounds = clause.grounds.map(
    ({ articles, inForce }) =>
      articles.map(({ name }) => name).join(t.listed) + (inForce ? '' : lawWords(language).groundUnknown),
  );
  return [
    t.lawTags[clause.law] + (grounds.length > 0 ? t.colon + grounds.join(t.semicolon) : ''),
    clause.note,
    ...(clause.see.length > 0
      ? [words.see + t.colon + clause.see.map(({ title }) => title).join(t.semicolon)]
      : []),
  ];
}
