import { hashOf, isSame } from './bytes';
import { Column, most, mostBytes, SLOTS } from './columns';
import { take } from './memory';

/**
 * What became of the raw texts of a column, found again by their bytes without making a string of them: a table with open addressing over
 * one store, in which a text and what it is published as stand behind what is said of them. A column of many texts outgrows a processor's
 * nearest memory; so its slots are small enough to stay there, and an entry lies in one line of the memory behind it, where it can.
 */

/** In place of a length: it is published as it stands. */
export const SAME: i32 = -1;
/** Texts of more than this part of a column's memory are not remembered. */
const LONGEST: i32 = 64;

/** A raw text that is remembered. */
@unmanaged
export class Entry {
  length: i32;
  /** The length of what it is published as, or `SAME`. */
  made: i32;
  /** The caller's own. */
  code: i32;
  isNumber: bool;

  /** Where the text stands. */
  get key(): usize {
    return changetype<usize>(this) + ENTRY;
  }
  /** Where that stands which it is published as. */
  get published(): usize {
    return this.key + <usize>this.length;
  }
  /** Where the number stands that it is. */
  get number(): usize {
    return this.published + <usize>max(this.made, 0);
  }
}

/** Bytes of what is said of a text. */
const ENTRY: usize = offsetof<Entry>();
/** Bytes of a line of memory, and of the steps in which places of entries are counted. */
const LINE: i32 = 64;
const STEP: i32 = 8;

/** Bits of a slot that say where its entry stands, counted from one; those above them are of its hash. */
const PLACE_BITS: u32 = 19;
const PLACE: u32 = (1 << PLACE_BITS) - 1;

/** The hash of the text last looked for. */
let hash: u32 = 0;

export function entryAt(column: Column, entry: i32): Entry {
  return changetype<Entry>(column.store + <usize>entry);
}

function placeIn(slot: u32): i32 {
  return (<i32>(slot & PLACE) - 1) * STEP;
}

/** The entry of a text, or -1. */
export function find(column: Column, from: usize, length: i32): i32 {
  hash = hashOf(from, length);
  const last = column.last;
  const slots = column.slots;
  let at = (<i32>hash) & last;
  while (true) {
    const slot = load<u32>(slots + ((<usize>at) << 2));
    if (slot === 0) return -1;
    if (((slot ^ hash) & ~PLACE) === 0) {
      const entry = placeIn(slot);
      const found = entryAt(column, entry);
      if (found.length === length && isSame(found.key, from, length)) return entry;
    }
    at = (at + 1) & last;
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
  const bytes = <i32>ENTRY + length + max(madeLength, 0) + (isNumber ? 8 : 0);
  if (bytes > mostBytes / LONGEST) return -1;
  if (column.count === most || column.used + bytes + LINE > mostBytes) clear(column);
  // Three quarters of the slots, at most, are in use.
  if ((column.count + 1) * 4 > (column.last + 1) * 3) grow(column);
  const entry = placeFor(column.used, bytes);
  const remembered = entryAt(column, entry);
  remembered.length = length;
  remembered.made = madeLength;
  remembered.code = code;
  remembered.isNumber = isNumber;
  memory.copy(remembered.key, from, <usize>length);
  if (madeLength > 0) memory.copy(remembered.published, made, <usize>madeLength);
  if (isNumber) store<f64>(remembered.number, value);
  column.count += 1;
  column.used = entry + bytes;
  place(column, entry, hash);
  return entry;
}

/** Where an entry of so many bytes stands, from a place on: within a line, where it is no longer than one. */
function placeFor(from: i32, bytes: i32): i32 {
  const at = (from + STEP - 1) & ~(STEP - 1);
  const inLine = at & (LINE - 1);
  return bytes <= LINE && inLine + bytes > LINE ? at + LINE - inLine : at;
}

function place(column: Column, entry: i32, hashed: u32): void {
  let at = (<i32>hashed) & column.last;
  while (load<u32>(column.slots + ((<usize>at) << 2)) !== 0) at = (at + 1) & column.last;
  store<u32>(column.slots + ((<usize>at) << 2), (hashed & ~PLACE) | (<u32>(entry / STEP + 1)));
}

/** The slots of a column while it grows. */
const before: usize = take(<usize>most * SLOTS * 4);

function grow(column: Column): void {
  const bytes = (<usize>(column.last + 1)) << 2;
  memory.copy(before, column.slots, bytes);
  memory.fill(column.slots, 0, bytes);
  column.last = column.last * 2 + 1;
  for (let at: usize = 0; at < bytes; at += 4) {
    const slot = load<u32>(before + at);
    if (slot === 0) continue;
    const entry = entryAt(column, placeIn(slot));
    place(column, placeIn(slot), hashOf(entry.key, entry.length));
  }
}

function clear(column: Column): void {
  memory.fill(column.slots, 0, (<usize>(column.last + 1)) << 2);
  column.count = 0;
  column.used = 0;
}
