import { BEYOND, INPUT, take } from './memory';

/** The text at hand, UTF-8. */
export const text: usize = take(INPUT + BEYOND);
export let size: i32 = 0;

/** For each byte of the text one bit, the first in the lowest: what the byte is. */
const BITS: usize = INPUT / 8 + BEYOND;
/** A delimiter or a line end; there is one more where the text ends. */
const separators: usize = take(BITS);
/** A line end; there is one more where the text ends. */
const lineEnds: usize = take(BITS);
export const quotes: usize = take(BITS);
/** A sign that rules or quoting may have to do with: beyond ASCII, control characters, comma, quotation mark, `@`, `M` (Mr, Ms), a second blank. */
export const odd: usize = take(BITS);
export const digits: usize = take(BITS);
export const dashes: usize = take(BITS);

export const LF: u8 = 0x0a;
export const CR: u8 = 0x0d;
export const BLANK: u8 = 0x20;
export const QUOTE: u8 = 0x22;
export const COMMA: u8 = 0x2c;
export const DASH: u8 = 0x2d;
export const DOT: u8 = 0x2e;
export const ZERO: u8 = 0x30;

export let delimiter: u8 = COMMA;
export function setDelimiter(byte: u8): void {
  delimiter = byte;
}

/** Says of each byte of the text, which is `length` long, whether it is a separator, a line end or a quotation mark. */
export function lookForEnds(length: i32): void {
  begin(length);
  const end = text + <usize>length;
  const delimiters = i8x16.splat(delimiter);
  const lineFeeds = i8x16.splat(LF);
  const returns = i8x16.splat(CR);
  const marks = i8x16.splat(QUOTE);
  let to: usize = 0;
  for (let at = text; at <= end; at += 16, to += 2) {
    const bytes = v128.load(at);
    const ends = v128.or(i8x16.eq(bytes, lineFeeds), i8x16.eq(bytes, returns));
    store<u16>(separators + to, <u16>i8x16.bitmask(v128.or(i8x16.eq(bytes, delimiters), ends)));
    store<u16>(lineEnds + to, <u16>i8x16.bitmask(ends));
    store<u16>(quotes + to, <u16>i8x16.bitmask(i8x16.eq(bytes, marks)));
  }
  // Up to the next eight bytes of bits, which are loaded together.
  for (; (to & 7) !== 0; to += 2) {
    store<u16>(separators + to, 0);
    store<u16>(lineEnds + to, 0);
    store<u16>(quotes + to, 0);
  }
  endAt(separators, length);
  endAt(lineEnds, length);
}

function begin(length: i32): void {
  size = length;
  memory.fill(text + <usize>length, 0, BEYOND);
}

/** Sets a bit behind the text, which ends every search. */
function endAt(bits: usize, length: i32): void {
  const byte = bits + ((<usize>length) >> 3);
  const bit = 1 << (length & 7);
  store<u8>(byte, load<u8>(byte) | (<u8>bit));
}

/** Says of each byte of the text, which is `length` long, what it is to the lanes. */
export function look(length: i32): void {
  begin(length);
  const end = text + <usize>length;
  const delimiters = i8x16.splat(delimiter);
  const lineFeeds = i8x16.splat(LF);
  const returns = i8x16.splat(CR);
  const blanks = i8x16.splat(BLANK);
  const last = i8x16.splat(0x7e);
  const commas = i8x16.splat(COMMA);
  const marks = i8x16.splat(QUOTE);
  const ats = i8x16.splat(0x40);
  const ems = i8x16.splat(0x4d);
  const zeros = i8x16.splat(ZERO);
  const tens = i8x16.splat(10);
  const signs = i8x16.splat(DASH);
  let to: usize = 0;
  let before: u64 = 0;
  for (let at = text; at <= end; at += 64, to += 8) {
    let separator: u64 = 0;
    let strange: u64 = 0;
    let blank: u64 = 0;
    let digit: u64 = 0;
    let dash: u64 = 0;
    for (let part: u64 = 0; part < 4; part += 1) {
      const bytes = v128.load(at + <usize>(part << 4));
      const ends = v128.or(i8x16.eq(bytes, lineFeeds), i8x16.eq(bytes, returns));
      const beyond = v128.or(i8x16.lt_u(bytes, blanks), i8x16.gt_u(bytes, last));
      const quoting = v128.or(i8x16.eq(bytes, commas), i8x16.eq(bytes, marks));
      const personal = v128.or(i8x16.eq(bytes, ats), i8x16.eq(bytes, ems));
      separator |= bitsOf(v128.or(i8x16.eq(bytes, delimiters), ends), part);
      strange |= bitsOf(v128.or(beyond, v128.or(quoting, personal)), part);
      blank |= bitsOf(i8x16.eq(bytes, blanks), part);
      digit |= bitsOf(i8x16.lt_u(i8x16.sub(bytes, zeros), tens), part);
      dash |= bitsOf(i8x16.eq(bytes, signs), part);
    }
    store<u64>(separators + to, separator);
    store<u64>(odd + to, strange | (blank & ((blank << 1) | before)));
    store<u64>(digits + to, digit);
    store<u64>(dashes + to, dash);
    before = blank >> 63;
  }
  endAt(separators, length);
}

/** The bits of sixteen bytes, which are one of four parts. */
function bitsOf(found: v128, part: u64): u64 {
  const bits: u64 = i8x16.bitmask(found);
  return bits << (part << 4);
}

export function byteAt(at: i32): u8 {
  return load<u8>(text + <usize>at);
}

/** The first delimiter or line end from a place on, or the end of the text. */
export function separatorFrom(at: i32): i32 {
  return firstFrom(separators, at);
}

/** The first line end from a place on, or the end of the text. */
export function lineEndFrom(at: i32): i32 {
  return firstFrom(lineEnds, at);
}

/** The first byte from a place on that is what `among` says. */
function firstFrom(among: usize, at: i32): i32 {
  let word = among + (((<usize>at) >> 6) << 3);
  let bits = load<u64>(word) >> (<u64>(at & 63));
  if (bits !== 0) return at + <i32>ctz(bits);
  let base = at & ~63;
  do {
    word += 8;
    base += 64;
    bits = load<u64>(word);
  } while (bits === 0);
  return base + <i32>ctz(bits);
}

/** Bits that one loading surely holds, from any place on. */
const SURE: i32 = 56;

/** How many bytes between two places are what `bits` says. */
export function countOf(bits: usize, start: i32, end: i32): i32 {
  let found: i32 = 0;
  let at = start;
  for (; end - at > SURE; at += SURE) found += <i32>popcnt(partOf(bits, at, SURE));
  return found + <i32>popcnt(partOf(bits, at, end - at));
}

/** Whether a byte between two places is what `bits` says. */
export function isAny(bits: usize, start: i32, end: i32): bool {
  let at = start;
  for (; end - at > SURE; at += SURE) if (partOf(bits, at, SURE) !== 0) return true;
  return partOf(bits, at, end - at) !== 0;
}

function partOf(bits: usize, at: i32, length: i32): u64 {
  return (load<u64>(bits + ((<usize>at) >> 3)) >> (<u64>(at & 7))) & (((<u64>1) << (<u64>length)) - 1);
}
