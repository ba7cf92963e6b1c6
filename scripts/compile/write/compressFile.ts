import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** Writes a file beside itself as gzip. @returns the path of the compressed file */
export async function compressFile(path: string): Promise<string> {
  const compressed = `${path}.gz`;
  await pipeline(createReadStream(path), createGzip(), createWriteStream(compressed));
  return compressed;
}
