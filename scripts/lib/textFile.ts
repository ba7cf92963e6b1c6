import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { controlCharacter } from './controlCharacter.ts';
import { decode, isUtf16 } from './decode.ts';
import type { Fault } from './fault.ts';
import { utf8In } from './utf8.ts';

/** What is wrong with a file of `data/`, without its name. */
type FileFault = Omit<Fault, 'file'>;

/** The fault of a path that is a folder, or no ordinary file; nothing where it is a file. */
export const notAFile = (path: string): FileFault | undefined =>
  statSync(path).isFile()
    ? undefined
    : { what: 'is a folder', right: 'a file of that name; rename or move the folder' };

/**
 * The text of a file that people write for the compile: `dataset.yaml`, `CHANGES.md`, the code lists.
 * @param root the project's folder
 * @param file the path from there, as shown in faults
 */
export function readTextFile(
  root: string,
  file: string,
): { text: string; fault?: never } | { text?: never; fault: Fault } {
  const path = join(root, file);
  const folder = notAFile(path);
  if (folder) return { fault: { file, ...folder } };
  const bytes = readFileSync(path);
  const other = utf16Fault(bytes);
  if (other) return { fault: { file, ...other } };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { fault: { file, ...notUtf8(bytes) } };
  }
  for (const [index, line] of text.split('\n').entries()) {
    const control = controlCharacter(line);
    if (control) return { fault: { file, row: index + 1, ...control } };
  }
  return { text };
}

/** The fault of a text in UTF-16, from its first bytes. */
export function utf16Fault(bytes: Uint8Array): FileFault | undefined {
  if (!isUtf16(bytes)) return undefined;
  const marked = (bytes[0]! & 0xfe) === 0xfe && (bytes[1]! & 0xfe) === 0xfe;
  const mark = [...bytes.subarray(0, 2)].map((byte) => byte.toString(16).toUpperCase()).join(' ');
  const found = marked ? `begins with the byte order mark ${mark}` : 'has a zero in every second byte';
  return { what: `is UTF-16: it ${found}`, right: 'files in data/ are UTF-8; save it as UTF-8' };
}

const NAMES: Record<string, string> = {
  gb18030: 'GBK',
  big5: 'Big5',
  shift_jis: 'Shift JIS',
  'windows-1252': 'a Windows code page',
};

/** The fault of bytes that are not all UTF-8: in which line, and what they look like. */
export function notUtf8(bytes: Uint8Array): FileFault {
  const { first = bytes.length } = utf8In(bytes);
  let row = 1;
  for (let at = bytes.indexOf(0x0a); at >= 0 && at < first; at = bytes.indexOf(0x0a, at + 1)) row += 1;
  // The bytes may begin and end within a character: look at whole lines.
  const start = bytes.lastIndexOf(0x0a, first) + 1;
  const end = bytes.lastIndexOf(0x0a) + 1;
  const { encoding } = decode(bytes.subarray(start, end > start ? end : bytes.length));
  const byte = `0x${bytes[first]?.toString(16).toUpperCase().padStart(2, '0')}`;
  return encoding === 'utf-8'
    ? {
        row,
        what: `has the byte ${byte}, which is no character in UTF-8`,
        right: 'the rest of the text is UTF-8: correct it there',
      }
    : { row, what: 'is not UTF-8', right: `it reads as ${NAMES[encoding] ?? encoding}; save it as UTF-8` };
}
