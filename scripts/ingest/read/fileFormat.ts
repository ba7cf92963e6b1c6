import { looksUtf16 } from '../../lib/decode.ts';

/** Formats of files. `ole2` is the old binary workbook (XLS), `other` any other binary. */
export type Format = 'gzip' | 'xlsx' | 'zip' | 'json' | 'delimited' | 'pdf' | 'ole2' | 'other' | 'empty';

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/**
 * Detects the format of a file from its first bytes, never from its name: `data.xlsx.bak` is a workbook, a `.csv` that begins with `PK` a ZIP.
 * @see https://www.iana.org/assignments/media-types
 */
export function formatOf(bytes: Uint8Array): Format {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, 0x1f, 0x8b)) return 'gzip';
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return isWorkbook(bytes) ? 'xlsx' : 'zip';
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'ole2';
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return 'delimited';
  const head = bytes.subarray(0, 4096);
  // Text in the supported encodings has no NUL byte, except UTF-16, where every second byte may be one.
  if (head.includes(0) && !looksUtf16(head)) return 'other';
  const first = String.fromCharCode(...head)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()[0];
  return first === '{' || first === '[' ? 'json' : 'delimited';
}

/** Whether a ZIP lists the part that every XLSX has. */
function isWorkbook(bytes: Uint8Array): boolean {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return names.includes('xl/workbook.xml');
}
