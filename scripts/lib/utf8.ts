/** The UTF-8 sequences beyond ASCII, by their first byte: `[first, last, bytes, lowest second byte, highest second byte]`. */
const SEQUENCES = [
  [0xc2, 0xdf, 2, 0x80, 0xbf],
  [0xe0, 0xe0, 3, 0xa0, 0xbf],
  [0xe1, 0xec, 3, 0x80, 0xbf],
  [0xed, 0xed, 3, 0x80, 0x9f],
  [0xee, 0xef, 3, 0x80, 0xbf],
  [0xf0, 0xf0, 4, 0x90, 0xbf],
  [0xf1, 0xf3, 4, 0x80, 0xbf],
  [0xf4, 0xf4, 4, 0x80, 0x8f],
] as const;

/** What bytes are, read as UTF-8. */
interface Utf8 {
  /** Characters beyond ASCII, each of a valid sequence. */
  characters: number;
  /** Bytes that belong to no valid sequence. */
  invalid: number;
  /** The position of the first of them. */
  first: number | undefined;
}

/**
 * Counts the valid sequences and the invalid bytes of bytes read as UTF-8.
 * @see https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-3/#G27506 (table 3-7)
 */
export function utf8In(bytes: Uint8Array): Utf8 {
  const found: Utf8 = { characters: 0, invalid: 0, first: undefined };
  for (let at = 0; at < bytes.length;) {
    const length = sequenceAt(bytes, at);
    if (length === 0) {
      found.invalid += 1;
      found.first ??= at;
    } else if (length > 1) found.characters += 1;
    at += Math.max(1, length);
  }
  return found;
}

/** The number of bytes of the valid sequence at a position; 0 where there is none. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]!;
  if (byte < 0x80) return 1;
  const sequence = SEQUENCES.find(([first, last]) => byte >= first && byte <= last);
  if (!sequence) return 0;
  const [, , length, low, high] = sequence;
  for (let next = 1; next < length; next += 1) {
    const follows = bytes[at + next];
    if (follows === undefined || follows < (next === 1 ? low : 0x80) || follows > (next === 1 ? high : 0xbf))
      return 0;
  }
  return length;
}

/** Where the first invalid byte of a text is, for a person: `byte 1204 (0x93)`, counted from 1. */
export function invalidByte(bytes: Uint8Array, before = 0): string {
  const { first } = utf8In(bytes);
  return first === undefined
    ? 'its end'
    : `byte ${before + first + 1} (0x${bytes[first]!.toString(16).padStart(2, '0').toUpperCase()})`;
}
