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
  const source = textSource(blocks, bytes);
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
export function openTableBook(book: IngestBook, { file, encoding, delimiter, plan }: OpenTable): void {
  openBook(book, { file, format: 'delimited', encoding, delimiter, mergedFilled: 0 }, plan);
}

/** Whole records: bytes of UTF-8, and the row of the first. */
export interface Piece {
  bytes: Uint8Array;
  row: number;
  records: number;
  /** Where the piece begins, counted in bytes from the first record of the text. */
  offset: number;
}

/** A text cut where records end, title rows and header left out. */
export async function* pieces({ blocks, plan, delimiter, file }: OpenTable): AsyncGenerator<Piece> {
  const records = new Records(delimiter, CLASSES);
  let row = 1;
  let offset = 0;
  const cut = function* (bytes: Uint8Array, last: boolean): Generator<Piece, number> {
    let from = 0;
    let start = 0;
    let first = row;
    while (from < bytes.length) {
      const next = records.read(bytes, from, last);
      if (next < 0) break;
      from = next;
      row += 1;
      if (row === plan.above + 1) {
        start = from;
        first = row;
      }
    }
    if (row > plan.above && from > start)
      yield { bytes: bytes.subarray(start, from), row: first, records: row - first, offset: offset + start };
    offset += from;
    return from;
  };
  let rest: Uint8Array = new Uint8Array();
  for await (const block of blocks()) {
    const bytes = rest.length === 0 ? block : Buffer.concat([rest, block]);
    rest = bytes.subarray(yield* cut(bytes, false));
    checkLength(rest.length, file, row);
  }
  if (rest.length > 0) yield* cut(rest, true);
}
