import { Worker } from 'node:worker_threads';
import { CommandError } from '../../fault.ts';
import type { TablePlan } from '../plan.ts';
import { PartCleaner, type CleanPart } from './clean.ts';
import { dataBlocks, pieces, type ByteRange, type OpenTable, type Piece } from './open.ts';
import { checkLength } from './records.ts';

/** Pieces that wait in each thread, so that none is ever idle. */
const WAITING = 2;
/** Megabytes for what a thread has just made; most of it is let go at once. */
const YOUNG = 12;

/** How a thread is to read the pieces that follow. */
export interface Reading {
  plan: TablePlan;
  delimiter: string;
}

/**
 * Those who clean a table in parts: other threads, or none, and this one does it. However many there are, the parts put together are the
 * same. Threads start at once, so that they are ready when the plan is.
 */
export class CleaningPool {
  readonly #threads: CleaningThread[];

  /** @param threads 0 for this one */
  constructor(threads: number) {
    this.#threads = Array.from({ length: threads }, () => new CleaningThread());
  }

  /**
   * The parts of a table, in their order; each may be used until the next is asked for.
   * @param range the records wanted, where not all are
   */
  async *clean(table: OpenTable, range?: ByteRange): AsyncGenerator<CleanPart> {
    const { plan, delimiter } = table;
    if (this.#threads.length === 0) {
      const cleaner = new PartCleaner(plan, delimiter);
      if (range) for await (const { bytes, row } of pieces(table, range)) yield cleaner.clean(bytes, row);
      else yield* cleanedHere(cleaner, table);
      return;
    }
    for (const thread of this.#threads) thread.begin({ plan, delimiter });
    const waiting: Promise<CleanPart<ArrayBuffer>>[] = [];
    // The memory of a part that was used goes into another piece.
    const spare: ArrayBuffer[] = [];
    let next = 0;
    const most = this.#threads.length * WAITING;
    for await (const piece of pieces(table, range, spare)) {
      waiting.push(this.#threads[next]!.clean(piece));
      next = (next + 1) % this.#threads.length;
      if (waiting.length < most) continue;
      const part = await waiting.shift()!;
      yield part;
      spare.push(part.csv.buffer);
    }
    while (waiting.length > 0) yield await waiting.shift()!;
  }

  async end(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.end()));
  }
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

class CleaningThread {
  readonly #worker: Worker;
  readonly #waiting: { resolve: (part: CleanPart<ArrayBuffer>) => void; reject: (error: unknown) => void }[] =
    [];

  constructor() {
    this.#worker = new Worker(new URL('worker.ts', import.meta.url), {
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    });
    // A part may still arrive after the error of a later one, when nobody waits for it any more.
    this.#worker.on('message', (part: CleanPart<ArrayBuffer>) => this.#waiting.shift()?.resolve(part));
    this.#worker.on('error', (error: Error) => {
      // Between threads an error keeps its name and loses its class.
      const own = error.name === 'CommandError' ? new CommandError(error.message) : error;
      for (const { reject } of this.#waiting.splice(0)) reject(own);
    });
  }

  /** Says how to read the pieces that follow. */
  begin(reading: Reading): void {
    this.#worker.postMessage(reading);
  }

  clean(piece: Piece): Promise<CleanPart<ArrayBuffer>> {
    const done = new Promise<CleanPart<ArrayBuffer>>((resolve, reject) =>
      this.#waiting.push({ resolve, reject }),
    );
    // Who awaits it later is told; until then a fault is no unhandled one.
    done.catch(() => undefined);
    this.#worker.postMessage(piece, [piece.bytes.buffer]);
    return done;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
