import { take } from './memory';
import { writeBytes } from './output';
import { ZERO } from './text';

/** The number of the row at hand in digits, which are counted on from row to row: to divide each anew takes long. */

const NINE: u8 = 0x39;
/** Digits of the largest number. */
const MOST: usize = 10;
const end: usize = take(64) + MOST;
let length: i32 = 0;

export function beginRowNumber(row: i32): void {
  length = 0;
  let rest = <u32>row;
  do {
    length += 1;
    store<u8>(end - <usize>length, ZERO + <u8>(rest % 10));
    rest /= 10;
  } while (rest > 0);
}

/** Goes on to the next row. */
export function countRow(): void {
  let at = end - 1;
  for (let left = length; left > 0 && load<u8>(at) === NINE; left -= 1, at -= 1) store<u8>(at, ZERO);
  if (at < end - <usize>length) {
    length += 1;
    store<u8>(at, ZERO);
  }
  store<u8>(at, <u8>(load<u8>(at) + 1));
}

export function writeRowNumber(): void {
  writeBytes(end - <usize>length, length);
}
