import { beginPacking, bitsFor, endPacking, pack, writeVarint, writeZigzag } from './packed';
import { advance, room } from './output';
import { take } from './memory';

/** Numbers of a block, and of each of its parts, which all have the same width. */
const BLOCK: i32 = 128;
const PARTS: i32 = 4;
const PART: i32 = BLOCK / PARTS;
const steps: usize = take(<usize>BLOCK * 8);

/**
 * Writes whole numbers by their differences (`DELTA_BINARY_PACKED`).
 * @param values numbers of eight bytes
 * @see https://parquet.apache.org/docs/file-format/data-pages/encodings/#DELTAENC
 */
export function writeDeltas(values: usize, count: i32): void {
  writeVarint(BLOCK);
  writeVarint(PARTS);
  writeVarint(count);
  let before = count === 0 ? 0 : load<i64>(values);
  writeZigzag(before);
  for (let first: i32 = 1; first < count; first += BLOCK) {
    const wanted = min(BLOCK, count - first);
    let least: i64 = i64.MAX_VALUE;
    for (let at: i32 = 0; at < wanted; at += 1) {
      const value = load<i64>(values + ((<usize>(first + at)) << 3));
      const step = value - before;
      store<i64>(steps + ((<usize>at) << 3), step);
      least = min(least, step);
      before = value;
    }
    writeZigzag(least);
    writeBlock(wanted, least);
  }
}

function writeBlock(wanted: i32, least: i64): void {
  for (let at: i32 = 0; at < wanted; at += 1) {
    const step = steps + ((<usize>at) << 3);
    store<u64>(step, <u64>(load<i64>(step) - least));
  }
  memory.fill(steps + ((<usize>wanted) << 3), 0, (<usize>(BLOCK - wanted)) << 3);
  room(PARTS);
  const widths = room(0);
  advance(PARTS);
  for (let part: i32 = 0; part < PARTS; part += 1) {
    const from = steps + ((<usize>(part * PART)) << 3);
    let all: u64 = 0;
    for (let at: usize = 0; at < <usize>PART; at += 1) all |= load<u64>(from + (at << 3));
    const width = bitsFor(all);
    store<u8>(widths + <usize>part, <u8>width);
    if (width === 0) continue;
    beginPacking(width);
    for (let at: usize = 0; at < <usize>PART; at += 1) pack(load<u64>(from + (at << 3)));
    endPacking();
  }
}
