import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatasetFormat } from './datasetFormat.ts';

/** The ledgers of a dataset's tables: its quality report. */
export const quality: DatasetFormat = {
  name: 'quality',
  write({ folder, dataset }) {
    const ledgers = dataset.tables.map((table) => table.ledger);
    writeFileSync(join(folder, 'quality.json'), `${JSON.stringify(ledgers, null, 1)}\n`);
    return ['quality.json'];
  },
};
