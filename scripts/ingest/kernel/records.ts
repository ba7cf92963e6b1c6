import { isOpen, nextEnd, regular } from './ends';
import { CELLS, take } from './memory';
import { BLANK, byteAt, CR, delimiter, isAny, LF, QUOTE, quotes, size, text } from './text';

/** Of each cell of the record last read: where it starts, where it ends, and 0: bare; 1: in quotes; 2: in quotes, with marks inside. */
export const cells: usize = take(CELLS * 12);
/** How many they are. */
export let width: i32 = 0;

export function startOf(cell: i32): i32 {
  return load<i32>(cells + <usize>cell * 12);
}
export function endOf(cell: i32): i32 {
  return load<i32>(cells + <usize>cell * 12, 4);
}
export function quotedOf(cell: i32): i32 {
  return load<i32>(cells + <usize>cell * 12, 8);
}

function put(cell: i32, start: i32, end: i32, quoted: i32): void {
  const at = cells + <usize>cell * 12;
  store<i32>(at, start);
  store<i32>(at, end, 4);
  store<i32>(at, quoted, 8);
}

/**
 * Reads the record that begins at `from`, where the one before ended: cells between delimiters, a record a line, a quotation mark at the
 * beginning of a cell opening one that ends with a mark before a delimiter or a line end (spaces between let pass); any other mark is a
 * letter.
 * @param last whether no bytes follow
 * @returns where the next record begins, or -1 where this one is not whole
 * @see RFC 4180; the leniences are PapaParse's
 */
export function readRecord(from: i32, last: bool): i32 {
  return regular ? readByEnds(from, last) : readBySigns(from, last);
}

/** Reads a record whose cells end where `look` found it. */
function readByEnds(from: i32, last: bool): i32 {
  let start = from;
  let cell: i32 = 0;
  while (true) {
    const end = nextEnd();
    if (end >= size) {
      if (!last) return -1;
      // A mark was never closed.
      if (isOpen()) return readBySigns(from, last);
    }
    if (byteAt(start) === QUOTE && end > start)
      put(cell, start + 1, end - 1, isAny(quotes, start + 1, end - 1) ? 2 : 1);
    else put(cell, start, end, 0);
    cell += 1;
    if (byteAt(end) === delimiter && end < size) {
      start = end + 1;
      continue;
    }
    width = cell;
    return end >= size ? size : behindLineEnd(end, last);
  }
}

/** Passes over the record that begins at `from`, as `readRecord` does, where `lookForRecords` has found its end. */
export function passRecord(from: i32, last: bool): i32 {
  if (!regular) return readBySigns(from, last);
  const end = nextEnd();
  if (end < size) return behindLineEnd(end, last);
  return last ? size : -1;
}

/** Where the next record begins, behind one or two signs that end a line, or -1 where it cannot be told. */
function behindLineEnd(end: i32, last: bool): i32 {
  if (byteAt(end) !== CR) return end + 1;
  if (end + 1 >= size) return last ? size : -1;
  if (byteAt(end + 1) !== LF) return end + 1;
  nextEnd();
  return end + 2;
}

/** The same as `readRecord`, wherever marks stand. */
function readBySigns(from: i32, last: bool): i32 {
  let at = from;
  let cell: i32 = 0;
  while (true) {
    if (byteAt(at) === QUOTE && at < size) {
      at = readQuoted(at, cell, last);
      if (at < 0) return -1;
    } else {
      const start = at;
      at = separatorFrom(at);
      put(cell, start, at, 0);
    }
    cell += 1;
    if (at >= size) {
      width = cell;
      return last ? size : -1;
    }
    const byte = byteAt(at);
    at += 1;
    if (byte === delimiter) continue;
    if (byte === CR) {
      if (at >= size && !last) return -1;
      if (at < size && byteAt(at) === LF) at += 1;
    }
    width = cell;
    return at;
  }
}

/** A cell in quotes that begins at `open`. @returns where its delimiter or line end stands, or -1 */
function readQuoted(open: i32, cell: i32, last: bool): i32 {
  let marks: i32 = 1;
  let at = open + 1;
  while (true) {
    at = quoteFrom(at);
    if (at >= size) {
      if (!last) return -1;
      // Never closed: all that follows is the cell.
      put(cell, open + 1, size, 2);
      return size;
    }
    if (at + 1 >= size && !last) return -1;
    if (at + 1 < size && byteAt(at + 1) === QUOTE) {
      marks = 2;
      at += 2;
      continue;
    }
    let after = at + 1;
    while (after < size && byteAt(after) === BLANK) after += 1;
    if (after >= size && !last) return -1;
    const next = byteAt(after);
    if (after >= size || next === delimiter || next === LF || next === CR) {
      put(cell, open + 1, at, marks);
      return after;
    }
    marks = 2;
    at += 1;
  }
}

/** The first quotation mark from a place on, or a place beyond the text. */
function quoteFrom(from: i32): i32 {
  const marks = i8x16.splat(QUOTE);
  for (let at = from; at < size; at += 16) {
    const found = i8x16.bitmask(i8x16.eq(loadText(at), marks));
    if (found !== 0) return min(at + <i32>ctz(found), size);
  }
  return size;
}

/** The first delimiter or line end from a place on, or the end of the text. */
function separatorFrom(from: i32): i32 {
  const delimiters = i8x16.splat(delimiter);
  const lineFeeds = i8x16.splat(LF);
  const returns = i8x16.splat(CR);
  for (let at = from; at < size; at += 16) {
    const bytes = loadText(at);
    const lineEnds = v128.or(i8x16.eq(bytes, lineFeeds), i8x16.eq(bytes, returns));
    const found = i8x16.bitmask(v128.or(lineEnds, i8x16.eq(bytes, delimiters)));
    if (found !== 0) return min(at + <i32>ctz(found), size);
  }
  return size;
}

function loadText(at: i32): v128 {
  return v128.load(text + <usize>at);
}
