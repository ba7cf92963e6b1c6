import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { decode } from '../read/decode.ts';
import { CommandError } from '../../lib/fault.ts';
import { formatOf, looksUtf16 } from '../read/fileFormat.ts';

/** Bytes of a block: large enough that its handling costs nothing, small enough that many fit into memory. */
export const BLOCK = 2 << 20;

/** A delimited text that is read in blocks of UTF-8, without its byte order mark. */
export interface TextSource {
  encoding: string;
  blocks(): AsyncIterable<Uint8Array>;
}

/**
 * Where bytes come from: blocks of any size, from the beginning each time they are asked for. Each may be used until the next is asked
 * for, since all may be the same memory.
 */
export type Blocks = () => AsyncIterable<Uint8Array>;

/** The blocks of a file, unpacked where it is a gzip. */
export function fileBlocks(path: string): Blocks {
  const head = Buffer.alloc(2);
  const descriptor = openSync(path, 'r');
  readSync(descriptor, head, 0, 2, 0);
  closeSync(descriptor);
  return formatOf(head) === 'gzip'
    ? () => createReadStream(path, { highWaterMark: BLOCK }).pipe(createGunzip({ chunkSize: BLOCK }))
    : () => plainBlocks(path);
}

async function* plainBlocks(path: string): AsyncGenerator<Uint8Array> {
  const descriptor = openSync(path, 'r');
  const block = Buffer.allocUnsafeSlow(BLOCK);
  try {
    for (;;) {
      const read = readSync(descriptor, block, 0, BLOCK, null);
      if (read === 0) return;
      yield block.subarray(0, read);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** The first bytes of blocks, up to the last line end among them, and whether they are all. */
export async function headOf(blocks: Blocks, most: number): Promise<{ bytes: Uint8Array; all: boolean }> {
  const parts: Uint8Array[] = [];
  let size = 0;
  let all = true;
  for await (const block of blocks()) {
    parts.push(Buffer.from(block));
    size += block.length;
    if (size > most) {
      all = false;
      break;
    }
  }
  const bytes = Buffer.concat(parts);
  if (all) return { bytes, all };
  const end = Math.max(bytes.lastIndexOf(0x0a), bytes.lastIndexOf(0x0d)) + 1;
  // In UTF-16 a line end has two bytes.
  const whole = isUtf16(bytes) ? end + (end % 2) : end;
  return { bytes: end === 0 ? bytes : bytes.subarray(0, whole), all };
}

const isUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) ||
  (bytes[0] === 0xfe && bytes[1] === 0xff) ||
  looksUtf16(bytes.subarray(0, 4096));

/** The text behind blocks, its encoding found by looking at their head. */
export function textSource(blocks: Blocks, head: Uint8Array, file: string): TextSource {
  const { encoding } = decode(head);
  return {
    encoding,
    blocks: encoding === 'utf-8' ? () => withoutMark(blocks()) : () => recoded(blocks(), encoding, file),
  };
}

async function* withoutMark(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first = true;
  for await (const block of blocks) {
    const marked = first && block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf;
    first = false;
    yield marked ? block.subarray(3) : block;
  }
}

async function* recoded(
  blocks: AsyncIterable<Uint8Array>,
  encoding: string,
  file: string,
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding, { fatal: encoding !== 'windows-1252' });
  const encoder = new TextEncoder();
  const next = (block?: Uint8Array): Uint8Array => {
    try {
      return encoder.encode(block ? decoder.decode(block, { stream: true }) : decoder.decode());
    } catch {
      throw new CommandError(
        `${file} begins as ${encoding} and does not go on so (save it whole in one encoding, UTF-8 for choice)`,
      );
    }
  };
  for await (const block of blocks) yield next(block);
  yield next();
}
