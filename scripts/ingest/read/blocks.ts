import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { formatOf } from './fileFormat.ts';

/** Bytes of a block. */
const BLOCK = 1 << 17;

/** The bytes of a file, block by block; each call starts at the beginning. */
export type Blocks = () => AsyncIterable<Uint8Array>;

/** The blocks of a file, unpacked where it is a gzip. */
export function fileBlocks(path: string): Blocks {
  const head = Buffer.alloc(2);
  const descriptor = openSync(path, 'r');
  readSync(descriptor, head, 0, 2, 0);
  closeSync(descriptor);
  const read = (): ReturnType<typeof createReadStream> => createReadStream(path, { highWaterMark: BLOCK });
  return formatOf(head) === 'gzip' ? () => read().pipe(createGunzip({ chunkSize: BLOCK })) : read;
}

/** The blocks of bytes in memory; `bytes` is called once. */
export function blocksOf(bytes: () => Uint8Array): Blocks {
  let held: Uint8Array | undefined;
  return async function* () {
    held ??= bytes();
    for (let at = 0; at < held.length; at += BLOCK) yield held.subarray(at, at + BLOCK);
  };
}

/** All bytes of a file. */
export async function allBytes(blocks: Blocks): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const block of blocks()) parts.push(block);
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}

/** The first blocks of a file, at least `least` bytes; `all` is true where nothing follows. */
export async function firstBytes(
  blocks: Blocks,
  least: number,
): Promise<{ bytes: Uint8Array; all: boolean }> {
  const parts: Uint8Array[] = [];
  let size = 0;
  let all = true;
  for await (const block of blocks()) {
    parts.push(block);
    size += block.length;
    if (size > least) {
      all = false;
      break;
    }
  }
  return { bytes: Buffer.concat(parts), all };
}
