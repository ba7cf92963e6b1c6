import { parentPort } from 'node:worker_threads';
import { RowGroups, type CleanCsv } from '../parquet/rowGroup.ts';
import { PartCleaner } from './clean.ts';
import { copied } from './kernelText.ts';
import type { Piece } from './open.ts';

/** How the pieces that follow are to be read. */
export interface ToClean {
  task: 'clean';
  reading: ConstructorParameters<typeof PartCleaner>;
}

/** Of which CSV row groups are to be made. */
export interface ToGroup {
  task: 'group';
  csv: CleanCsv;
}

/** A row group that is to be made, and memory that it may use. */
export interface GroupWanted {
  group: number;
  spare?: ArrayBuffer;
}

/** A thread that does what it was last told: cleans pieces, or makes row groups, one after the other. */
let cleaner: PartCleaner | null = null;
let groups: RowGroups;
parentPort!.on('message', (message: ToClean | ToGroup | Piece | GroupWanted) => {
  if ('group' in message) makeGroup(message);
  else if ('bytes' in message) clean(message);
  else if (message.task === 'clean') cleaner = new PartCleaner(...message.reading);
  else {
    cleaner = null;
    groups = new RowGroups(message.csv);
  }
});

function clean({ bytes, row }: Piece): void {
  const part = cleaner!.clean(bytes, row);
  // The piece stands in the kernel; its own memory takes what became of it.
  const csv = copied(part.csv, bytes.buffer);
  parentPort!.postMessage({ ...part, csv }, [csv.buffer]);
}

function makeGroup({ group, spare }: GroupWanted): void {
  const made = groups.make(group);
  const bytes = copied(made.bytes, spare);
  parentPort!.postMessage({ ...made, bytes }, [bytes.buffer]);
}
