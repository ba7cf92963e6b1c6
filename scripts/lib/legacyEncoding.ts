import { FREQUENT, LANGUAGES } from './languages.ts';

/** How well bytes read in an encoding. */
export interface Reading {
  encoding: string;
  /** The text of the sample. */
  text: string;
  /** At most 1, where every character beyond ASCII is a frequent letter of one language, in a well-formed word. */
  points: number;
}

/** Bytes that are looked at. */
const SAMPLE = 1 << 16;

type Script = keyof typeof FREQUENT;

/** Encodings of two bytes a character, the scripts that each writes, and the lead bytes of what its standard lists as everyday characters. */
const TWO_BYTES: Record<
  string,
  { scripts: readonly Script[]; everyday: readonly [first: number, last: number] }
> = {
  gb18030: { scripts: ['simplified'], everyday: [0xb0, 0xd7] },
  shift_jis: { scripts: ['japanese'], everyday: [0x88, 0x97] },
  big5: { scripts: ['traditional'], everyday: [0xa4, 0xc6] },
  'euc-jp': { scripts: ['japanese'], everyday: [0xb0, 0xcf] },
  'euc-kr': { scripts: ['korean'], everyday: [0xb0, 0xc8] },
};

/** Whether an encoding has characters of two bytes. */
export const hasTwoBytes = (encoding: string): boolean => encoding in TWO_BYTES;

const frequentOf = Object.fromEntries(
  Object.entries(FREQUENT).map(([script, characters]) => [script, new Set(characters)]),
) as unknown as Record<Script, ReadonlySet<string>>;

/** The readings of bytes that are not UTF-8 in each encoding that a `TextDecoder` knows, the best first. */
export function readingsOf(bytes: Uint8Array): Reading[] {
  const sample = sampleOf(bytes);
  const readings = Object.keys(TWO_BYTES).map((encoding): Reading => {
    const text = new TextDecoder(encoding).decode(sample);
    return { encoding, text, points: pointsOfTwoBytes(text, encoding) };
  });
  const bySingle = new Map<string, { text: string; counts: Counts }>();
  for (const [language, { encodings }] of Object.entries(LANGUAGES))
    for (const [order, encoding] of encodings.entries()) {
      let read = bySingle.get(encoding);
      if (!read) {
        const text = new TextDecoder(encoding).decode(sample);
        bySingle.set(encoding, (read = { text, counts: countsOf(text) }));
      }
      // Of two encodings in which a text is the same, the usual one.
      const usual = order * 0.005 + (encoding === 'windows-1252' ? 0 : 0.01);
      readings.push({ encoding, text: read.text, points: pointsIn(read.counts, language) - usual });
    }
  return bestOfEach(readings).sort((a, b) => b.points - a.points);
}

function bestOfEach(readings: readonly Reading[]): Reading[] {
  const best = new Map<string, Reading>();
  for (const reading of readings)
    if (reading.points > (best.get(reading.encoding)?.points ?? -Infinity))
      best.set(reading.encoding, reading);
  return [...best.values()];
}

/** The least points, and the least distance to a reading of other letters, of one that is sure. */
const SURE = { points: 0.45, distance: 0.12, characters: 4 };

/** The best reading of bytes that are not UTF-8, and whether it surely is right. */
export function legacyReading(bytes: Uint8Array): Reading & { sure: boolean } {
  const readings = readingsOf(bytes);
  const [first] = readings as [Reading, ...Reading[]];
  // Of encodings in which the text is the same, the most usual one.
  const usual = readings.find(({ encoding, text }) => encoding === 'windows-1252' && text === first.text);
  const best = usual ? { ...usual, points: first.points } : first;
  const next = readings.find(({ text }) => text !== best.text);
  const characters = best.text.match(/[^\0-\x7f]/g)?.length ?? 0;
  return {
    ...best,
    sure:
      best.points >= SURE.points &&
      best.points - (next?.points ?? 0) >= SURE.distance &&
      characters >= SURE.characters,
  };
}

