import type { NoData } from '../table/shape.ts';

/** Beginnings of words for a total (`TOTAL_BEGINS` in shape.ts), in lower case. */
const TOTALS = ['gra', 'sub', 'tot', '合', '总', '小', '共', '総'];

/** What the kernel goes by to tell rows that may be the header again or a total. */
export interface NoDataKeys {
  /** First three bytes of a first cell, Latin letters in lower case. */
  keys: Set<number>;
  /** The first cell may be shorter. */
  short: boolean;
}

export function noDataKeys({ header }: NoData): NoDataKeys {
  const encoder = new TextEncoder();
  const keys = new Set<number>();
  let short = false;
  for (const word of [...TOTALS, ...header.map((row) => row.split('\u001f')[0]!)]) {
    const [a, b, c] = encoder.encode(word);
    if (c === undefined) short = true;
    else keys.add((lower(a!) << 16) | (lower(b!) << 8) | lower(c));
  }
  return { keys, short };
}

const lower = (byte: number): number => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte);
