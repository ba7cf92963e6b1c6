import { parentPort, workerData } from 'node:worker_threads';
import type { TablePlan } from '../plan.ts';
import { PartCleaner } from './clean.ts';
import type { Piece } from './open.ts';

/** A thread that cleans pieces of one table, one after the other. */
const { plan, delimiter } = workerData as { plan: TablePlan; delimiter: string };
const cleaner = new PartCleaner(plan, delimiter);
parentPort!.on('message', ({ bytes, row }: Piece) => {
  const part = cleaner.clean(bytes, row);
  const csv = new Uint8Array(part.csv);
  parentPort!.postMessage({ ...part, csv }, [csv.buffer]);
});
