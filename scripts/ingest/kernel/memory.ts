/**
 * Where things stand in the kernel's memory. Nothing is ever freed; what is not used is never touched, and costs nothing. The text that
 * is written comes last, so that it can grow without being moved.
 */

/** Bytes that may be read or written beyond the end of a thing, up to 64 being handled at once. */
export const BEYOND: usize = 64;

/** The longest piece of text that can be read at once. */
export const INPUT: usize = 8 << 20;

/** Cells of a record, at most: one more than the bytes of a text. */
export const CELLS: usize = INPUT + 1;

const PAGE: usize = 1 << 16;

let free: usize = (__heap_base + 63) & ~63;

/** Takes room that begins with noughts. */
export function take(bytes: usize): usize {
  const at = free;
  free = (at + bytes + 63) & ~63;
  // Beyond four gigabytes addresses begin anew.
  if (free < at) unreachable();
  reach(free);
  return at;
}

/** Makes memory reach to an address. */
export function reach(end: usize): void {
  const have = <usize>memory.size() * PAGE;
  if (end <= have) return;
  // A quarter more, so that it is seldom asked for.
  const more = end - have + (end >> 2);
  if (memory.grow(<i32>((more + PAGE - 1) / PAGE)) < 0) {
    if (memory.grow(<i32>((end - have + PAGE - 1) / PAGE)) < 0) unreachable();
  }
}
