import { hashOf, isSame } from './bytes';
import { Column, most, mostBytes, SLOT } from './columns';

/**
 * What became of the raw texts of a column, found again by their bytes without making a string of them: a table with open addressing over
 * one store, in which a text and what it is published as stand behind what is said of them. It outgrows a processor's nearest memory, so a
 * text is found with two looks into it, and no more.
 */

/** In place of a length: it is published as it stands. */
export const SAME: i32 = -1;
/** Texts of more than this part of a column's memory are not remembered. */
const LONGEST: i32 = 64;

/** A raw text that is remembered. */
@unmanaged
export class Entry {
  /** The number that it is, or none. */
  value: f64;
  hash: u32;
  length: i32;
  /** The length of what it is published as, or `SAME`. */
  made: i32;
  /** The caller's own. */
  code: i32;

  get isNumber(): bool {
    return !isNaN(this.value);
  }
  /** Where the text stands. */
  get key(): usize {
    return changetype<usize>(this) + ENTRY;
  }
  /** Where that stands which it is published as. */
  get published(): usize {
    return this.key + <usize>this.length;
  }
}

/** Bytes of what is said of a text. */
const ENTRY: usize = offsetof<Entry>();

/** The hash of the text last looked for. */
let hash: u32 = 0;

export function entryAt(column: Column, entry: i32): Entry {
  return changetype<Entry>(column.store + <usize>entry);
}

/** The entry of a text, or -1. */
export function find(column: Column, from: usize, length: i32): i32 {
  hash = hashOf(from, length);
  const last = column.last;
  let slot = (<i32>hash) & last;
  while (true) {
    const at = column.slots + <usize>slot * SLOT;
    const entry = load<i32>(at, 4) - 1;
    if (entry < 0) return -1;
    if (load<u32>(at) === hash) {
      const found = entryAt(column, entry);
      if (found.length === length && isSame(found.key, from, length)) return entry;
    }
    slot = (slot + 1) & last;
  }
}

/**
 * Remembers the text that was last looked for.
 * @param made what it is published as, of length `SAME` for as it stands
 * @param value the number that it is, or none
 * @returns its entry, 0 where the column began anew, or -1 where it is too long
 */
export function add(
  column: Column,
  from: usize,
  length: i32,
  made: usize,
  madeLength: i32,
  value: f64,
  code: i32,
): i32 {
  const bytes = sizeOf(length, madeLength);
  if (bytes > mostBytes / LONGEST) return -1;
  if (column.count === most || column.used + bytes > mostBytes) clear(column);
  if ((column.count + 1) * 2 > column.last + 1) grow(column);
  const at = column.used;
  const entry = entryAt(column, at);
  entry.value = value;
  entry.hash = hash;
  entry.length = length;
  entry.made = madeLength;
  entry.code = code;
  memory.copy(entry.key, from, <usize>length);
  if (madeLength > 0) memory.copy(entry.published, made, <usize>madeLength);
  column.count += 1;
  column.used += bytes;
  place(column, at);
  return at;
}

/** Bytes of an entry, the next one being even. */
function sizeOf(length: i32, made: i32): i32 {
  return (<i32>ENTRY + length + max(made, 0) + 7) & ~7;
}

function place(column: Column, entry: i32): void {
  const hashed = entryAt(column, entry).hash;
  let slot = (<i32>hashed) & column.last;
  while (load<i32>(column.slots + <usize>slot * SLOT, 4) !== 0) slot = (slot + 1) & column.last;
  const at = column.slots + <usize>slot * SLOT;
  store<u32>(at, hashed);
  store<i32>(at, entry + 1, 4);
}

function grow(column: Column): void {
  memory.fill(column.slots, 0, (<usize>column.last + 1) * SLOT);
  column.last = column.last * 2 + 1;
  for (let at: i32 = 0; at < column.used;) {
    place(column, at);
    const entry = entryAt(column, at);
    at += sizeOf(entry.length, entry.made);
  }
}

function clear(column: Column): void {
  memory.fill(column.slots, 0, (<usize>column.last + 1) * SLOT);
  column.count = 0;
  column.used = 0;
}
