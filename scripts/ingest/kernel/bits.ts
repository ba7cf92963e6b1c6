/** Bits of 64 bytes, the first in the lowest, and what follows from them. */

/** Bits of 64 bytes, sixteen of which were compared at a time. */
export function bitsOf(a: v128, b: v128, c: v128, d: v128): u64 {
  const low = i8x16.bitmask(a) | (i8x16.bitmask(b) << 16);
  const high = i8x16.bitmask(c) | (i8x16.bitmask(d) << 16);
  return (<u64>(<u32>low)) | ((<u64>high) << 32);
}

/** Which of 64 bytes are a sign. */
export function signsOf(a: v128, b: v128, c: v128, d: v128, sign: v128): u64 {
  return bitsOf(i8x16.eq(a, sign), i8x16.eq(b, sign), i8x16.eq(c, sign), i8x16.eq(d, sign));
}

/** Which of 64 bytes are one of two signs. */
export function eitherOf(a: v128, b: v128, c: v128, d: v128, one: v128, other: v128): u64 {
  return bitsOf(
    v128.or(i8x16.eq(a, one), i8x16.eq(a, other)),
    v128.or(i8x16.eq(b, one), i8x16.eq(b, other)),
    v128.or(i8x16.eq(c, one), i8x16.eq(c, other)),
    v128.or(i8x16.eq(d, one), i8x16.eq(d, other)),
  );
}

/** Sets the bits from each opening mark up to the one that closes it. */
export function betweenMarks(marks: u64): u64 {
  let within = marks;
  within ^= within << 1;
  within ^= within << 2;
  within ^= within << 4;
  within ^= within << 8;
  within ^= within << 16;
  return within ^ (within << 32);
}

/** Places that are written at a time, those beyond the last to be written over. */
export const BATCH: i32 = 8;

/**
 * Writes the places of bits that are set, four bytes each; as many as a batch may be written beyond them.
 * @param first the place of the first bit
 * @returns where the next is to be written
 */
export function writePlaces(to: usize, first: i32, bits: u64): usize {
  let left = bits;
  let at = to;
  // How many there are a processor could not foresee; so a batch is written, whether there are fewer or not.
  do {
    for (let one: i32 = 0; one < BATCH; one += 1) {
      store<i32>(at + ((<usize>one) << 2), first + <i32>ctz(left));
      left &= left - 1;
    }
    at += (<usize>BATCH) << 2;
  } while (left !== 0);
  return to + ((<usize>popcnt(bits)) << 2);
}
