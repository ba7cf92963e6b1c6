import { csvRecord } from '../../src/model/csv.ts';
import { absolute, RELEASE_DATE, SITE_NAME } from '../../src/model/site.ts';
import type { IngestLedger } from './ledger.ts';
import { releasesOf, type ReleasePackage } from './ocds.ts';
import { reasonFor } from './personal.ts';
import { proposeDataset } from './proposal.ts';
import { REJECTS_HEADER, rejectRecord } from './rejects.ts';
import type { Ingested } from './table.ts';

/** What a person may ask for beside the table. */
export interface FileOptions {
  /** The proposal, where a person has not edited one. */
  proposal: boolean;
  /** Prefix of open contracting ids: the purchases as an OCDS release package too. */
  ocds?: string | undefined;
}

/** The files of one ingested table: the table, its proposal, its account, what was masked and why, and what was rejected. */
export function filesOf(
  id: string,
  ingested: Ingested,
  { proposal, ocds }: FileOptions,
): Map<string, string> {
  const { fields, rows, numbers, rejects, ledger } = ingested;
  const files = new Map([
    [
      `${id}.csv`,
      csvRecord(['row', ...fields.map(({ name }) => name)]) +
        rows.map((row, index) => csvRecord([numbers?.[index] ?? index + 1, ...row])).join(''),
    ],
    ['ledger.json', json(ledger)],
    ['masked.json', maskedReport(ledger)],
  ]);
  if (proposal) {
    files.set('dataset.yaml', proposeDataset(id, ingested));
    files.set('CHANGES.md', '# Changes\n\n## 0.1.0\n\n- Proposed by ingest.\n');
  }
  if (ocds !== undefined) files.set('releases.json', json(releases(id, ingested, ocds)));
  if (rejects.length > 0) files.set('rejects.csv', REJECTS_HEADER + rejects.map(rejectRecord).join(''));
  return files;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

/** The purchases of a table as a release package of the day of our release. */
function releases(id: string, { fields, rows }: Ingested, prefix: string): ReleasePackage {
  const records = rows.map((row) =>
    Object.fromEntries(fields.map(({ name }, index) => [name, row[index] ?? null])),
  );
  // A table without ids of its own has the number of the row.
  const identified = records.map((row, index) => ({ id: `${id}-${index + 1}`, ...row }));
  return releasesOf(identified, {
    uri: absolute(`/data/${id}/releases.json`),
    publisher: SITE_NAME.en,
    prefix,
    date: RELEASE_DATE,
  }).package;
}

/** What was masked or dropped as personal: kind, column, how often and why; never the value. */
function maskedReport({ masked, columns_dropped }: IngestLedger): string {
  return json({
    masked: masked.map((one) => ({ ...one, why: reasonFor(one.kind) })),
    columns_dropped: columns_dropped.map((column) => ({ column, why: reasonFor('personal-column') })),
  });
}
