import { BATCH, betweenMarks, writePlaces } from './bits';
import { INPUT, take } from './memory';
import { byteAt, CR, delimiter, LF, size } from './text';

/**
 * Where the cells of a text end, or its records: the delimiters and line ends outside quotation marks, found 64 bytes at a time. That tells
 * where a record ends as long as the marks are regular: each opens a cell or closes one, or is one of two inside. What is irregular is read
 * sign by sign.
 */

const ends: usize = take((INPUT + 1 + <usize>(2 * BATCH)) * 4);
let written: usize = ends;
let read: usize = ends;

/** Whether all marks so far are regular. */
export let regular: bool = true;
/** All bits where a cell in quotes goes on from the word before, and whether that ended with a mark that closes. */
let inside: u64 = 0;
let closed: u64 = 0;

/** Begins with a text. */
export function beginEnds(): void {
  written = ends;
  read = ends;
  regular = true;
  inside = 0;
  closed = 0;
}

/**
 * Which of 64 bytes from a place on stand outside quotation marks.
 * @param marks which are quotation marks
 * @param separators which are delimiters or line ends, in quotes or not
 */
export function outside(at: i32, marks: u64, separators: u64): u64 {
  if ((marks | inside | closed) === 0) return ~(<u64>0);
  // The end of the text separates as a line end does.
  let stops = separators;
  const left: u64 = size - at;
  if (left < 64) stops |= (<u64>1) << left;
  const within = betweenMarks(marks) ^ inside;
  const closing = marks & ~within;
  const before: u64 = at === 0 || isSeparator(byteAt(at - 1)) ? 1 : closed;
  const mayOpen = (((stops & ~within) | closing) << 1) | before;
  const behind = (closing << 1) | closed;
  if (((marks & within & ~mayOpen) | (behind & ~(stops | marks))) !== 0) regular = false;
  inside = <u64>((<i64>within) >> 63);
  closed = closing >> 63;
  return ~within;
}

function isSeparator(byte: u8): bool {
  return byte === delimiter || byte === LF || byte === CR;
}

/** Adds the ends among 64 bytes from a place on. */
export function addEnds(at: i32, found: u64): void {
  written = writePlaces(written, at, found);
}

/** Ends with a text, which ends the search too. */
export function endEnds(): void {
  store<i32>(written, size);
}

/** The next end, or where the text ends, however often it is asked for. */
export function nextEnd(): i32 {
  const end = load<i32>(read);
  if (end < size) read += 4;
  return end;
}

/** Whether the text ends in a cell whose quotation mark was not closed. */
export function isOpen(): bool {
  return inside !== 0;
}
