import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';

/** Name, size and SHA-256 of a file, read piece by piece. */
export function fileFacts(path: string): { name: string; bytes: number; sha256: string } {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(1 << 18);
  const file = openSync(path, 'r');
  let bytes = 0;
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      hash.update(piece.subarray(0, read));
      bytes += read;
    }
  } finally {
    closeSync(file);
  }
  return { name: basename(path), bytes, sha256: hash.digest('hex') };
}
