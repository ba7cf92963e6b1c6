import { take } from './memory';

/** Bytes as one compares them; up to 31 beyond their end are loaded. */

/** Bytes that are looked at together, whatever their number is, since a processor could not foresee it. */
const TOGETHER: i32 = 32;
/** All bits, then none: from a place on, the mask of so many bytes. */
const masks: usize = take(<usize>(2 * TOGETHER));
memory.fill(masks, 0xff, TOGETHER);

const PRIME: u64 = 0x9e3779b97f4a7c15;
const SECOND: u64 = 0xc2b2ae3d27d4eb4f;
const THIRD: u64 = 0x165667b19e3779f9;
const FOURTH: u64 = 0xd6e8feb86659fd93;

/** The first sixteen of at most 32 bytes, noughts behind them. */
function firstHalf(from: usize, length: i32): v128 {
  return v128.and(v128.load(from), v128.load(masks + <usize>(TOGETHER - length)));
}

/** The other sixteen. */
function otherHalf(from: usize, length: i32): v128 {
  return v128.and(v128.load(from, 16), v128.load(masks + <usize>(TOGETHER - length), 16));
}

/** A hash: each eight bytes times an odd number, added up. */
export function hashOf(from: usize, length: i32): u32 {
  let made = <u64>length;
  let at = from;
  let left = length;
  for (; left > TOGETHER; left -= TOGETHER, at += TOGETHER)
    made = mixed(made ^ sumOf(v128.load(at), v128.load(at, 16)));
  made = mixed(made ^ sumOf(firstHalf(at, left), otherHalf(at, left)));
  return (<u32>(made >> 32)) ^ (<u32>made);
}

function sumOf(a: v128, b: v128): u64 {
  return (
    i64x2.extract_lane(a, 0) * PRIME +
    i64x2.extract_lane(a, 1) * SECOND +
    i64x2.extract_lane(b, 0) * THIRD +
    i64x2.extract_lane(b, 1) * FOURTH
  );
}

function mixed(value: u64): u64 {
  return (value ^ (value >> 29)) * PRIME;
}

/** Whether as many bytes stand at two places. */
export function isSame(a: usize, b: usize, length: i32): bool {
  let at = a;
  let other = b;
  let left = length;
  for (; left > TOGETHER; left -= TOGETHER, at += TOGETHER, other += TOGETHER)
    if (
      v128.any_true(
        v128.or(v128.xor(v128.load(at), v128.load(other)), v128.xor(v128.load(at, 16), v128.load(other, 16))),
      )
    )
      return false;
  const first = v128.xor(firstHalf(at, left), firstHalf(other, left));
  return !v128.any_true(v128.or(first, v128.xor(otherHalf(at, left), otherHalf(other, left))));
}

/** The first 1 to 8 bytes of eight. */
function tail(bytes: u64, length: i32): u64 {
  return bytes & (~(<u64>0) >> ((<u64>(8 - length)) << 3));
}

/** Whether bytes come before others, as unsigned numbers, a beginning before what it begins. */
export function isBefore(a: usize, aLength: i32, b: usize, bLength: i32): bool {
  const both = min(aLength, bLength);
  for (let at: i32 = 0; at < both; at += 8) {
    const left = bswap<u64>(tail(load<u64>(a + <usize>at), min(both - at, 8)));
    const right = bswap<u64>(tail(load<u64>(b + <usize>at), min(both - at, 8)));
    if (left !== right) return left < right;
  }
  return aLength < bLength;
}
