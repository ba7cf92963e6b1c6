import { hashOf, isSame } from './bytes';
import { Column, Entry, ENTRY, most, mostBytes } from './columns';

/**
 * What became of the raw texts of a column, found again by their bytes without making a string of them: a table with open addressing over
 * one store of bytes, in which what a text is published as stands behind the text.
 */

/** In place of a length: it is published as it stands. */
export const SAME: i32 = -1;
/** Texts of more than this part of a column's memory are not remembered. */
const LONGEST: i32 = 64;

/** The hash of the text last looked for. */
let hash: u32 = 0;

export function entryAt(column: Column, entry: i32): Entry {
  return changetype<Entry>(column.entries + <usize>entry * ENTRY);
}

/** The entry of a text, or -1. */
export function find(column: Column, from: usize, length: i32): i32 {
  hash = hashOf(from, length);
  const last = column.last;
  let slot = (<i32>hash) & last;
  while (true) {
    const entry = load<i32>(column.slots + ((<usize>slot) << 2));
    if (entry === 0) return -1;
    const found = entryAt(column, entry - 1);
    if (
      found.hash === hash &&
      found.length === length &&
      isSame(column.store + <usize>found.key, from, length)
    )
      return entry - 1;
    slot = (slot + 1) & last;
  }
}

/**
 * Remembers the text that was last looked for.
 * @param made what it is published as, of length `SAME` for as it stands
 * @returns its entry, 0 where the column began anew, or -1 where it is too long
 */
export function add(
  column: Column,
  from: usize,
  length: i32,
  made: usize,
  madeLength: i32,
  isNumber: bool,
  value: f64,
  code: i32,
): i32 {
  const bytes = length + max(madeLength, 0);
  if (bytes > mostBytes / LONGEST) return -1;
  if (column.count === most || column.used + bytes > mostBytes) clear(column);
  if ((column.count + 1) * 2 > column.last + 1) grow(column);
  const entry = entryAt(column, column.count);
  entry.hash = hash;
  entry.key = column.used;
  entry.length = length;
  entry.made = madeLength;
  entry.isNumber = isNumber;
  entry.value = value;
  entry.code = code;
  const to = column.store + <usize>column.used;
  memory.copy(to, from, <usize>length);
  if (madeLength > 0) memory.copy(to + <usize>length, made, <usize>madeLength);
  column.count += 1;
  column.used += bytes;
  place(column, column.count, hash);
  return column.count - 1;
}

function place(column: Column, entry: i32, hashed: u32): void {
  let slot = (<i32>hashed) & column.last;
  while (load<i32>(column.slots + ((<usize>slot) << 2)) !== 0) slot = (slot + 1) & column.last;
  store<i32>(column.slots + ((<usize>slot) << 2), entry);
}

function grow(column: Column): void {
  memory.fill(column.slots, 0, (<usize>column.last + 1) << 2);
  column.last = column.last * 2 + 1;
  for (let entry: i32 = 1; entry <= column.count; entry += 1)
    place(column, entry, entryAt(column, entry - 1).hash);
}

function clear(column: Column): void {
  memory.fill(column.slots, 0, (<usize>column.last + 1) << 2);
  column.count = 0;
  column.used = 0;
}
