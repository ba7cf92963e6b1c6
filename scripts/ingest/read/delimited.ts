import { isAscii } from 'node:buffer';
import Papa from 'papaparse';
import { CommandError } from '../../lib/fault.ts';
import { decode, isUtf16 } from '../../lib/decode.ts';
import { EndlessRecord, LONGEST_RECORD, parseRecords, withLineFeeds } from '../../lib/delimitedRecords.ts';
import { invalidByte, utf8In } from '../../lib/utf8.ts';
import { firstBytes, type Blocks } from './blocks.ts';
import type { ReadOptions, Sheet } from './sheet.ts';

const DELIMITERS = [',', '\t', ';', '|'];
/** Bytes from which the encoding is found, counted from the first that is not ASCII. */
const LOOKED_AT = 1 << 20;
/** Records from which the delimiter is guessed. */
const PREVIEW = 10;

/** Delimited text of any size, its encoding and delimiter detected. Line ends of any kind are accepted, mixed ones too. */
export async function readDelimited(blocks: Blocks, file: string, options: ReadOptions = {}): Promise<Sheet> {
  const encoding = await encodingOf(blocks, options.encoding);
  const { bytes } = await firstBytes(blocks, LOOKED_AT);
  const start = new TextDecoder(encoding).decode(bytes).replace(/\r\n?/g, '\n');
  const { meta, data } = Papa.parse<string[]>(start, {
    newline: '\n',
    delimitersToGuess: DELIMITERS,
    preview: PREVIEW,
  });
  const { delimiter } = meta;
  const filled = data.filter((cells) => cells.some((cell) => cell.replace(/^\ufeff/, '').trim() !== ''));
  if (data.length < PREVIEW && filled.length === 1 && filled[0]!.length === 1)
    throw new CommandError(`${file} is a single value, not a table (a table has a header and rows)`);
  return {
    file,
    format: 'delimited',
    encoding,
    delimiter,
    mergedFilled: 0,
    batches: () => batchesOf(blocks, file, encoding, delimiter),
  };
}

/** The encoding of a text, from its first megabyte that is not all ASCII; a text of ASCII is UTF-8. @param other what it is where it is not UTF-8, if that is known */
async function encodingOf(blocks: Blocks, other?: string): Promise<string> {
  const parts: Uint8Array[] = [];
  let [size, first] = [0, true];
  let all = true;
  for await (const block of blocks()) {
    const plain = isAscii(block) && !(first && isUtf16(block));
    first = false;
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
  const whole = end === 0 ? bytes : bytes.subarray(0, end);
  return other !== undefined && utf8In(whole).first !== undefined ? other : decode(whole).encoding;
}

async function* batchesOf(
  blocks: Blocks,
  file: string,
  encoding: string,
  delimiter: string,
): AsyncGenerator<string[][]> {
  let read = 0;
  let cut = false;
  /** Where the text is invalid, where that is known. */
  let where = '';
  const texts = async function* (): AsyncGenerator<string> {
    const decoder = new TextDecoder(encoding, { fatal: encoding !== 'windows-1252' });
    let [before, held]: [number, Uint8Array] = [0, new Uint8Array()];
    for await (const block of blocks()) {
      try {
        yield decoder.decode(block, { stream: true });
      } catch {
        // Yield the text up to the invalid byte, so that the error names the last record.
        cut = true;
        if (encoding === 'utf-8')
          where = ` at ${invalidByte(Buffer.concat([held, block]), before - held.length)}`;
        yield validStart(block, encoding);
        return;
      }
      before += block.length;
      held = unfinished(block);
    }
    try {
      yield decoder.decode();
    } catch {
      cut = true;
      where = ', where it ends within a character';
    }
  };
  try {
    for await (const { records, errors } of parseRecords(withLineFeeds(texts()), delimiter)) {
      const open = cut ? undefined : errors.find(({ code }) => code === 'MissingQuotes');
      if (open)
        throw new CommandError(
          `${file}:${read + (open.row ?? 0) + 1} opens a quotation mark that is not closed, so all that follows would be one cell (a cell that holds " is written "a ""b"" c")`,
        );
      read += records.length;
      yield records;
    }
  } catch (error) {
    if (!(error instanceof EndlessRecord)) throw error;
    throw new CommandError(
      `${file}:${error.before + 1} does not end within ${LONGEST_RECORD >> 20} MB (is a quotation mark not closed?)`,
    );
  }
  if (cut)
    throw new CommandError(
      `${file}:${read} is not ${encoding.toUpperCase()}${where}, unlike the rest of the text (correct it there, or save the whole file in one encoding)`,
    );
}

/** The bytes of a character in UTF-8 that a block begins at its end, and the next block completes. */
function unfinished(block: Uint8Array): Uint8Array {
  let start = block.length;
  while (start > 0 && block.length - start < 4 && (block[start - 1]! & 0xc0) === 0x80) start -= 1;
  const last = block.subarray(Math.max(0, start - 1));
  return utf8In(last).invalid > 0 ? last : new Uint8Array();
}

/** The text of a block up to its first invalid character. */
function validStart(block: Uint8Array, encoding: string): string {
  // A block may start with the remaining bytes of a character of the previous block.
  const text = new TextDecoder(encoding).decode(block).replace(/^\ufffd{1,3}/, '');
  const broken = text.indexOf('\ufffd');
  return broken < 0 ? text : `${text.slice(0, broken)}\ufffd`;
}
