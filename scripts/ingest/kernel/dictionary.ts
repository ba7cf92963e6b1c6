import { hashOf, isBefore, isSame } from './bytes';
import { take } from './memory';
import { advance, room, writeBytes } from './output';

/** The different texts of a column in a row group, numbered and written as they were met: a table with open addressing over where they stand. */

/** As many as are worth a number. */
const MOST: i32 = 1 << 15;
const SLOTS: i32 = MOST * 2;
const slots: usize = take(<usize>SLOTS * 4);
/** Of each text where it stands, its hash and its length. */
const TEXT: usize = 12;
const texts: usize = take(<usize>MOST * TEXT);

/** How many there are. */
export let different: i32 = 0;

export function beginDictionary(): void {
  memory.fill(slots, 0, <usize>SLOTS * 4);
  different = 0;
}

/** The number of a text, or -1 where there are too many. A new one is written: texts that are compared should stand close to each other. */
export function numberOf(from: usize, length: i32): i32 {
  const hash = hashOf(from, length);
  let slot = (<i32>hash) & (SLOTS - 1);
  while (true) {
    const number = load<i32>(slots + ((<usize>slot) << 2)) - 1;
    if (number < 0) break;
    const text = texts + <usize>number * TEXT;
    if (
      load<u32>(text, 4) === hash &&
      load<i32>(text, 8) === length &&
      isSame(load<usize>(text), from, length)
    )
      return number;
    slot = (slot + 1) & (SLOTS - 1);
  }
  if (different === MOST) return -1;
  const text = texts + <usize>different * TEXT;
  writeText(from, length);
  store<usize>(text, room(0) - <usize>length);
  store<u32>(text, hash, 4);
  store<i32>(text, length, 8);
  different += 1;
  store<i32>(slots + ((<usize>slot) << 2), different);
  return different - 1;
}

/** Writes a text behind its length. */
export function writeText(from: usize, length: i32): void {
  store<i32>(room(length + 4), length);
  advance(4);
  writeBytes(from, length);
}

/** The first and the last of texts in the order of their bytes. */
export let least: usize = 0;
export let leastLength: i32 = 0;
export let greatest: usize = 0;
export let greatestLength: i32 = 0;

export function forgetRange(): void {
  least = 0;
  greatest = 0;
}

/** Lets a text count for the first and the last. */
export function widen(from: usize, length: i32): void {
  if (least === 0 || isBefore(from, length, least, leastLength)) {
    least = from;
    leastLength = length;
  }
  if (greatest === 0 || isBefore(greatest, greatestLength, from, length)) {
    greatest = from;
    greatestLength = length;
  }
}

/** Lets all texts of the dictionary count. */
export function widenByDictionary(): void {
  for (let number: i32 = 0; number < different; number += 1) {
    const text = texts + <usize>number * TEXT;
    widen(load<usize>(text), load<i32>(text, 8));
  }
}
