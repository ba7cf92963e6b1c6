import { looksUtf16 } from '../../lib/decode.ts';

/** Formats of files. `ole2` is the old binary workbook (XLS), `other` any other binary. */
export type Format =
  | 'gzip'
  | 'xlsx'
  | 'ods'
  | 'xlsb'
  | 'document'
  | 'zip'
  | 'json'
  | 'html'
  | 'xml'
  | 'mhtml'
  | 'parquet'
  | 'delimited'
  | 'pdf'
  | 'ole2'
  | 'other'
  | 'empty';

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/**
 * Detects the format of a file from its first bytes, never from its name: `data.xlsx.bak` is a workbook, a `.csv` that begins with `PK` a ZIP.
 * @see https://www.iana.org/assignments/media-types
 */
export function formatOf(bytes: Uint8Array): Format {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, 0x1f, 0x8b)) return 'gzip';
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return formatOfZip(bytes);
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'ole2';
  // A damaged text may begin with these letters; the file also ends with them, and has zeros.
  const head = bytes.subarray(0, 4096);
  if (startsWith(bytes, 0x50, 0x41, 0x52, 0x31) && head.includes(0)) return 'parquet';
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff))
    return formatOfText(new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(head));
  // Text in the supported encodings has no NUL byte, except UTF-16, where every second byte may be one.
  if (head.includes(0) && !looksUtf16(head)) return 'other';
  return formatOfText(
    String.fromCharCode(...head)
      .replaceAll('\0', '')
      .replace(/^\u00ef\u00bb\u00bf/, ''),
  );
}

/** The format of a text, from its beginning. */
function formatOfText(text: string): Format {
  const start = text.replace(/^[\ufeff\s]+/, '');
  if (/^[{[]/.test(start)) return 'json';
  if (/^MIME-Version:/i.test(start)) return 'mhtml';
  if (/^<\?xml|^<!DOCTYPE(?!\s+html)/i.test(start)) return /<html[\s>]/i.test(start) ? 'html' : 'xml';
  if (
    /^(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|meta|body|table|style|title|script|div|center|font|p|h[1-6]|link|base)[\s>/]/i.test(
      start,
    )
  )
    return 'html';
  return /^<[a-z_][\w:.-]*(?:\s+[\w:.-]+\s*=\s*["']|\s*\/?>)/i.test(start) ? 'xml' : 'delimited';
}

/** What a ZIP is by the parts that it lists. */
function formatOfZip(bytes: Uint8Array): Format {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (names.includes('xl/workbook.xml')) return 'xlsx';
  if (names.includes('xl/workbook.bin')) return 'xlsb';
  if (names.includes('application/vnd.oasis.opendocument.spreadsheet')) return 'ods';
  if (names.includes('word/document.xml') || names.includes('ppt/presentation.xml')) return 'document';
  return names.subarray(0, 200).includes('application/vnd.oasis.opendocument.') ? 'document' : 'zip';
}
