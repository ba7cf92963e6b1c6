import { utf8In } from './utf8.ts';

/** A text with its detected encoding. */
interface Decoded {
  text: string;
  encoding: string;
}

/** Encodings that are tried after UTF-8, in this order; the last one decodes any bytes. */
const ENCODINGS = ['gb18030', 'shift_jis', 'big5', 'windows-1252'] as const;
type Encoding = (typeof ENCODINGS)[number];

/**
 * The everyday 汉字 of an encoding, which its standard lists first (GB 2312 and JIS X 0208 call it level 1, Big5 the frequently used):
 * first and last lead byte. Text read in a wrong encoding has mostly rare characters.
 */
const EVERYDAY: Record<Encoding, readonly [first: number, last: number] | null> = {
  gb18030: [0xb0, 0xd7],
  shift_jis: [0x88, 0x97],
  big5: [0xa4, 0xc6],
  'windows-1252': null,
};
const everydayOf = new Map<Encoding, Set<string>>();

function everyday(encoding: Encoding): Set<string> {
  let characters = everydayOf.get(encoding);
  if (!characters) {
    const [first, last] = EVERYDAY[encoding] ?? [1, 0];
    const pairs = Array.from({ length: (last - first + 1) * 192 }, (_, at) => [
      first + Math.floor(at / 192),
      0x40 + (at % 192),
    ]);
    const decoder = new TextDecoder(encoding);
    characters = new Set(pairs.map((pair) => decoder.decode(Uint8Array.from(pair))));
    everydayOf.set(encoding, characters);
  }
  return characters;
}

/** The proportion of common characters in a text: everyday 汉字, kana, Latin, digits, white space. */
function plausibility(text: string, encoding: Encoding): number {
  const sample = text.slice(0, 100_000);
  const usual =
    sample.match(
      /[\x09\x0a\x0d\x20-\x7e\u3040-\u30ff\uff00-\uffef，。、；：（）“”《》\u00a3\u20ac\u2013\u2014\u2018\u2019é]/g,
    )?.length ?? 0;
  const known = everyday(encoding);
  const han = (sample.match(/[\u4e00-\u9fa5]/g) ?? []).filter((character) => known.has(character)).length;
  // Half-width kana and rare 汉字 indicate a wrong guess.
  const odd = sample.match(/[\uff61-\uff9f\ue000-\uf8ff\ufffd]/g)?.length ?? 0;
  return (usual + han - 3 * odd) / Math.max(1, sample.length);
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
 * Whether bytes that are not wholly UTF-8 are so but for some: beyond ASCII they have valid sequences, which a Windows code page has only by chance, and
 * the encoding of Chinese or Japanese that they decode in has a smaller share of characters in use than UTF-8 of valid ones.
 */
function isDamagedUtf8(bytes: Uint8Array, best: { text: string; encoding: Encoding }): boolean {
  const { characters, invalid } = utf8In(bytes);
  if (characters < invalid) return false;
  if (best.encoding === 'windows-1252') return true;
  return (
    characters / (characters + invalid) > plausibility(best.text.replace(/[\0-\x7f]+/g, ''), best.encoding)
  );
}

/**
 * Bytes as text, the encoding detected: a byte order mark, every second byte zero (UTF-16), then UTF-8, then the most plausible of the others.
 * Bytes that are UTF-8 but for some have those replaced by U+FFFD; whoever reads them decodes strictly, and names the place.
 * @see https://encoding.spec.whatwg.org/
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  const head = bytes.subarray(0, 4096);
  if (head.includes(0) && looksUtf16(head)) {
    const encoding = head[0] === 0 ? 'utf-16be' : 'utf-16le';
    return { text: new TextDecoder(encoding).decode(bytes), encoding };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    const candidates = ENCODINGS.flatMap((encoding) => {
      try {
        const text = new TextDecoder(encoding, { fatal: encoding !== 'windows-1252' }).decode(bytes);
        return [{ text, encoding, points: plausibility(text, encoding) }];
      } catch {
        return [];
      }
    });
    const best = candidates.reduce((a, b) => (b.points > a.points + 1e-6 ? b : a));
    if (isDamagedUtf8(bytes, best)) return { text: new TextDecoder().decode(bytes), encoding: 'utf-8' };
    return { text: best.text, encoding: best.encoding };
  }
}
