import type { Language } from '../../model/language.ts';
import { text, type Row } from '../../model/row.ts';
import { isNamed } from '../../model/source.ts';

/** The short form of a source in the margin: author and year. `P Lian, 2021`, `佛山日报，2015`. */
export function shortSource(source: Row, language: Language): string {
  const by = ['author', 'publisher', 'title'].map((field) => text(source, field)).find(isNamed)!;
  const names = by.split(/[;；、]\s*/);
  const first = shortened(names[0]!);
  const who = names.length === 1 ? first : language === 'zh' ? `${first}等` : `${first} et al.`;
  const year = text(source, 'date').slice(0, 4);
  return year === '' ? who : `${who}${language === 'zh' ? '，' : ', '}${year}`;
}

/** A name without parts in brackets or a repetition in Latin letters, at most some twenty letters or ten 汉字 long. */
function shortened(name: string): string {
  const plain = name
    .replace(/\s*[（(][^）)]*[）)]$/, '')
    .replace(/(?<=\p{Script=Han})\s+[\p{Script=Latin}. ]+$/u, '');
  let left = 22;
  for (const [at, character] of [...(plain || name)].entries()) {
    left -= /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}（）]/u.test(character) ? 2 : 1;
    if (left < 0) return `${[...plain].slice(0, at).join('').trimEnd()}…`;
  }
  return plain || name;
}
