import { writeByte } from './output';
import { BLANK, byteAt, COMMA, countOf, DASH, dashes, digits, DOT, isAny, odd, text, ZERO } from './text';

/**
 * Fast lanes for the cells that most cells are: texts and numbers that no rule changes and that hold nothing personal. A lane decides on
 * the bytes alone and only ever says yes where the rules, applied to the text, would leave it (`tests/fuzz/ingestStream.test.ts`
 * compares them); to everything else it says no, and the rules are asked.
 */

/** With more digits a text could hold a telephone or an identity number; with two dashes, a Japanese one. */
const FEW_DIGITS: i32 = 9;
const SHORTEST_NUMBER: i32 = 9;
const OPEN: u8 = 0x28;
const CLOSE: u8 = 0x29;

/** Whether a text, not empty, stays as it is. */
export function isPlainText(start: i32, end: i32): bool {
  if (isAny(odd, start, end) || byteAt(start) === BLANK || byteAt(end - 1) === BLANK) return false;
  if (end - start < SHORTEST_NUMBER) return true;
  const count = countOf(digits, start, end);
  return count === 0 || (count <= FEW_DIGITS && countOf(dashes, start, end) < 2);
}

/** Digits before the point; eleven could be a telephone number. */
const MOST_WHOLE: i32 = 10;
/** Digits after the point, so that a number is printed without an exponent. */
const MOST_FRACTION: i32 = 5;

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
/** Where its digits stand. */
let from: i32 = 0;
let to: i32 = 0;

/**
 * Reads digits with a point, with commas between thousands or without; in brackets, or behind a sign, or neither.
 * @param sign bytes of the sign of the column's currency, and how many they are
 * @returns whether the cell is nothing but that
 */
export function readNumber(start: i32, end: i32, sign: u32, signBytes: i32): bool {
  bracketed = byteAt(start) === OPEN && byteAt(end - 1) === CLOSE && end - start > 2;
  signed = false;
  from = start;
  to = end;
  if (bracketed) {
    from += 1;
    to -= 1;
  } else if (signBytes > 0 && end - start > signBytes && bytesAt(start, signBytes) === sign) {
    signed = true;
    from += signBytes;
  }
  return readDigits(!bracketed && !signed);
}

/** @param minus whether there may be one */
function readDigits(minus: bool): bool {
  let at = from;
  const isNegative = minus && byteAt(at) === DASH;
  if (isNegative) at += 1;
  const first = at;
  let whole: u64 = 0;
  let places: i32 = 0;
  let group: i32 = 0;
  let commas: i32 = 0;
  for (; at < to; at += 1) {
    const byte = byteAt(at);
    if (isDigit(byte)) {
      whole = whole * 10 + <u64>(byte - ZERO);
      places += 1;
      group += 1;
    } else if (byte === COMMA) {
      if (commas === 0 ? group < 1 || group > 3 : group !== 3) return false;
      commas += 1;
      group = 0;
    } else break;
  }
  if (places === 0 || places > MOST_WHOLE || (commas > 0 && group !== 3)) return false;
  if (byteAt(first) === ZERO && places > 1) return false;
  let kept: i32 = 0;
  let scale: f64 = 1;
  let printed: i32 = 0;
  if (at < to) {
    if (byteAt(at) !== DOT) return false;
    at += 1;
    printed = to - at;
    if (printed === 0 || printed > MOST_FRACTION) return false;
    for (let place: i32 = 1; at < to; at += 1, place += 1) {
      const byte = byteAt(at);
      if (!isDigit(byte)) return false;
      if (byte !== ZERO) kept = place;
      whole = whole * 10 + <u64>(byte - ZERO);
      scale *= 10;
    }
  }
  // Fifteen digits at most and a power of ten: a double holds both exactly, so their quotient is the double nearest to the printed number.
  const amount = <f64>whole / scale;
  number = (isNegative || bracketed) && whole !== 0 ? -amount : amount;
  grouped = commas > 0;
  pointed = (printed > 0 && (printed <= 2 || commas > 0)) || commas > 1;
  fraction = kept;
  return true;
}

function isDigit(byte: u8): bool {
  return <u8>(byte - ZERO) < 10;
}

/** The first one to four bytes at a place. */
function bytesAt(at: i32, count: i32): u32 {
  return load<u32>(text + <usize>at) & (0xffffffff >>> ((4 - count) << 3));
}

/** Writes the number last read as JavaScript prints it. */
export function writeReadNumber(): void {
  if (number === 0) {
    writeByte(ZERO);
    return;
  }
  if (bracketed) writeByte(DASH);
  let at = from;
  for (; at < to && byteAt(at) !== DOT; at += 1) if (byteAt(at) !== COMMA) writeByte(byteAt(at));
  if (fraction > 0) for (let count: i32 = 0; count <= fraction; count += 1) writeByte(byteAt(at + count));
}
