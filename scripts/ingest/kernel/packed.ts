import { advance, room, writeByte } from './output';

/**
 * Numbers of few bits, one behind the other, the first in the lowest bits.
 * @see https://parquet.apache.org/docs/file-format/data-pages/encodings/
 */

let width: u64 = 0;
let waiting: u64 = 0;
/** Bits that wait. */
let filled: u64 = 0;

/** Begins with numbers of so many bits. */
export function beginPacking(bits: i32): void {
  width = bits;
  waiting = 0;
  filled = 0;
}

/** Writes a number, which has no more bits than was said. */
export function pack(value: u64): void {
  waiting |= value << filled;
  filled += width;
  if (filled < 64) return;
  store<u64>(room(8), waiting);
  advance(8);
  filled -= 64;
  // A shift by all 64 bits would be none.
  waiting = filled === 0 ? 0 : value >> (width - filled);
}

/** Writes what still waits, in whole bytes. */
export function endPacking(): void {
  store<u64>(room(8), waiting);
  advance(<i32>((filled + 7) >> 3));
}

/** How many bits a number needs. */
export function bitsFor(value: u64): i32 {
  return 64 - <i32>clz(value);
}

/** Writes a number in as many bytes as it needs, seven bits in each. */
export function writeVarint(value: u64): void {
  room(10);
  let rest = value;
  for (; rest > 0x7f; rest >>= 7) writeByte(<u8>(rest | 0x80));
  writeByte(<u8>rest);
}

/** The same of a number with a sign, the small ones of both signs short. */
export function writeZigzag(value: i64): void {
  writeVarint(<u64>((value << 1) ^ (value >> 63)));
}
