import type { NoData } from '../shape.ts';
import type { Records } from './records.ts';

/** Beginnings of words for a total (`TOTAL_BEGINS` in shape.ts), in lower case. */
const TOTALS = ['gra', 'sub', 'tot', '合', '总', '小', '共', '総'];
const KEY = 3;

/**
 * A fast lane for the question whether a row is empty, the header again, or a total. It only ever says no where the answer is no: the first
 * cell begins with other letters than those of the header and of the words for a total.
 */
export class NoDataLane {
  readonly #keys = new Set<number>();
  #short = false;

  constructor({ header }: NoData) {
    const encoder = new TextEncoder();
    for (const row of header) {
      const first = encoder.encode(row.split('\u001f')[0]!);
      if (first.length < KEY) this.#short = true;
      else this.#keys.add(keyOf(first, 0));
    }
    for (const word of TOTALS) this.#keys.add(keyOf(encoder.encode(word), 0));
  }

  maybe(bytes: Uint8Array, records: Records): boolean {
    const start = records.starts[0]!;
    const size = records.ends[0]! - start;
    if (size === 0) return true;
    const first = bytes[start]!;
    // White space, signs of two bytes, and forms that Unicode holds for others, are looked at as text.
    if (first < 0x21 || (first >= 0xc2 && first < 0xe1) || first === 0xe2 || first === 0xe3 || first === 0xef)
      return true;
    return size < KEY ? this.#short : this.#keys.has(keyOf(bytes, start));
  }
}

/** The first three bytes, Latin letters in lower case. */
const keyOf = (bytes: Uint8Array, at: number): number =>
  (lower(bytes[at]!) << 16) | (lower(bytes[at + 1]!) << 8) | lower(bytes[at + 2]!);
const lower = (byte: number): number => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte);
