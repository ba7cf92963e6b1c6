import { parentPort } from 'node:worker_threads';
import { PartCleaner } from './clean.ts';
import { copied } from './kernelText.ts';
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
  // The piece stands in the kernel; its own memory takes what became of it.
  const csv = copied(part.csv, message.bytes.buffer);
  parentPort!.postMessage({ ...part, csv }, [csv.buffer]);
});
