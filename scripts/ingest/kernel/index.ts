/**
 * The hot loop of ingest, in AssemblyScript: reads records, decides on their cells' bytes, writes them as they are published. It goes on
 * by itself as long as it meets nothing new, and says what it met where the rules have to be asked; who runs it answers, and runs it on.
 */

import { add, entryAt, find, SAME } from './memo';
import {
  addColumn,
  Column,
  column,
  columns,
  furnishColumns,
  moneyColumn,
  moneyColumns,
  MOST_AMOUNTS,
  MOST_COLUMNS,
  NUMBER,
  TEXT,
} from './columns';
import { isPlainText } from './lanes';
import { look, lookForRecords } from './look';
import { INPUT, take } from './memory';
import { addKey, allowShort, mayBeNoData } from './noData';
import { bracketed, fraction, grouped, number, pointed, readNumber, signed, writeReadNumber } from './number';
import {
  advance,
  beginOutput,
  output,
  room,
  unwrite,
  writeByte,
  writeBytes,
  writeLineEnd,
  written,
} from './output';
import { beginRowNumber, countRow, writeRowNumber } from './rowNumber';
import { cells, endOf, passRecord, quotedOf, readRecord, startOf, width } from './records';
import { COMMA, setDelimiter, size, text } from './text';

export { INPUT, MOST_AMOUNTS, MOST_COLUMNS };
export { addColumn, addKey, allowShort, cells, output, room, setDelimiter, text, width, written };

/** No whole record follows. */
const DONE: i32 = 0;
/** The record may be no data, or has more cells than the header; `skip` leaves it out. */
const ROW: i32 = 1;
/** A text that was not met before; it is still to be written. */
const MEET: i32 = 2;
/** A text that was met before, of which there is more to tell. */
const TELL: i32 = 3;
/** A record with a cell that could not be read; it is not written. */
const FAULTY: i32 = 4;
/** Amounts are waiting. */
const AMOUNTS: i32 = 5;
/** A record was written; only where each is asked for. */
const WRITTEN: i32 = 6;

/** Instead of a tally: there is nothing to tell of a text. */
const NOTHING: i32 = -1;

/** Bytes of a row beside its cells and their commas: its number and its end. */
const BESIDE: i32 = 24;

const MOST_TALLIES: i32 = 256;
/** For each tally whether it has its examples, so that the rest is only counted. */
const full: usize = take(MOST_TALLIES);
/** For each column and tally how often it was counted here. */
let counts: usize = 0;
/** The tallies of what a number may have that is not published. */
let thousands: i32 = 0;
let currencySign: i32 = 0;
let negative: i32 = 0;

/** Every row is looked at by who runs this. */
let everyRow: bool = false;
let everyWritten: bool = false;
/** Cells of the header. */
let headings: i32 = 0;

let at: i32 = 0;
let next: i32 = 0;
let last: bool = false;
let row: i32 = 0;
/** Records written. */
let published: i32 = 0;
/** The column to be looked at next; -1 between records. */
let step: i32 = -1;
let begun: bool = false;
let faulty: bool = false;
let rowStart: i32 = 0;
let known: i32 = 0;

/** Ends what is said before the first record: `addColumn`, `addKey`, `allowShort`, `setDelimiter`. */
export function seal(
  header: i32,
  rows: bool,
  writtenRows: bool,
  tallyOfThousands: i32,
  tallyOfSigns: i32,
  tallyOfNegatives: i32,
): void {
  headings = header;
  everyRow = rows;
  everyWritten = writtenRows;
  thousands = tallyOfThousands;
  currencySign = tallyOfSigns;
  negative = tallyOfNegatives;
  furnishColumns();
  counts = take(<usize>columns * MOST_TALLIES * 4);
  beginOutput(take(0));
}

/** Moves what was not read to the beginning, so that more can be put behind it. @returns its bytes */
export function rest(): i32 {
  const left = size - at;
  if (at > 0 && left > 0) memory.copy(text, text + <usize>at, <usize>left);
  return left;
}

