import type { IngestBook } from '../table/ingestLedger.ts';
import { planTable, type GivenField, type TablePlan } from '../table/plan.ts';
import { readDelimited } from '../read/delimited.ts';
import { openBook } from '../table/ingestSheet.ts';
import { checkLength, LONGEST_RECORD, RecordEnds } from './records.ts';
import { headOf, textSource, type Blocks } from './source.ts';

/** Bytes from which the plan of a table is read. */
export const HEAD = 1 << 20;

/** A delimited text of any size, its plan read from its head. */
export interface OpenTable {
  file: string;
  plan: TablePlan;
  encoding: string;
  delimiter: string;
  /** The plan was read from the head alone, since there is more. */
  partly: boolean;
  /** Blocks of UTF-8 from the first record on, header and titles among them. */
  blocks(): AsyncIterable<Uint8Array>;
}

/**
 * Opens a delimited text and reads the plan of its table from its first `head` bytes.
 * @param given name and type of each column that is kept, from an edited `dataset.yaml`
 * @throws CommandError where there is no header, or `given` has another number of columns
 */
export async function openTable(
  blocks: Blocks,
  file: string,
  given?: readonly GivenField[],
  head = HEAD,
): Promise<OpenTable> {
  const { bytes, all } = await headOf(blocks, head);
  const { rows, delimiter } = readDelimited(bytes, file);
  const source = textSource(blocks, bytes, file);
  return {
    file,
    plan: planTable(rows, file, given),
    encoding: source.encoding,
    delimiter: delimiter!,
    partly: !all,
    blocks: source.blocks,
  };
}

/** Writes what is known of an open table before its first row. */
export function openTableBook(
  book: IngestBook,
  { file, encoding, delimiter, plan }: Omit<OpenTable, 'blocks'>,
): void {
  openBook(book, { file, format: 'delimited', encoding, delimiter, mergedFilled: 0 }, plan);
}

/** The bytes of a text from its first row of data on, in blocks that a kernel holds; each may be used until the next is asked for. */
export async function* dataBlocks({ blocks, plan, delimiter, file }: OpenTable): AsyncGenerator<Uint8Array> {
  const ends = new RecordEnds(delimiter);
  let { above } = plan;
  for await (const block of small(blocks())) {
    if (above === 0) {
      yield block;
      continue;
    }
    const length = ends.look(block);
    above -= ends.pass(length, above, false);
    const left = length - ends.at;
    // The last of them ended in this block.
    if (above === 0) yield block.subarray(block.length - left);
    else checkLength(left, file, plan.above - above + 1);
  }
}

/** Blocks cut so that a kernel holds them, with the rest of a record before them. */
async function* small(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const block of blocks)
    for (let at = 0; at < block.length; at += LONGEST_RECORD) yield block.subarray(at, at + LONGEST_RECORD);
}

/** Whole records: bytes of UTF-8, and the row of the first. */
export interface Piece {
  bytes: Uint8Array<ArrayBuffer>;
  row: number;
}

/** Records that begin at a byte from `from` on and before `to`, counted from the first of the text. */
export interface ByteRange {
  from: number;
  to: number;
}

const ALL: ByteRange = { from: 0, to: Infinity };

/**
 * A text cut where records end; titles, the header, and records outside of the range are left out.
 * @param spare memory that pieces may use
 */
export async function* pieces(
  { blocks, plan, delimiter, file }: OpenTable,
  { from, to } = ALL,
  spare: ArrayBuffer[] = [],
): AsyncGenerator<Piece> {
  const ends = new RecordEnds(delimiter);
  /** Row and place of the first record that was not passed. */
  let row = 1;
  let offset = 0;
  const cut = (block: Uint8Array, last: boolean): Piece | null => {
    const length = ends.look(block);
    row += ends.pass(to - offset, Math.max(plan.above + 1 - row, 0), last);
    row += ends.pass(Math.min(from, to) - offset, Infinity, last);
    const start = ends.at;
    const first = row;
    if (row > plan.above) row += ends.pass(to - offset, Infinity, last);
    offset += ends.at;
    checkLength(length - ends.at, file, row);
    return row === first ? null : { bytes: ends.passed(start, spare.pop()), row: first };
  };
  for await (const block of small(blocks())) {
    const piece = cut(block, false);
    if (piece) yield piece;
    if (offset >= to) return;
  }
  const piece = cut(new Uint8Array(), true);
  if (piece) yield piece;
}
