import { hashOf, isBefore, isSame } from './bytes';
import { take } from './memory';
import { advance, room, writeBytes } from './output';

/**
 * The different texts of a column in a row group, numbered and written as they were met: a table with open addressing over where they
 * stand, no larger than it needs to be, so that it stays near.
 */

/** As many as are worth a number. */
const MOST: i32 = 1 << 15;
const SLOTS: i32 = MOST * 2;
const SLOTS_AT_FIRST: i32 = 1 << 10;
/** The number of a text, counted from one, below bits of its hash. */
const slots: usize = take(<usize>SLOTS * 4);
const NUMBER: u32 = 0xffff;
/** Slots in use, less one. */
let last: i32 = SLOTS_AT_FIRST - 1;
/** Of each text where it stands behind its length. */
const texts: usize = take(<usize>MOST * sizeof<usize>());

/** How many there are. */
export let different: i32 = 0;

export function beginDictionary(): void {
  last = SLOTS_AT_FIRST - 1;
  memory.fill(slots, 0, <usize>SLOTS_AT_FIRST * 4);
  different = 0;
}

function textOf(number: i32): usize {
  return load<usize>(texts + <usize>number * sizeof<usize>());
}
function lengthAt(text: usize): i32 {
  return load<i32>(text - 4);
}

/** The number of a text, or -1 where there are too many. A new one is written: texts that are compared should stand close to each other. */
export function numberOf(from: usize, length: i32): i32 {
  const hash = hashOf(from, length);
  let at = (<i32>hash) & last;
  while (true) {
    const slot = load<u32>(slots + ((<usize>at) << 2));
    if (slot === 0) break;
    if (((slot ^ hash) & ~NUMBER) === 0) {
      const number = <i32>(slot & NUMBER) - 1;
      const text = textOf(number);
      if (lengthAt(text) === length && isSame(text, from, length)) return number;
    }
    at = (at + 1) & last;
  }
  if (different === MOST) return -1;
  writeText(from, length);
  store<usize>(texts + <usize>different * sizeof<usize>(), room(0) - <usize>length);
  different += 1;
  // Three quarters of the slots, at most, are in use.
  if (different * 4 > (last + 1) * 3) grow();
  else place(different - 1, hash);
  return different - 1;
}

function place(number: i32, hash: u32): void {
  let at = (<i32>hash) & last;
  while (load<u32>(slots + ((<usize>at) << 2)) !== 0) at = (at + 1) & last;
  store<u32>(slots + ((<usize>at) << 2), (hash & ~NUMBER) | (<u32>(number + 1)));
}

function grow(): void {
  last = last * 2 + 1;
  memory.fill(slots, 0, (<usize>(last + 1)) << 2);
  for (let number: i32 = 0; number < different; number += 1) {
    const text = textOf(number);
    place(number, hashOf(text, lengthAt(text)));
  }
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
    const text = textOf(number);
    widen(text, lengthAt(text));
  }
}
