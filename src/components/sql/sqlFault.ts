import type { SqlWords } from '../../i18n/sqlWords.ts';

/** The messages of SQLite, each with the plain words for it; the part in brackets is the name or the place. */
const KNOWN: readonly [
  RegExp,
  (words: SqlWords['faults'], name: string, leftOut: readonly string[]) => string,
][] = [
  [/near "((?:.|\n)*)": syntax error/, (words, at) => words.syntax(at)],
  [/unrecognized token: "((?:.|\n)*)"/, (words, at) => words.syntax(at)],
  [/incomplete input/, (words) => words.incomplete],
  [
    /no such table: (?:\w+\.)?(.+)/,
    (words, name, leftOut) => (leftOut.includes(name) ? words.tooLarge(name) : words.noTable(name)),
  ],
  [/no such column: "?([^"]+)"?/, (words, name) => words.noColumn(name)],
  [/ambiguous column name: (.+)/, (words, name) => words.ambiguous(name)],
  [/no such function: (.+)/, (words, name) => words.noFunction(name)],
  [/readonly database/, (words) => words.readOnly],
];

/** The message of SQLite, without the code and the words about the result that its JavaScript puts in front. */
export const messageOf = (error: string): string => error.replace(/^.*?sqlite3 result code \d+: /s, '');

/**
 * What a message of SQLite means, in the words of the page.
 * @param leftOut the published tables that are not in the database
 */
export function plainFault(message: string, words: SqlWords['faults'], leftOut: readonly string[]): string {
  for (const [pattern, say] of KNOWN) {
    const found = pattern.exec(message);
    if (found) return say(words, (found[1] ?? '').trim(), leftOut);
  }
  return words.other;
}
