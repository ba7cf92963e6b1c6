import { isAscii, isUtf8 } from 'node:buffer';
import { hasTwoBytes, legacyReading, type Reading } from './legacyEncoding.ts';
import { utf8In } from './utf8.ts';

/** A text with its detected encoding. */
interface Decoded {
  text: string;
  encoding: string;
  /** Whether nothing else would be as plausible. */
  sure: boolean;
}

/** Whether zeros occur only in every second byte. */
export function looksUtf16(head: Uint8Array): boolean {
  let even = 0;
  let odd = 0;
  for (const [index, byte] of head.entries())
    if (byte === 0) {
      if (index % 2 === 0) even += 1;
      else odd += 1;
    }
  const share = head.length / 8;
  return (even > share && odd === 0) || (odd > share && even === 0);
}

/** Whether bytes begin a text in UTF-16: with its byte order mark, or with every second byte zero. */
export const isUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) ||
  (bytes[0] === 0xfe && bytes[1] === 0xff) ||
  looksUtf16(bytes.subarray(0, 4096));

/**
 * Whether bytes that are not wholly UTF-8 are so but for some: beyond ASCII they have valid sequences, which another encoding has only by chance, and
 * the best other reading is less plausible than the share of valid sequences.
 */
function isDamagedUtf8(bytes: Uint8Array, best: Reading): boolean {
  const { characters, invalid } = utf8In(bytes);
  if (characters < Math.max(1, invalid)) return false;
  // Letters of one byte make few sequences of UTF-8, however well they read.
  return !hasTwoBytes(best.encoding) || characters / (characters + invalid) > best.points;
}

/** Whether bytes are text of ISO-2022-JP, which is all ASCII: its escapes to Japanese. */
export function isIso2022Jp(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1))
    if (bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40)) return true;
  return false;
}

/**
 * Bytes as text, the encoding detected: a byte order mark, every second byte zero (UTF-16), the escapes of ISO-2022-JP, then UTF-8, then the
 * most plausible of the others.
 * Bytes that are UTF-8 but for some have those replaced by U+FFFD; whoever reads them decodes strictly, and names the place.
 * @see https://encoding.spec.whatwg.org/
 */
export function decode(bytes: Uint8Array): Decoded {
  const { encoding, sure } = encodingOf(bytes);
  return { text: new TextDecoder(encoding).decode(bytes), encoding, sure };
}

/** The encoding of bytes, detected as by `decode`. */
export function encodingOf(bytes: Uint8Array): Omit<Decoded, 'text'> {
  const sure = true;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', sure };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', sure };
  const head = bytes.subarray(0, 4096);
  if (head.includes(0) && looksUtf16(head))
    return { encoding: head[0] === 0 ? 'utf-16be' : 'utf-16le', sure };
  if (isUtf8(bytes))
    return { encoding: isAscii(bytes) && isIso2022Jp(bytes) ? 'iso-2022-jp' : 'utf-8', sure };
  const best = legacyReading(bytes);
  return isDamagedUtf8(bytes, best)
    ? { encoding: 'utf-8', sure }
    : { encoding: best.encoding, sure: best.sure };
}
