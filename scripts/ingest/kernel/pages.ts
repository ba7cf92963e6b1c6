/**
 * Pages of a Parquet file from the records of a clean CSV, in AssemblyScript: splits the records of a row group into cells, and writes
 * column after column what its pages hold. Who runs it compresses and frames them.
 * @see https://parquet.apache.org/docs/file-format/
 */

import { betweenMarks, signsOf, writePlaces } from './bits';
import { writeDeltas } from './deltas';
import {
  beginDictionary,
  different,
  forgetRange,
  greatest,
  greatestLength,
  least,
  leastLength,
  numberOf,
  widen,
  widenByDictionary,
  writeText,
} from './dictionary';
import { BEYOND, take } from './memory';
import { advance, beginOutput, output, room, unwrite, writeByte, written } from './output';
import { beginPacking, bitsFor, endPacking, pack, writeVarint } from './packed';
import { decimal, readDecimal, readWhole, whole } from './values';

export { output, different, written };
export { least, leastLength, greatest, greatestLength };

/** The longest text of a row group, with its last record. */
export const ROOM: i32 = 12 << 20;
/** The records at hand. */
export const text: usize = take(<usize>ROOM + BEYOND);
/** What stands in quotes with marks inside, without those that only mark them. */
const unquoted: usize = take(<usize>ROOM + BEYOND);
let unquotedBytes: usize = 0;

/** Where each cell ends, record after record; before the first stands where one before it would end. */
const ends: usize = take(<usize>ROOM * 4 + BEYOND) + 4;
/** Of the cells of a column that are not empty: the numbers of texts, four bytes each, or values, eight bytes each. */
const values: usize = take(<usize>ROOM * 4 + BEYOND);
/** One bit for each row: its cell is not empty. */
const levels: usize = take(<usize>ROOM / 8 + BEYOND);

let width: i32 = 0;
let rows: i32 = 0;

/** What is known of the pages of the column last written. */
export let nulls: i32 = 0;
/** Bytes of the dictionary page, 0 where there is none; the data page stands behind it. */
export let dictionaryBytes: i32 = 0;
export let leastNumber: f64 = 0;
export let greatestNumber: f64 = 0;
export let leastWhole: i64 = 0;
export let greatestWhole: i64 = 0;
/** The row, from nought, whose value could not be read. */
export let faultyRow: i32 = 0;

const CR: u8 = 0x0d;
const LF: u8 = 0x0a;
const COMMA: u8 = 0x2c;
const QUOTE: u8 = 0x22;

beginOutput(take(0));

/**
 * Splits whole records that stand at `text`.
 * @param columns cells of each
 * @returns how many records, or -1 where one of them has another number of cells
 */
export function split(length: i32, columns: i32): i32 {
  width = columns;
  memory.fill(text + <usize>length, 0, BEYOND);
  store<i32>(ends - 4, -2);
  const commas = i8x16.splat(COMMA);
  const returns = i8x16.splat(CR);
  const marks = i8x16.splat(QUOTE);
  let to = ends;
  let inside: u64 = 0;
  let records: i32 = 0;
  for (let at: i32 = 0; at < length; at += 64) {
    const place = text + <usize>at;
    const a = v128.load(place);
    const b = v128.load(place, 16);
    const c = v128.load(place, 32);
    const d = v128.load(place, 48);
    let comma = signsOf(a, b, c, d, commas);
    let end = signsOf(a, b, c, d, returns);
    const mark = signsOf(a, b, c, d, marks);
    if ((mark | inside) !== 0) {
      const within = betweenMarks(mark) ^ inside;
      inside = <u64>((<i64>within) >> 63);
      comma &= ~within;
      end &= ~within;
    }
    records += <i32>popcnt(end);
    to = writePlaces(to, at, comma | end);
  }
  rows = <i32>((to - ends) >> 2) / columns;
  if (records !== rows || rows * columns !== <i32>((to - ends) >> 2)) return -1;
  for (let row: i32 = 0; row < rows; row += 1) {
    const end = endOf(row, width - 1);
    if (load<u8>(text + <usize>end) !== CR || load<u8>(text + <usize>end, 1) !== LF) return -1;
  }
  return rows;
}

function endOf(row: i32, column: i32): i32 {
  return load<i32>(ends + ((<usize>(row * width + column)) << 2));
}

/** The cell at hand: where its end is kept, and the signs between it and the one before, two after a line end. */
let place: usize = 0;
let apart: i32 = 0;
/** Its text. */
export let from: usize = 0;
export let size: i32 = 0;

/** Begins with a column, before its first cell. */
function start(column: i32): void {
  place = ends + ((<usize>(column - width)) << 2);
  apart = column === 0 ? 2 : 1;
  unquotedBytes = 0;
}

/** Goes on to the next cell. @returns whether anything stands in it */
function next(): bool {
  place += (<usize>width) << 2;
  const begin = load<i32>(place - 4) + apart;
  size = load<i32>(place) - begin;
  from = text + <usize>begin;
  return size > 0;
}

/** Makes a cell the one at hand. */
export function see(row: i32, column: i32): void {
  start(column);
  place += (<usize>(row * width)) << 2;
  next();
}