/** The lines that are not all ASCII. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let start = 0; start < bytes.length && size < SAMPLE;) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found + 1;
    const line = bytes.subarray(start, Math.min(end, start + SAMPLE));
    if (line.some((byte) => byte > 0x7f)) {
      parts.push(line);
      size += line.length;
    }
    start = end;
  }
  return Buffer.concat(parts);
}

const everydayOf = new Map<string, ReadonlySet<string>>();

/** The characters that an encoding's standard lists first, as those of everyday use. */
function everyday(encoding: string): ReadonlySet<string> {
  let characters = everydayOf.get(encoding);
  if (!characters) {
    const [first, last] = TWO_BYTES[encoding]!.everyday;
    const decoder = new TextDecoder(encoding);
    const pairs: number[] = [];
    for (let lead = first; lead <= last; lead += 1)
      for (let trail = 0x40; trail < 0xff; trail += 1) if (trail !== 0x7f) pairs.push(lead, trail);
    everydayOf.set(encoding, (characters = new Set(decoder.decode(Uint8Array.from(pairs)))));
  }
  return characters;
}

function pointsOfTwoBytes(text: string, encoding: string): number {
  const { scripts } = TWO_BYTES[encoding]!;
  const frequent = scripts.map((script) => frequentOf[script]);
  const known = everyday(encoding);
  const kana = scripts.includes('japanese');
  let [points, count] = [0, 0];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) continue;
    count += 1;
    if (frequent.some((set) => set.has(character))) points += 1;
    else if (code >= 0x3041 && code <= 0x30fe) points += kana ? 0.95 : 0;
    else if ((code >= 0x3400 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3))
      points += known.has(character) ? 0.35 : -0.3;
    else if (
      /[，。、；：（）“”《》「」『』【】〔〕・ー％￥〇　０-９Ａ-Ｚａ-ｚ！？～※○●①-⑳−–—‘’…·㈜]/u.test(
        character,
      )
    )
      points += 0.6;
    else if (code >= 0xff61 && code <= 0xff9f) points += kana ? 0.1 : -1;
    else if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)) points -= 3;
    else points -= 0.6;
  }
  return count === 0 ? 0 : points / count;
}

/** What a text has beyond ASCII: letters in well-formed words, small, by letter; marks; and what stands where nothing does. */
interface Counts {
  letters: ReadonlyMap<string, number>;
  points: number;
  all: number;
  /** Capital letters of Greek and Cyrillic, which a text has few of. */
  capitals: number;
  words: ReadonlyMap<string, number>;
  wordCount: number;
}

const USUAL_MARKS = /[“”„‘’‚–—…•€£§°«»¿¡ªº®™½¼¾№·´\u00a0²³%‰]/u;
/** Marks in a place that shows what they are: £ before a number, a dash between blanks, the apostrophe of `Children’s`. */
const PLACED_MARK = /[£€¥]\s?(?=\d)|(?<=\s)[–—](?=\s)|(?<=\p{L})’(?=(?:s|t|d|m|re|ve|ll)(?!\p{L}))/gu;
const AMOUNT_AHEAD = /^\d[\d,]*\.\d\d(?!\d)|^\d{3}/;
/** A letter that is no word in any language: a mark that was misread, as it is before an amount. */
const STRAY_LETTER = /^(?![àáéèêìíòóùúåöæø])[^\0-\x7f]$/iu;
const WORD =
  /[\p{L}\p{M}\u00b9\u00b3\u00b2\u00a1\u00a2\u00a4-\u00a6\u00a8\u00ac\u00af\u00b1\u00b5\u00b6\u00b8\u00bc-\u00bf\u00d7\u00f7\u0080-\u009f\u2018-\u201d\u2020-\u203a\u20ac\u2122\ufffd]+/gu;

