import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import type { PublishedFile } from '../../../src/model/catalogue.ts';
import { publishedFormat, type FormatName } from '../../../src/model/publishedFormat.ts';

/** What is said of a published file: its name, its format, and its size and SHA-256, read piece by piece. */
export function fileFacts(path: string, format: FormatName): PublishedFile {
  const { mediaType, compression } = publishedFormat(format);
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
  return {
    name: basename(path),
    format,
    mediaType,
    ...(compression ? { compression } : {}),
    bytes,
    sha256: hash.digest('hex'),
  };
}
