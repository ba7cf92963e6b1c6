import type { Cell } from '../../../src/model/row.ts';
import { RELEASE_DATE, SITE_NAME, webAddress } from '../../../src/model/site.ts';
import { permanentId } from '../../../src/model/permanentId.ts';
import type { IngestLedger } from './ingestLedger.ts';
import { releasesOf, type ReleasePackage } from '../ocds/releases.ts';
import { reasonFor } from '../names/personal.ts';
import { proposeDataset } from './proposal.ts';
import type { Ingested } from './ingestTable.ts';
import type { ProposedField } from './propose.ts';

/** The ledger of a table, what was masked and why, and, where there is no `dataset.yaml` yet, a proposed one. */
export function reportFiles(
  id: string,
  { fields, ledger }: Pick<Ingested, 'fields' | 'ledger'>,
  proposal: boolean,
): Map<string, string> {
  const files = new Map([
    ['ledger.json', json(ledger)],
    ['masked.json', maskedReport(ledger)],
  ]);
  if (proposal) {
    files.set('dataset.yaml', proposeDataset(id, { fields, ledger }));
    files.set('CHANGES.md', '# Changes\n\n## 0.1.0\n\n- Proposed by ingest.\n');
  }
  return files;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

/**
 * The purchases of a table as an OCDS release package, dated with our release.
 * @param prefix the registered prefix of open contracting ids
 */
export const releasesFile = (
  id: string,
  fields: readonly ProposedField[],
  rows: readonly (readonly Cell[])[],
  prefix: string,
): string => json(releases(id, fields, rows, prefix));

function releases(
  id: string,
  fields: readonly ProposedField[],
  rows: readonly (readonly Cell[])[],
  prefix: string,
): ReleasePackage {
  const records = rows.map((row) =>
    Object.fromEntries(fields.map(({ name }, index) => [name, row[index] ?? null])),
  );
  // A table without ids gets row numbers.
  const identified = records.map((row, index) => ({ id: `${id}-${index + 1}`, ...row }));
  return releasesOf(identified, {
    // OCDS requires a URI, which a path is not.
    uri: webAddress(`/data/${id}/releases.json`) ?? permanentId(`/data/${id}/releases.json`),
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
