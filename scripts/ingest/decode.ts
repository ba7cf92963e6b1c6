import { looksUtf16 } from './read/format.ts';

/** A text with the encoding it was found to be in. */
export interface Decoded {
  text: string;
  encoding: string;
}

/** Encodings that are tried after UTF-8, in this order; the last one fits any bytes. */
const ENCODINGS = ['gb18030', 'shift_jis', 'big5', 'windows-1252'] as const;

/** How often letters of a text are usual ones: common 汉字, kana, Latin, digits, white space. */
function plausibility(text: string): number {
  const sample = text.slice(0, 100_000);
  const usual =
    sample.match(
      /[\x09\x0a\x0d\x20-\x7e\u3040-\u30ff\u4e00-\u9fa5\uff00-\uffef，。、；：（）“”《》\u00a3\u20ac\u2013\u2014\u2018\u2019é]/g,
    )?.length ?? 0;
  // Half-width kana and rare 汉字 are what a wrong guess looks like.
  const odd = sample.match(/[\uff61-\uff9f\ue000-\uf8ff\ufffd]/g)?.length ?? 0;
  return (usual - 3 * odd) / Math.max(1, sample.length);
}

/**
 * Bytes as text, the encoding found by looking: a byte order mark, zeros in every second place (UTF-16), then UTF-8, then of the others the most plausible.
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
        return [{ text, encoding, points: plausibility(text) }];
      } catch {
        return [];
      }
    });
    const best = candidates.reduce((a, b) => (b.points > a.points + 1e-6 ? b : a));
    return { text: best.text, encoding: best.encoding };
  }
}
