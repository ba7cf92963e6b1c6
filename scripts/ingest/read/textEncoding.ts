import { isAscii } from 'node:buffer';
import { encodingOf, isIso2022Jp, isUtf16 } from '../../lib/decode.ts';
import { CommandError } from '../../lib/fault.ts';
import { utf8In } from '../../lib/utf8.ts';
import { firstBytes, type Blocks } from './blocks.ts';
import { lostLetters, mojibakeIn } from './mojibake.ts';
import type { Assumption, ReadOptions } from './sheet.ts';

/** Bytes from which the encoding is found, counted from the first that is not ASCII. */
const LOOKED_AT = 1 << 20;

/** Bytes whose zeros show a text in UTF-16. */
const ZEROS_IN = 1 << 12;

/** The encoding of a text, what was assumed of it, and what must be known of its letters. */
export interface TextEncoding {
  encoding: string;
  assumed: Assumption[];
  remarks: string[];
}

/**
 * The encoding of a text: as a person says, else found from its first megabyte that is not all ASCII; a text of ASCII is UTF-8.
 * @throws CommandError where most letters beyond ASCII are wrong ones, as the text was misread before it was saved
 */
export async function encodingOfText(
  blocks: Blocks,
  file: string,
  { encoding: chosen, legacyEncoding }: ReadOptions,
): Promise<TextEncoding> {
  if (chosen !== undefined) return { encoding: chosen, assumed: [], remarks: [] };
  const bytes = await telling(blocks);
  const found =
    legacyEncoding !== undefined && utf8In(bytes).first !== undefined
      ? { encoding: legacyEncoding, sure: true }
      : encodingOf(bytes);
  const { encoding, sure } = found;
  return {
    encoding,
    assumed: [{ what: 'encoding', is: encoding, sure }],
    remarks: encoding === 'utf-8' && legacyEncoding === undefined ? mojibakeRemarks(bytes, file) : [],
  };
}

/** @throws CommandError where most letters beyond ASCII are wrong ones */
export function mojibakeRemarks(bytes: Uint8Array, file: string): string[] {
  if (isAscii(bytes)) return [];
  const text = new TextDecoder().decode(bytes);
  const lost = lostLetters(text);
  const remarks =
    lost === 0
      ? []
      : [
          `${lost} ${lost === 1 ? 'letter was' : 'letters were'} lost before the file was saved (�); get it as the publisher made it`,
        ];
  const wrong = mojibakeIn(text);
  if (!wrong) return remarks;
  const example = `"${shown(wrong.seen)}" for "${shown(wrong.meant)}"`;
  if (wrong.runs * 2 > wrong.all)
    throw new CommandError(
      `${file}:${wrong.line} has wrong letters (${example}): the file was read in another encoding before it was saved as UTF-8; get it as the publisher made it (--encoding utf-8 reads the letters as they are)`,
    );
  return [
    ...remarks,
    `${wrong.runs} of ${wrong.all} texts beyond ASCII that were looked at have wrong letters (${example})`,
  ];
}

const shown = (text: string): string => text.slice(0, 12);

/** The bytes of a text that say its encoding: whole lines from the first that is not all ASCII. */
async function telling(blocks: Blocks): Promise<Uint8Array> {
  const wide = isUtf16((await firstBytes(blocks, ZEROS_IN)).bytes);
  const parts: Uint8Array[] = [];
  let size = 0;
  let all = true;
  for await (const block of blocks()) {
    const plain = !wide && isAscii(block) && !isIso2022Jp(block);
    if (plain && parts.length === 0) continue;
    parts.push(block);
    size += block.length;
    if (size > LOOKED_AT) {
      all = false;
      break;
    }
  }
  const bytes = Buffer.concat(parts);
  // Do not cut within a character; for UTF-16 this does not matter, as its byte order mark or zeros suffice.
  const end = all ? bytes.length : bytes.lastIndexOf(0x0a) + 1;
  return end === 0 ? bytes : bytes.subarray(0, end);
}