/** Takes the marks off the cell at hand, where it has any. */
function unquote(): void {
  if (load<u8>(from) !== QUOTE) return;
  const end = from + <usize>size - 1;
  const to = unquoted + unquotedBytes;
  let made = to;
  for (let at = from + 1; at < end; at += 1) {
    const byte = load<u8>(at);
    store<u8>(made, byte);
    made += 1;
    if (byte === QUOTE) at += 1;
  }
  from = to;
  size = <i32>(made - to);
  unquotedBytes += <usize>size;
}

/** Begins with a column: which rows have a value. */
function begin(column: i32): void {
  unwrite(0);
  dictionaryBytes = 0;
  forgetRange();
  start(column);
  nulls = 0;
  let bits: u64 = 0;
  for (let row: i32 = 0; row < rows; row += 1) {
    const bit: u64 = row & 63;
    if (next()) bits |= (<u64>1) << bit;
    else nulls += 1;
    if (bit === 63 || row === rows - 1) {
      store<u64>(levels + ((<usize>(row >> 6)) << 3), bits);
      bits = 0;
    }
  }
  start(column);
}

/** Writes which rows have a value, behind the length of what says it. */
function writeLevels(): void {
  const length = room(4 + (rows >> 3) + 16);
  advance(4);
  const start = written();
  if (nulls === 0 || nulls === rows) {
    writeVarint((<u64>rows) << 1);
    writeByte(nulls === 0 ? 1 : 0);
  } else {
    const groups = (rows + 7) >> 3;
    writeVarint(((<u64>groups) << 1) | 1);
    memory.copy(room(groups), levels, <usize>groups);
    advance(groups);
  }
  store<i32>(length, written() - start);
}

/** Texts after which a column that hardly repeats itself is written as it stands. */
const TRIED: i32 = 4096;

/** Writes a column of texts: by their numbers in a dictionary, where that is shorter. */
export function writeTexts(column: i32): void {
  begin(column);
  if (numberTexts()) writeNumbered();
  else writePlainTexts(column);
}

/** Numbers the texts of the column begun with, and writes its dictionary. @returns whether that is worth it */
function numberTexts(): bool {
  beginDictionary();
  let to = values;
  let plain: i32 = 0;
  for (let row: i32 = 0; row < rows; row += 1) {
    if (!next()) continue;
    unquote();
    const number = numberOf(from, size);
    if (number < 0) return false;
    store<i32>(to, number);
    to += 4;
    plain += size + 4;
    if (row === TRIED && different > TRIED - (TRIED >> 3)) return false;
  }
  dictionaryBytes = written();
  return dictionaryBytes > 0 && dictionaryBytes + (((rows - nulls) * bitsFor(different)) >> 3) < plain;
}

function writeNumbered(): void {
  widenByDictionary();
  writeLevels();
  const bits = max(bitsFor(different - 1), 1);
  const present = rows - nulls;
  const groups = (present + 7) >> 3;
  room(1);
  writeByte(<u8>bits);
  writeVarint(((<u64>groups) << 1) | 1);
  beginPacking(bits);
  for (let at: i32 = 0; at < present; at += 1) pack(load<u32>(values + ((<usize>at) << 2)));
  for (let at = present; at < groups << 3; at += 1) pack(0);
  endPacking();
}

function writePlainTexts(column: i32): void {
  unwrite(0);
  dictionaryBytes = 0;
  start(column);
  writeLevels();
  for (let row: i32 = 0; row < rows; row += 1) {
    if (!next()) continue;
    unquote();
    widen(from, size);
    writeText(from, size);
  }
}

/** Writes a column of numbers. @returns whether all could be read */
export function writeNumbers(column: i32): bool {
  begin(column);
  writeLevels();
  leastNumber = Infinity;
  greatestNumber = -Infinity;
  let to = room((rows - nulls) << 3);
  for (let row: i32 = 0; row < rows; row += 1) {
    if (!next()) continue;
    if (!readDecimal(from, size)) return fault(row);
    store<f64>(to, decimal);
    to += 8;
    leastNumber = min(leastNumber, decimal);
    greatestNumber = max(greatestNumber, decimal);
  }
  advance((rows - nulls) << 3);
  return true;
}

/** Numbers of four bytes whose differences, too, have no more. */
const NARROW: i64 = 1 << 30;

/** Writes a column of whole numbers, `narrow` ones of four bytes. @returns whether all could be read */
export function writeWholes(column: i32, narrow: bool): bool {
  begin(column);
  writeLevels();
  leastWhole = i64.MAX_VALUE;
  greatestWhole = i64.MIN_VALUE;
  let to = values;
  for (let row: i32 = 0; row < rows; row += 1) {
    if (!next()) continue;
    if (!readWhole(from, size) || (narrow && (whole < -NARROW || whole >= NARROW))) return fault(row);
    store<i64>(to, whole);
    to += 8;
    leastWhole = min(leastWhole, whole);
    greatestWhole = max(greatestWhole, whole);
  }
  writeDeltas(values, rows - nulls);
  return true;
}

function fault(row: i32): bool {
  faultyRow = row;
  return false;
}