/** Begins with a text that stands at `text`. @param isLast whether nothing follows */
export function begin(length: i32, firstRow: i32, isLast: bool): void {
  look(length);
  at = 0;
  row = firstRow;
  beginRowNumber(firstRow);
  last = isLast;
  published = 0;
  step = -1;
  unwrite(0);
}

/** @returns what was met */
export function run(): i32 {
  while (true) {
    if (step < 0) {
      if (at >= size) return DONE;
      next = readRecord(at, last);
      if (next < 0) return DONE;
      step = 0;
      begun = false;
      faulty = false;
      if (everyRow || mayBeNoData() || isWide()) return ROW;
    }
    if (!begun) {
      begun = true;
      rowStart = written();
      room(next - at + columns + BESIDE);
      writeRowNumber();
    }
    while (step < columns) {
      const current = column(step);
      writeByte(COMMA);
      current.isNumber = false;
      step += 1;
      if (current.index < width) {
        const met = cell(current);
        if (met !== DONE) return met;
      }
    }
    skip();
    if (faulty) {
      unwrite(rowStart);
      return FAULTY;
    }
    writeLineEnd();
    published += 1;
    if (everyWritten) return WRITTEN;
    if (keepAmounts()) return AMOUNTS;
  }
}

/** Whether something stands in a cell beyond the header's last. */
function isWide(): bool {
  for (let cell = headings; cell < width; cell += 1) if (startOf(cell) !== endOf(cell)) return true;
  return false;
}

/** Writes a cell of the record as it is published, or says why it cannot. */
function cell(current: Column): i32 {
  const start = startOf(current.index);
  const end = endOf(current.index);
  const length = end - start;
  if (length === 0) return DONE;
  const quoted = quotedOf(current.index);
  const from = text + <usize>start;
  if (current.lane === TEXT) {
    if (quoted === 0 && isPlainText(start, end)) {
      writeBytes(from, length);
      return DONE;
    }
  } else if (current.lane === NUMBER && quoted < 2) {
    if (
      readNumber(start, end, current.sign, current.signBytes) &&
      (fraction === 0 || !current.whole) &&
      isNumberCounted()
    ) {
      if (pointed) current.pointed = true;
      current.isNumber = true;
      current.value = number;
      writeReadNumber();
      return DONE;
    }
  }
  if (quoted === 2) return MEET;
  known = find(current, from, length);
  if (known < 0) return MEET;
  const entry = entryAt(current, known);
  current.found += 1;
  current.isNumber = entry.isNumber;
  if (entry.isNumber) current.value = load<f64>(entry.number);
  if (entry.made === SAME) writeBytes(from, length);
  else {
    room(entry.made + next - at + columns + BESIDE);
    writeBytes(entry.published, entry.made);
  }
  return entry.code === NOTHING || (entry.code >= 0 && isCounted(entry.code)) ? DONE : TELL;
}

/** Counts what was left out of the number at hand. @returns whether there are examples of it all */
function isNumberCounted(): bool {
  if (
    (grouped && !isFull(thousands)) ||
    (signed && !isFull(currencySign)) ||
    (bracketed && !isFull(negative))
  )
    return false;
  count(thousands, grouped);
  count(currencySign, signed);
  count(negative, bracketed);
  return true;
}

function isFull(tally: i32): bool {
  return load<u8>(full + <usize>tally) !== 0;
}

/** Counts what a tally with its examples tells of the cell at hand. @returns whether it has them */
function isCounted(tally: i32): bool {
  if (!isFull(tally)) return false;
  count(tally, true);
  return true;
}

function count(tally: i32, isTrue: bool): void {
  const place = counts + ((<usize>((step - 1) * MOST_TALLIES + tally)) << 2);
  store<u32>(place, load<u32>(place) + u32(isTrue));
}

