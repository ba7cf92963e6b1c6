import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { LANGUAGES, type Language } from '../../src/model/language.ts';
import type { Synonyms } from '../../src/model/synonyms.ts';
import { FaultsFound, type Fault } from '../lib/fault.ts';

export const SYNONYMS_FILE = 'content/synonyms.yaml';

const Word = z
  .string()
  .trim()
  .max(60, 'is longer than 60 letters')
  .regex(/[\p{L}\p{N}]/u, 'has no letter');
const Words = z.array(Word).min(1, 'has no word');
/** One entry of the file: words that mean the same in a language, and those they find besides. */
const Group = z
  .strictObject({ en: Words.optional(), zh: Words.optional(), finds: Words.optional() })
  .refine(({ en, zh }) => (en === undefined) !== (zh === undefined), {
    message: 'has to name one language: en or zh',
  })
  .refine(({ en, zh, finds }) => finds !== undefined || (en ?? zh ?? []).length !== 1, {
    message: 'has one word and nothing it finds: add a second word, or `finds`',
  });
type Group = z.infer<typeof Group>;

/**
 * Reads the table of synonyms below `root`.
 * @returns for each language, each word with those it also finds
 * @throws FaultsFound with file and line of everything that is wrong
 */
export function readSynonyms(root: string): Record<Language, Synonyms> {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(join(root, SYNONYMS_FILE), 'utf8'), { lineCounter: lines });
  const fault = (at: number | undefined, what: string, rest: Partial<Fault> = {}): Fault => ({
    file: SYNONYMS_FILE,
    ...(at === undefined ? {} : { row: lines.linePos(at).line }),
    ...rest,
    what,
  });
  if (document.errors.length > 0)
    throw new FaultsFound(
      document.errors.map(({ pos, message }) =>
        fault(pos[0], `is not YAML: ${message.split('\n')[0]!.replace(/ at line .*$/, '')}`),
      ),
    );
  /** The start of the value at a path, or of its parent. */
  const position = (path: readonly PropertyKey[]): number | undefined => {
    const node: unknown = path.length === 0 ? document.contents : document.getIn([...path], true);
    if (isNode(node) && node.range) return node.range[0];
    return path.length === 0 ? undefined : position(path.slice(0, -1));
  };
  const parsed = z.array(Group).safeParse(document.toJS());
  if (!parsed.success)
    throw new FaultsFound(
      parsed.error.issues.flatMap((issue) =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((key) =>
              fault(keyPosition(document.getIn([...issue.path], true), key), 'is no key of an entry', {
                value: key,
                right: 'en or zh, and finds',
              }),
            )
          : [
              fault(
                position(issue.path),
                ['custom', 'too_big', 'too_small', 'invalid_format'].includes(issue.code)
                  ? issue.message
                  : `is wrong: ${issue.message.replace(/^Invalid input: /, '')}`,
              ),
            ],
      ),
    );
  const twice = repeated(parsed.data);
  if (twice.length > 0)
    throw new FaultsFound(
      twice.map(({ path, word, first }) =>
        fault(position(path), 'is listed a second time', {
          value: word,
          right: `it is in line ${lines.linePos(position(first)!).line}: merge the entries`,
        }),
      ),
    );
  return Object.fromEntries(
    LANGUAGES.map((language) => [language, wordsOf(parsed.data, language)]),
  ) as Record<Language, Synonyms>;
}

/** A word finds the others of its entry, and what the entry finds. */
function wordsOf(groups: readonly Group[], language: Language): Synonyms {
  return Object.fromEntries(
    groups.flatMap((group) => {
      const words = group[language] ?? [];
      return words.map((word) => [
        word.toLowerCase(),
        [...words.filter((other) => other !== word), ...(group.finds ?? [])],
      ]);
    }),
  );
}

type Path = (string | number)[];

/** Words that a language has twice, in one entry or in two, and words that an entry has among its own and among those it finds. */
function repeated(groups: readonly Group[]): { path: Path; word: string; first: Path }[] {
  const found: { path: Path; word: string; first: Path }[] = [];
  const note = (seen: Map<string, Path>, word: string, path: Path): void => {
    const first = seen.get(word.toLowerCase());
    if (first) found.push({ path, word, first });
    else seen.set(word.toLowerCase(), path);
  };
  for (const language of LANGUAGES) {
    const seen = new Map<string, Path>();
    for (const [at, group] of groups.entries()) {
      const words = group[language];
      if (!words) continue;
      for (const [index, word] of words.entries()) note(seen, word, [at, language, index]);
      const own = new Map(words.map((word, index) => [word.toLowerCase(), [at, language, index] as Path]));
      for (const [index, word] of (group.finds ?? []).entries()) note(own, word, [at, 'finds', index]);
    }
  }
  return found;
}

function keyPosition(node: unknown, key: string): number | undefined {
  const pair = isMap(node) ? node.items.find((item) => String(item.key) === key) : undefined;
  return isNode(pair?.key) ? pair.key.range?.[0] : undefined;
}
