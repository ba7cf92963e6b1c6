import type { IngestBook } from '../ledger.ts';
import { planTable, type GivenField, type TablePlan } from '../plan.ts';
import { readDelimited } from '../read/delimited.ts';
import { openBook } from '../table.ts';
import { CLASSES } from './lanes.ts';
import { checkLength, Records } from './records.ts';
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

/** The bytes of a text from its first row of data on. */
export async function* dataBlocks({ blocks, plan, delimiter }: OpenTable): AsyncGenerator<Uint8Array> {
  const records = new Records(delimiter, CLASSES);
  let above = plan.above;
  let rest: Uint8Array = new Uint8Array();
  for await (const block of blocks()) {
    if (above === 0) {
      yield block;
      continue;
    }
    rest = rest.length === 0 ? block : Buffer.concat([rest, block]);
    for (let next = 0; above > 0 && next >= 0;) {
      next = records.read(rest, 0, false);
      if (next < 0) break;
      rest = rest.subarray(next);
      above -= 1;
    }
    if (above === 0 && rest.length > 0) yield rest;
  }
}

/** Whole records: bytes of UTF-8, and the row of the first. */
export interface Piece {
  bytes: Uint8Array;
  row: number;
}

/** Records that begin at a byte from `from` on and before `to`, counted from the first of the text. */
export interface ByteRange {
  from: number;
  to: number;
}

const ALL: ByteRange = { from: 0, to: Infinity };

/** A text cut where records end; titles, the header, and records outside of the range are left out. */
export async function* pieces(
  { blocks, plan, delimiter, file }: OpenTable,
  { from, to } = ALL,
): AsyncGenerator<Piece> {
  const records = new Records(delimiter, CLASSES);
  /** Row and place of the first record of `rest`. */
  let row = 1;
  let offset = 0;
  let rest: Uint8Array = new Uint8Array();
  const cut = (last: boolean): Piece | null => {
    let at = 0;
    let start = -1;
    let first = row;
    let end = 0;
    while (at < rest.length && offset + at < to) {
      const wanted = row > plan.above && offset + at >= from;
      const next = records.read(rest, at, last);
      if (next < 0) break;
      if (wanted && start < 0) {
        start = at;
        first = row;
      }
      at = next;
      row += 1;
      if (wanted) end = at;
    }
    const piece = start < 0 ? null : { bytes: rest.subarray(start, end), row: first };
    rest = rest.subarray(at);
    offset += at;
    return piece;
  };
  for await (const block of blocks()) {
    rest = rest.length === 0 ? block : Buffer.concat([rest, block]);
    const piece = cut(false);
    if (piece) yield piece;
    if (offset >= to) return;
    checkLength(rest.length, file, row);
  }
  const piece = cut(true);
  if (piece) yield piece;
}
