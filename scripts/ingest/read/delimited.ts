import { CommandError } from '../../lib/fault.ts';
import { EndlessRecord, LONGEST_RECORD, parseRecords, withLineFeeds } from '../../lib/delimitedRecords.ts';
import { invalidByte, utf8In } from '../../lib/utf8.ts';
import { firstBytes, type Blocks } from './blocks.ts';
import { dialectOf, type Dialect } from './dialect.ts';
import type { ReadOptions, Sheet } from './sheet.ts';
import { encodingOfText } from './textEncoding.ts';

/** Bytes from which the dialect is found. */
const LOOKED_AT = 1 << 18;

/** Delimited text of any size, its encoding and dialect detected. Line ends of any kind are accepted, mixed ones too. */
export async function readDelimited(blocks: Blocks, file: string, options: ReadOptions = {}): Promise<Sheet> {
  const { encoding, assumed, remarks } = await encodingOfText(blocks, file, options);
  const { bytes, all } = await firstBytes(blocks, LOOKED_AT);
  const start = new TextDecoder(encoding).decode(bytes).replace(/\r\n?/g, '\n');
  const dialect = dialectOf(
    all ? start : start.slice(0, start.lastIndexOf('\n') + 1),
    all,
    options.delimiter,
  );
  const { delimiter, sure, lineEnd } = dialect;
  const isSingle = all && /^\s*\S[^\n]*\s*$/.test(start) && !start.includes(delimiter);
  if (isSingle)
    throw new CommandError(`${file} is a single value, not a table (a table has a header and rows)`);
  const chosen = options.delimiter !== undefined;
  return {
    file,
    format: 'delimited',
    encoding,
    delimiter,
    ...(options.header === undefined ? {} : { header: options.header }),
    assumed: [
      ...assumed,
      ...(chosen ? [] : [{ what: 'delimiter' as const, is: shownDelimiter(delimiter), sure }]),
    ],
    remarks: [
      ...remarks,
      ...(lineEnd === '' ? [] : [`lines end in one more "${lineEnd}", which is left out`]),
    ],
    mergedFilled: 0,
    batches: () =>
      batchesOf(blocks, file, encoding, { ...dialect, strayQuotes: options.strayQuotes ?? false }),
  };
}

const shownDelimiter = (delimiter: string): string => (delimiter === '\t' ? 'tab' : `"${delimiter}"`);

async function* batchesOf(
  blocks: Blocks,
  file: string,
  encoding: string,
  { delimiter, quote, lineEnd, strayQuotes }: Dialect & { strayQuotes: boolean },
): AsyncGenerator<string[][]> {
  let read = 0;
  let cut = false;
  /** Where the text is invalid, where that is known. */
  let where = '';
  const texts = async function* (): AsyncGenerator<string> {
    const decoder = new TextDecoder(encoding, { fatal: true });
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
    for await (const { records, errors } of parseRecords(withLineFeeds(texts()), delimiter, quote)) {
      const stray = strayQuotes ? undefined : errors.find(({ code }) => code === 'InvalidQuotes');
      // The record may be incomplete yet; it comes again with what follows.
      if (stray && records.length > (stray.row ?? 0))
        throw strayQuote(file, read, stray.row ?? 0, records, quote);
      const open = cut ? undefined : errors.find(({ code }) => code === 'MissingQuotes');
      if (open)
        throw new CommandError(
          `${file}:${read + (open.row ?? 0) + 1} opens a quotation mark that is not closed, so all that follows would be one cell (a cell that holds " is written "a ""b"" c")`,
        );
      read += records.length;
      if (lineEnd !== '') for (const cells of records) withoutEnd(cells, lineEnd);
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

/** The fault of a cell in quotation marks that has text behind the closing one. @param read records before these */
function strayQuote(
  file: string,
  read: number,
  row: number,
  records: readonly string[][],
  quote: string,
): CommandError {
  const column = (records[row] ?? []).findIndex((cell) => cell.includes(quote)) + 1;
  return new CommandError(
    `${file}:${read + row + 1}:column ${Math.max(1, column)} has a quotation mark within a cell in quotation marks, so where it ends is not known (a cell that holds " is written "a ""b"" c")`,
  );
}

/** Removes the character that stands once more at the end of every line. */
function withoutEnd(cells: string[], lineEnd: string): void {
  const last = cells.at(-1)!;
  if (last.endsWith(lineEnd)) cells[cells.length - 1] = last.slice(0, -1);
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
