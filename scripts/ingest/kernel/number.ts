import { advance, room, writeByte } from './output';
import { byteAt, COMMA, DASH, DOT, text, ZERO } from './text';

/**
 * A fast lane for the amounts that most amounts are: digits with a point, with commas between thousands or without; in brackets, or behind
 * a sign, or neither. Sixteen signs are looked at together, without a question whose answer a processor could not foresee. To what is
 * longer, or anything else, it says no, and the rules are asked (`tests/fuzz/ingestKernel.test.ts` compares them).
 */

const OPEN: u8 = 0x28;
const CLOSE: u8 = 0x29;
/** Signs that are looked at together. */
const MOST: i32 = 16;
/** Digits before the point; eleven could be a telephone number. */
const MOST_WHOLE: i32 = 10;
/** Digits after the point, so that a number is printed without an exponent. */
const MOST_FRACTION: i32 = 5;
/** So many parts has one, with all digits after the point. */
const PARTS: f64 = 100000;

/** The number last read. */
export let number: f64 = 0;
/** It had commas between thousands. */
export let grouped: bool = false;
/** It had the sign of its column's currency before it. */
export let signed: bool = false;
/** It was in brackets, as accountants write what is less than nought. */
export let bracketed: bool = false;
/** It speaks for the point as the sign before fractions. */
export let pointed: bool = false;
/** Its digits after the point, noughts at the end left out. */
export let fraction: i32 = 0;
/** How many digits stand before the point. */
let whole: i32 = 0;
/** Where its point stands, or would. */
let pointAt: i32 = 0;
/** Its digits as numbers: nought, ten before the point, five behind it. */
let aligned: v128 = i8x16.splat(0);

/**
 * Reads a number.
 * @param sign bytes of the sign of the column's currency, and how many they are
 * @returns whether the cell is nothing but that
 */
export function readNumber(start: i32, end: i32, sign: u32, signBytes: i32): bool {
  let from = start;
  let to = end;
  let minus = false;
  bracketed = byteAt(start) === OPEN && byteAt(end - 1) === CLOSE && end - start > 2;
  signed = false;
  if (bracketed) {
    from += 1;
    to -= 1;
  } else if (signBytes > 0 && end - start > signBytes && bytesAt(start, signBytes) === sign) {
    signed = true;
    from += signBytes;
  } else if (byteAt(start) === DASH) {
    minus = true;
    from += 1;
  }
  return to - from <= MOST && readDigits(from, to - from, minus || bracketed);
}

/** The first one to four bytes at a place. */
function bytesAt(at: i32, count: i32): u32 {
  return load<u32>(text + <usize>at) & (0xffffffff >>> ((4 - count) << 3));
}

/** @param length at most sixteen */
function readDigits(from: i32, length: i32, negative: bool): bool {
  const signs = v128.load(text + <usize>from);
  const values = i8x16.sub(signs, i8x16.splat(ZERO));
  const all = (1 << length) - 1;
  const digits = i8x16.bitmask(i8x16.lt_u(values, i8x16.splat(10))) & all;
  const commas = i8x16.bitmask(i8x16.eq(signs, i8x16.splat(COMMA))) & all;
  const points = i8x16.bitmask(i8x16.eq(signs, i8x16.splat(DOT))) & all;
  // Where there is no point, it stands behind the last digit.
  const point = <i32>ctz(points | (1 << length));
  const before = (1 << point) - 1;
  const places = <i32>popcnt(digits & before);
  const printed = length - point - 1;
  // Every fourth sign before the point but the first.
  const wanted = (0x11111 << (point & 3)) & before;
  const wrong =
    i32((digits | commas | points) !== all) |
    (points & (points - 1)) |
    i32(points !== 0 && printed === 0) |
    i32(printed > MOST_FRACTION) |
    (i32(commas !== 0) & (i32(commas !== wanted) | i32((point & 3) === 0))) |
    i32(places === 0) |
    i32(places > MOST_WHOLE) |
    (i32(byteAt(from) === ZERO) & i32(places > 1));
  if (wrong !== 0) return false;
  const order = i8x16.add(i8x16.splat(<i8>point), commas !== 0 ? GROUPED : PLAIN);
  const known = v128.and(values, i8x16.lt_u(ORDER, i8x16.splat(<i8>length)));
  aligned = i8x16.swizzle(known, order);
  const parts =
    eightDigits(i64x2.extract_lane(aligned, 0)) * 100000000 + eightDigits(i64x2.extract_lane(aligned, 1));
  // Fifteen digits at most and a power of ten: a double holds both exactly, so their quotient is the double nearest to the printed number.
  const amount = <f64>parts / PARTS;
  number = negative && parts !== 0 ? -amount : amount;
  grouped = commas !== 0;
  pointed = (printed > 0 && (printed <= 2 || grouped)) || popcnt(commas) > 1;
  fraction = 32 - <i32>clz(i8x16.bitmask(i8x16.ne(aligned, i8x16.splat(0))) >> (MOST_WHOLE + 1));
  whole = places;
  pointAt = from + point;
  return true;
}

const ORDER: v128 = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
/** From the point, where each digit stands; the first is none. */
const PLAIN: v128 = i8x16(-128, -10, -9, -8, -7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5);
const GROUPED: v128 = i8x16(-128, -13, -11, -10, -9, -7, -6, -5, -3, -2, -1, 1, 2, 3, 4, 5);

/** The number that eight digits are, the first in the lowest byte. */
function eightDigits(digits: u64): u64 {
  const twos = ((digits * 2561) >> 8) & 0x00ff00ff00ff00ff;
  const fours = ((twos * 6553601) >> 16) & 0x0000ffff0000ffff;
  return (fours * 42949672960001) >> 32;
}

/** Writes the number last read as JavaScript prints it. */
export function writeReadNumber(): void {
  if (number < 0) writeByte(DASH);
  const signs = i8x16.add(aligned, i8x16.splat(ZERO));
  const first = i8x16.splat(<i8>(MOST_WHOLE + 1 - whole));
  v128.store(room(0), i8x16.swizzle(signs, i8x16.add(ORDER, first)));
  advance(whole);
  v128.store(room(0), v128.load(text + <usize>pointAt));
  advance(fraction + i32(fraction > 0));
}
