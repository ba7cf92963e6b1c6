import { BEYOND, reach } from './memory';
import { CR, LF } from './text';

/** Where the records stand that are written; behind everything else. */
export let output: usize = 0;
let at: usize = 0;

/** Begins anew. @param start behind all that is taken */
export function beginOutput(start: usize): void {
  output = start;
  at = start;
  room(0);
}

/** How many bytes are written. */
export function written(): i32 {
  return <i32>(at - output);
}

/** Goes back to what was written before. */
export function unwrite(length: i32): void {
  at = output + <usize>length;
}

/** Makes room for so many bytes and says where they go; `advance` tells that they stand there. */
export function room(bytes: i32): usize {
  reach(at + <usize>bytes + BEYOND);
  return at;
}

export function advance(bytes: i32): void {
  at += <usize>bytes;
}

/** Writes a byte for which there is room. */
export function writeByte(byte: u8): void {
  store<u8>(at, byte);
  at += 1;
}

/** Writes bytes for which there is room, up to 32 beyond their beginning, or sixteen beyond their end, being touched. */
export function writeBytes(from: usize, length: i32): void {
  // Two at once, since most are no longer.
  v128.store(at, v128.load(from));
  v128.store(at, v128.load(from, 16), 16);
  for (let done: i32 = 32; done < length; done += 16)
    v128.store(at + <usize>done, v128.load(from + <usize>done));
  at += <usize>length;
}

export function writeLineEnd(): void {
  store<u8>(at, CR);
  store<u8>(at, LF, 1);
  at += 2;
}
