import { BEYOND, take } from './memory';

/** How the cells of a column are tried before the rules are asked. */
export const TEXT: i32 = 0;
export const NUMBER: i32 = 1;
export const RULES: i32 = 2;

/** Texts of a column that are remembered, at most; with more, it begins anew. A table of many columns remembers fewer of each. */
export let most: i32 = 1 << 15;
/** Bytes that they may have, with what is said of each; `memo.ts` counts no further than four megabytes. */
export let mostBytes: i32 = 3 << 20;
/** Memory for what all columns remember, which is touched only as it is used. */
const REMEMBERED: usize = 512 << 20;
/** Amounts that wait to be told. */
export const MOST_AMOUNTS: i32 = 1024;

/** A column that is published. */
@unmanaged
export class Column {
  /** Its place in the record. */
  index: i32;
  lane: i32;
  /** It holds whole numbers. */
  whole: bool;
  /** It holds money. */
  money: bool;
  /** The sign of its currency, and how many bytes it has. */
  sign: u32;
  signBytes: i32;
  /** A number in it spoke for the point as the sign before fractions. */
  pointed: bool;
  /** The row at hand has a number here. */
  isNumber: bool;
  /** The number. */
  value: f64;

  /** Texts remembered, and bytes that they have. */
  count: i32;
  used: i32;
  /** Slots in use, less one. */
  last: i32;
  /** How often a text was found again. */
  found: i32;
  slots: usize;
  store: usize;

  /** Amounts that wait, and where. */
  waiting: i32;
  amounts: usize;
}

/** A row and its amount. */
export const AMOUNT: usize = 12;

/** Slots for each text, at most. */
export const SLOTS: i32 = 2;
const SLOTS_AT_FIRST: i32 = 1 << 10;

/** The columns, one pointer each. */
export const MOST_COLUMNS: i32 = 1 << 14;
const list: usize = take(<usize>MOST_COLUMNS * sizeof<usize>());
export let columns: i32 = 0;

export function column(at: i32): Column {
  return changetype<Column>(load<usize>(list + ((<usize>at) << 2)));
}

/** Those of money. */
const moneyList: usize = take(<usize>MOST_COLUMNS * sizeof<usize>());
export let moneyColumns: i32 = 0;

export function moneyColumn(at: i32): Column {
  return changetype<Column>(load<usize>(moneyList + ((<usize>at) << 2)));
}

/** @returns whether there was room */
export function addColumn(index: i32, lane: i32, whole: bool, money: bool, sign: u32, signBytes: i32): bool {
  if (columns === MOST_COLUMNS) return false;
  const made = changetype<Column>(take(offsetof<Column>()));
  made.index = index;
  made.lane = lane;
  made.whole = whole;
  made.money = money;
  made.sign = sign;
  made.signBytes = signBytes;
  store<usize>(list + ((<usize>columns) << 2), changetype<usize>(made));
  columns += 1;
  return true;
}

/** Gives the columns their memory, once all are known. */
export function furnishColumns(): void {
  while (<usize>columns * memoryOfOne() > REMEMBERED) {
    most >>= 1;
    mostBytes >>= 1;
  }
  for (let at: i32 = 0; at < columns; at += 1) {
    const made = column(at);
    made.last = min(SLOTS_AT_FIRST, most * SLOTS) - 1;
    made.slots = take(<usize>most * SLOTS * 4);
    made.store = take(<usize>mostBytes + BEYOND);
    if (!made.money) continue;
    made.amounts = take(<usize>MOST_AMOUNTS * AMOUNT);
    store<usize>(moneyList + ((<usize>moneyColumns) << 2), changetype<usize>(made));
    moneyColumns += 1;
  }
}

function memoryOfOne(): usize {
  return <usize>most * SLOTS * 4 + <usize>mostBytes;
}
