/** Bytes as one compares them, eight at a time; up to seven beyond their end are loaded. */

const PRIME: u64 = 0x9e3779b97f4a7c15;

/** A hash: eight bytes at a time multiplied, after the manner of FxHash. */
export function hashOf(from: usize, length: i32): u32 {
  let made: u64 = <u64>length;
  let at: i32 = 0;
  for (; length - at > 8; at += 8) made = rotl<u64>(made ^ load<u64>(from + <usize>at), 29) * PRIME;
  made = (made ^ tail(load<u64>(from + <usize>at), length - at)) * PRIME;
  return (<u32>(made >> 32)) ^ (<u32>(made >> 51));
}

/** The first 1 to 8 bytes of eight. */
function tail(bytes: u64, length: i32): u64 {
  return bytes & (~(<u64>0) >> ((<u64>(8 - length)) << 3));
}

/** Whether as many bytes stand at two places. */
export function isSame(a: usize, b: usize, length: i32): bool {
  let at: i32 = 0;
  for (; length - at > 8; at += 8) if (load<u64>(a + <usize>at) !== load<u64>(b + <usize>at)) return false;
  return tail(load<u64>(a + <usize>at) ^ load<u64>(b + <usize>at), length - at) === 0;
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
