import { take } from './memory';
import { endOf, startOf } from './records';
import { byteAt } from './text';

/**
 * A fast lane for the question whether a row is empty, the header again, or a total. It only ever says no where the answer is no: the first
 * cell begins with other letters than those of the header and of the words for a total.
 */

const KEY: i32 = 3;
const MOST: i32 = 256;
const keys: usize = take(<usize>MOST * 4);
let count: i32 = 0;
/** One bit for each remainder of the keys: most rows have another, and need not be compared with each. */
const REMAINDERS: i32 = 1 << 12;
const remainders: usize = take((<usize>REMAINDERS) >> 3);

/** Where the bit of a key stands, and which it is. */
function remainderOf(key: i32): i32 {
  return (key ^ (key >> 12)) & (REMAINDERS - 1);
}
function byteOf(key: i32): usize {
  return remainders + ((<usize>remainderOf(key)) >> 3);
}
function bitOf(key: i32): u8 {
  const place = remainderOf(key) & 7;
  return <u8>(1 << (<u8>place));
}
/** A row may be no data though its first cell is shorter than a key. */
let short: bool = false;

/** The first three bytes of a cell that may make a row no data, Latin letters in lower case; with too many, every row is looked at. */
export function addKey(key: i32): void {
  if (count < MOST) store<i32>(keys + ((<usize>count) << 2), key);
  count += 1;
  store<u8>(byteOf(key), load<u8>(byteOf(key)) | bitOf(key));
}

export function allowShort(): void {
  short = true;
}

export function mayBeNoData(): bool {
  const start = startOf(0);
  const size = endOf(0) - start;
  if (size === 0 || count > MOST) return true;
  const first = byteAt(start);
  // White space, signs of two bytes, and forms that Unicode holds for others, are looked at as text.
  if (first < 0x21 || (first >= 0xc2 && first < 0xe1) || first === 0xe2 || first === 0xe3 || first === 0xef)
    return true;
  if (size < KEY) return short;
  const key = (lower(first) << 16) | (lower(byteAt(start + 1)) << 8) | lower(byteAt(start + 2));
  if ((load<u8>(byteOf(key)) & bitOf(key)) === 0) return false;
  for (let at: i32 = 0; at < count; at += 1) if (load<i32>(keys + ((<usize>at) << 2)) === key) return true;
  return false;
}

function lower(byte: u8): i32 {
  return byte >= 0x41 && byte <= 0x5a ? <i32>byte + 0x20 : <i32>byte;
}
