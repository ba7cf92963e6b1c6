import { writeSync } from 'node:fs';

/** Writes bytes to a file, however many the system takes at once. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}
