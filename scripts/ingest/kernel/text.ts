import { BEYOND, INPUT, take } from './memory';

/** The text at hand, UTF-8. */
export const text: usize = take(INPUT + BEYOND);
export let size: i32 = 0;

/** For each byte of the text one bit, the first in the lowest: what the byte is. */
const BITS: usize = INPUT / 8 + BEYOND;
export const quotes: usize = take(BITS);
/** A sign that rules or quoting may have to do with: beyond ASCII, control characters, comma, quotation mark, `@`, `M` (Mr, Ms), a second blank. */
export const odd: usize = take(BITS);
export const digits: usize = take(BITS);
export const dashes: usize = take(BITS);
/** The first byte of a Han character of the common block, and any byte of a character but its first. */
export const hanLeads: usize = take(BITS);
export const continuations: usize = take(BITS);

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

/** Begins with a text that stands at `text`. */
export function beginText(length: i32): void {
  size = length;
  memory.fill(text + <usize>length, 0, BEYOND);
}

export function byteAt(at: i32): u8 {
  return load<u8>(text + <usize>at);
}

/** Bits that one loading surely holds, from any place on. */
export const SURE: i32 = 56;

/** Whether a byte between two places is what `bits` says. */
export function isAny(bits: usize, start: i32, end: i32): bool {
  let at = start;
  for (; end - at > SURE; at += SURE) if (partOf(bits, at, SURE) !== 0) return true;
  return partOf(bits, at, end - at) !== 0;
}

/** The bits of at most `SURE` bytes from a place on. */
export function partOf(bits: usize, at: i32, length: i32): u64 {
  return (load<u64>(bits + ((<usize>at) >> 3)) >> (<u64>(at & 7))) & (((<u64>1) << (<u64>length)) - 1);
}
