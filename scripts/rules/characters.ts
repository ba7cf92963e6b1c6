/** Bit flags for kinds of characters that cleaning rules look for; a text has the flags of all its characters. */
export const CHARACTERS = {
  digit: 1 << 0,
  point: 1 << 1,
  comma: 1 << 2,
  hyphen: 1 << 3,
  /** A plain space, which most texts contain. */
  space: 1 << 4,
  /** Line ends, tabs, no-break and full-width spaces, zero-width characters. */
  whiteSpace: 1 << 5,
  letter: 1 << 6,
  parenthesis: 1 << 7,
  /** £ $ € ¥ and their full-width forms. */
  currency: 1 << 8,
  slash: 1 << 9,
  colon: 1 << 10,
  apostrophe: 1 << 11,
  /** Quotation marks, which CSV must quote. */
  quote: 1 << 12,
  at: 1 << 13,
  capitalM: 1 << 14,
  otherAscii: 1 << 15,
  /** Han, kana and their punctuation. */
  han: 1 << 16,
  /** Full-width forms, dashes, and all that Unicode NFKC may change. */
  other: 1 << 17,
} as const;

const C = CHARACTERS;
/** The kind of each character, by its UTF-16 code. */
const KINDS = new Uint32Array(0x10000).fill(C.other);
const set = (characters: string, kind: number): void => {
  for (let at = 0; at < characters.length; at += 1) KINDS[characters.charCodeAt(at)] = kind;
};
KINDS.fill(C.otherAscii, 0x21, 0x7f);
KINDS.fill(C.whiteSpace, 0, 0x20);
KINDS.fill(C.han, 0x3005, 0x3030);
KINDS.fill(C.han, 0x3041, 0x30fc);
// Voicing marks, which Unicode NFKC composes with the kana before them.
KINDS.fill(C.other, 0x3099, 0x30a0);
KINDS.fill(C.han, 0x4e00, 0xa000);
set('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLNOPQRSTUVWXYZ', C.letter);
set('M', C.letter | C.capitalM);
set('0123456789', C.digit);
set('.', C.point);
set(',', C.comma);
set('-', C.hyphen);
set(' ', C.space);
set('()', C.parenthesis);
set('£$€¥', C.currency);
set('￥', C.currency | C.other);
set('/', C.slash);
set(':', C.colon);
set("'’ʼ", C.apostrophe);
set('"', C.quote);
set('@', C.at);
set('\u007f\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff\u200b\u200c\u200d\u2060', C.whiteSpace | C.other);
KINDS.fill(C.whiteSpace | C.other, 0x2000, 0x200b);

/** The bits of `charactersOf` below this one are kinds; those above are the number of digits, at most `MOST_DIGITS`. */
const DIGITS_FROM = 18;
const MOST_DIGITS = 0xfff;

/**
 * The kinds of characters in a text and its number of digits, found in one pass, so that rules can skip texts that do not
 * concern them.
 */
export function charactersOf(text: string): number {
  let kinds = 0;
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const kind = KINDS[text.charCodeAt(at)]!;
    kinds |= kind;
    digits += kind & 1;
  }
  return kinds | (Math.min(digits, MOST_DIGITS) << DIGITS_FROM);
}

/** How many digits 0–9 a text has, from what `charactersOf` found. */
export const digitsAmong = (characters: number): number => characters >>> DIGITS_FROM;
