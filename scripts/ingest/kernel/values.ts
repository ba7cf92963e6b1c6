/** Numbers as a clean CSV writes them, read exactly as JavaScript reads them. */

const ZERO: u8 = 0x30;
const DASH: u8 = 0x2d;
const DOT: u8 = 0x2e;

/** Digits that a whole number of eight bytes surely holds. */
const SURE: i32 = 18;
/** The largest number up to which a double holds all whole numbers, and the powers of ten that it holds. */
const EXACT: u64 = 1 << 53;
const POWERS: StaticArray<f64> = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
];

/** Reads what is written in another way. */
declare function readLong(from: usize, length: i32): f64;

/** The number last read. */
export let decimal: f64 = 0;
export let whole: i64 = 0;

/** @returns whether a number is written there */
export function readDecimal(from: usize, length: i32): bool {
  const negative = load<u8>(from) === DASH;
  const end = from + <usize>length;
  let read: u64 = 0;
  let digits: i32 = 0;
  let places: i32 = -1;
  for (let at = negative ? from + 1 : from; at < end; at += 1) {
    const byte = load<u8>(at);
    const digit = byte - ZERO;
    if (digit < 10) {
      read = read * 10 + <u64>digit;
      digits += 1;
    } else if (byte === DOT && places < 0) places = digits;
    else return readOther(from, length);
  }
  if (digits === 0 || digits > SURE || read > EXACT) return readOther(from, length);
  // One division of two exact numbers is rounded once.
  const value = places < 0 ? <f64>read : <f64>read / unchecked(POWERS[digits - places]);
  decimal = negative ? -value : value;
  return true;
}

function readOther(from: usize, length: i32): bool {
  decimal = readLong(from, length);
  return isFinite(decimal);
}

/** @returns whether a whole number is written there that eight bytes hold */
export function readWhole(from: usize, length: i32): bool {
  const negative = load<u8>(from) === DASH;
  const digits = negative ? length - 1 : length;
  if (digits === 0 || digits > SURE + 1) return false;
  const end = from + <usize>length;
  let read: u64 = 0;
  for (let at = negative ? from + 1 : from; at < end; at += 1) {
    const digit = load<u8>(at) - ZERO;
    if (digit > 9) return false;
    read = read * 10 + <u64>digit;
  }
  if (read >> 63 !== 0) return false;
  whole = negative ? -(<i64>read) : <i64>read;
  return true;
}
