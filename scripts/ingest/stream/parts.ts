import { PartCleaner, type CleanPart } from './clean.ts';
import { dataBlocks, pieces, type ByteRange, type OpenTable } from './open.ts';
import { checkLength } from './records.ts';
import type { Threads, Work } from './threads.ts';
import type { ToClean } from './worker.ts';

/**
 * The parts of a table, cleaned, in their order; each may be used until the next is asked for. However many threads there are, the parts
 * put together are the same.
 * @param range the records wanted, where not all are
 */
export async function* cleanedParts(
  table: OpenTable,
  threads: Threads,
  range?: ByteRange,
): AsyncGenerator<CleanPart> {
  const { plan, delimiter } = table;
  if (threads.count === 0) {
    const cleaner = new PartCleaner(plan, delimiter);
    if (range) for await (const { bytes, row } of pieces(table, range)) yield cleaner.clean(bytes, row);
    else yield* cleanedHere(cleaner, table);
    return;
  }
  threads.tell({ task: 'clean', reading: [plan, delimiter] } satisfies ToClean);
  // The memory of a part that was used goes into another piece.
  const spare: ArrayBuffer[] = [];
  for await (const part of threads.inTurn<CleanPart<ArrayBuffer>>(work(table, range, spare))) {
    yield part;
    spare.push(part.csv.buffer);
  }
}

async function* work(
  table: OpenTable,
  range: ByteRange | undefined,
  spare: ArrayBuffer[],
): AsyncGenerator<Work> {
  for await (const piece of pieces(table, range, spare))
    yield { message: piece, given: [piece.bytes.buffer] };
}

/** Cleans all records on this thread; they are read once, where they are cleaned. */
async function* cleanedHere(cleaner: PartCleaner, table: OpenTable): AsyncGenerator<CleanPart> {
  let row = table.plan.above + 1;
  for await (const block of dataBlocks(table)) {
    const part = cleaner.clean(block, row, false);
    row += part.records;
    checkLength(part.left, table.file, row);
    yield part;
  }
  yield cleaner.clean(new Uint8Array(), row);
}
