import { gzipSync } from 'node:zlib';
import { csvRecord } from '../../src/model/csv.ts';

/** Place and value of the byte of a gzip header that names the operating system: unknown, so that the bytes are the same on any. */
export const SYSTEM = { at: 9, unknown: 255 };

/** Compresses a text into one gzip member, with the same bytes on any machine. */
export function gzipMember(text: string | Uint8Array): Buffer {
  const bytes = gzipSync(text, { level: 9 });
  bytes[SYSTEM.at] = SYSTEM.unknown;
  return bytes;
}

/**
 * The gzip member of a header alone, with which a part may begin. Such parts become one file by joining their bytes, without the header of any
 * but the first: programs read members that follow each other as one text.
 * @see RFC 1952, 2.2
 */
export const headerMember = (names: readonly string[]): Buffer => gzipMember(csvRecord(names));