/** Keeps the amounts of the record for who asks. @returns whether no more can wait */
function keepAmounts(): bool {
  let noRoom = false;
  for (let index: i32 = 0; index < moneyColumns; index += 1) {
    const current = moneyColumn(index);
    if (!current.isNumber) continue;
    const waiting = <usize>current.waiting;
    store<f64>(current.amounts + (waiting << 3), current.value);
    store<i32>(current.amounts + ((<usize>MOST_AMOUNTS) << 3) + (waiting << 2), row - 1);
    current.waiting += 1;
    if (current.waiting === MOST_AMOUNTS) noRoom = true;
  }
  return noRoom;
}

/** Goes on to the next record; answers `ROW`: this one is left out. */
export function skip(): void {
  step = -1;
  at = next;
  row += 1;
  countRow();
}

/**
 * Answers `MEET`: what the text is published as stands where `room` said.
 * @param same it is published as it stands
 * @param remember whether it is to be found again
 * @param code a tally, or less than nought
 * @returns its entry among the texts remembered, 0 where they began anew, -1 where it is not
 */
export function met(length: i32, same: bool, remember: bool, isNumber: bool, value: f64, code: i32): i32 {
  const current = column(step - 1);
  const start = startOf(current.index);
  const from = text + <usize>start;
  const bytes = endOf(current.index) - start;
  const made = room(0);
  const remembered = remember
    ? add(current, from, bytes, made, same ? SAME : length, isNumber, value, code)
    : -1;
  current.isNumber = isNumber;
  current.value = value;
  if (same) writeBytes(from, bytes);
  else advance(length);
  room(next - at + columns + BESIDE);
  return remembered;
}

/** Answers `MEET` or `TELL`: the cell cannot be read. */
export function fault(): void {
  faulty = true;
}

/** Answers `ROW`: the record was written by who asks. */
export function wrote(length: i32): void {
  advance(length);
  published += 1;
  skip();
}

/** From now on a tally is only counted, or no longer. */
export function setFull(tally: i32, hasExamples: bool): void {
  store<u8>(full + <usize>tally, hasExamples ? 1 : 0);
}

/** How often a tally was counted in a column, since it was last asked. */
export function takeCount(index: i32, tally: i32): u32 {
  const count = counts + ((<usize>(index * MOST_TALLIES + tally)) << 2);
  const found = load<u32>(count);
  store<u32>(count, 0);
  return found;
}

/** Where the amounts of a column wait: numbers of eight bytes, and their rows behind room for the most. */
export function amountsOf(index: i32): usize {
  return column(index).amounts;
}

/** How many amounts wait in a column; they no longer do. */
export function takeAmounts(index: i32): i32 {
  const found = column(index).waiting;
  column(index).waiting = 0;
  return found;
}

/** Whether a number of a column spoke for the point, since it was last asked. */
export function takePointed(index: i32): bool {
  const found = column(index).pointed;
  column(index).pointed = false;
  return found;
}

export function isNumber(index: i32): bool {
  return column(index).isNumber;
}
export function valueOf(index: i32): f64 {
  return column(index).value;
}
/** How often texts of a column were found again. */
export function foundIn(index: i32): i32 {
  return column(index).found;
}
/** The column at hand. */
export function columnAt(): i32 {
  return step - 1;
}
/** The row at hand; behind a record, the next. */
export function rowAt(): i32 {
  return row;
}
/** The text that was found. */
export function entry(): i32 {
  return known;
}
/** Bytes read. */
export function read(): i32 {
  return at;
}
/** Records written. */
export function rowsOut(): i32 {
  return published;
}

/** Begins with a text that stands at `text`, for `pass`. */
export function beginPassing(length: i32): void {
  lookForRecords(length);
  at = 0;
}

/**
 * Passes over the records of the text begun with that begin before `until`, at most `most`, without looking into them.
 * @returns how many
 */
export function pass(until: i32, most: i32, isLast: bool): i32 {
  let records: i32 = 0;
  while (at < size && at < until && records < most) {
    const after = passRecord(at, isLast);
    if (after < 0) break;
    at = after;
    records += 1;
  }
  return records;
}
