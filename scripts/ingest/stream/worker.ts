import { parentPort } from 'node:worker_threads';
import { PartCleaner } from './clean.ts';
import type { Piece } from './open.ts';
import type { Reading } from './pool.ts';

/** A thread that cleans pieces, one after the other, as the last reading says. */
let cleaner: PartCleaner;
parentPort!.on('message', (message: Reading | Piece) => {
  if ('plan' in message) {
    cleaner = new PartCleaner(message.plan, message.delimiter);
    return;
  }
  const part = cleaner.clean(message.bytes, message.row);
  const csv = new Uint8Array(part.csv);
  parentPort!.postMessage({ ...part, csv }, [csv.buffer]);
});