function countsOf(text: string): Counts {
  const letters = new Map<string, number>();
  const words = new Map<string, number>();
  let [points, all, wordCount] = [0, 0, 0];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) continue;
    all += 1;
    if (code <= 0x9f || code === 0xfffd) points -= 3;
    else if (!/[\p{L}\p{M}]/u.test(character)) points += USUAL_MARKS.test(character) ? 0.4 : -0.5;
  }
  points += 0.6 * (text.match(PLACED_MARK)?.length ?? 0);
  for (const { 0: word, index } of text.matchAll(WORD)) {
    wordCount += 1;
    const isBeforeAmount = /^[^\0-\x7f]$/.test(word) && AMOUNT_AHEAD.test(text.slice(index + 1, index + 12));
    if (isBeforeAmount || (STRAY_LETTER.test(word) && /\p{Script=Latin}/u.test(word))) {
      points -= 1;
      continue;
    }
    const beyond = [...word].filter((character) => character > '\x7f' && /[\p{L}\p{M}]/u.test(character));
    if (beyond.length === 0 && !/[^\0-\x7f]/.test(word)) {
      const small = word.toLowerCase();
      words.set(small, (words.get(small) ?? 0) + 1);
      continue;
    }
    if (isWellFormed(word))
      for (const letter of beyond) {
        const small = letter === 'İ' ? 'ı' : letter.toLowerCase();
        letters.set(small, (letters.get(small) ?? 0) + 1);
      }
    else points -= Math.max(1, beyond.length);
  }
  const capitals = text.match(/[\u0391-\u03a9\u0400-\u042f]/g)?.length ?? 0;
  return { letters, points, all, capitals, words, wordCount };
}

/** Whether a word is of letters of one script, without a mark within, and small, capitalised or in capitals. */
function isWellFormed(word: string): boolean {
  // An apostrophe, or quotation marks around it, are of no word.
  const plain = word
    .replace(/^[\u2018-\u201d\u2039\u203a]+|[\u2018-\u201d\u2039\u203a\u2026\u20ac\u2122]+$/g, '')
    .replace(/(?<=\p{L})\u2019(?=\p{L})/gu, '');
  if (/[^\p{L}\p{M}]/u.test(plain)) return false;
  if (/[A-Za-z]/.test(plain) && /[^\p{Script=Latin}\p{M}]/u.test(plain)) return false;
  const [upper, lower] = [plain.match(/\p{Lu}/gu)?.length ?? 0, plain.match(/\p{Ll}/gu)?.length ?? 0];
  // McÉwan and GmbH: one capital within a word is no fault, but it is where most words have one beyond ASCII.
  if (upper === 0 || lower === 0) return true;
  return (
    !/(?<=\p{Ll})(?=[^\0-\x7f])\p{Lu}/u.test(plain) &&
    !/^\p{Lu}{2,}\p{Ll}{2,}/u.test(plain) &&
    !/\p{Lu}[^\0-\x40\x5b-\x7f](?<=\p{Ll})\p{Lu}/u.test(plain)
  );
}

const setsOf = new Map<string, { common: Set<string>; rare: Set<string>; words: Set<string> }>();

/** The points of a text in a language. */
function pointsIn({ letters, points, all, capitals, words, wordCount }: Counts, language: string): number {
  let sets = setsOf.get(language);
  if (!sets) {
    const { letters: own, words: frequent } = LANGUAGES[language]!;
    const [common = '', rare = ''] = own.split('|');
    setsOf.set(
      language,
      (sets = { common: new Set(common), rare: new Set(rare), words: new Set(frequent.split(' ')) }),
    );
  }
  if (all === 0) return 0;
  let sum = capitals > all / 2 ? points - 0.2 * capitals : points;
  for (const [letter, count] of letters)
    sum +=
      count *
      (sets.common.has(letter) ? 1 : sets.rare.has(letter) ? 0.6 : /\p{M}/u.test(letter) ? 0.7 : -0.6);
  let known = 0;
  for (const [word, count] of words) if (sets.words.has(word)) known += count;
  return sum / all + Math.min(0.15, known / Math.max(1, wordCount));
}
