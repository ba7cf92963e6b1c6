import type { Cell } from '../../../src/model/row.ts';
import { RELEASE_DATE, SITE_NAME, webAddress } from '../../../src/model/site.ts';
import { permanentId } from '../../../src/model/permanentId.ts';
import { CommandError } from '../../lib/fault.ts';
import type { IngestLedger } from './ingestLedger.ts';
import { RELEASE_COLUMNS, releasesOf } from '../ocds/releases.ts';
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
    files.set('CHANGES.md', `# Changes\n\n## 0.1.0 — ${RELEASE_DATE}\n\n- Proposed by ingest.\n`);
  }
  return files;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

/** The purchases of a table as OCDS, and what of it they lack. */
interface Releases {
  content: string;
  /** `2 releases; left out: 1 total, 1 row without …; columns not used: supplier`. */
  report: string;
}

/**
 * The purchases of a table as an OCDS release package, dated with our release.
 * @param prefix the registered prefix of open contracting ids
 * @throws CommandError where no row makes a release
 */
export function releasesFile(
  id: string,
  fields: readonly Pick<ProposedField, 'name'>[],
  rows: readonly (readonly Cell[])[],
  prefix: string,
): Releases {
  const records = rows.map((row) =>
    Object.fromEntries(fields.map(({ name }, index) => [name, row[index] ?? null])),
  );
  // A table without ids gets row numbers.
  const identified = records.map((row, index) => ({ id: `${id}-${index + 1}`, ...row }));
  const {
    package: made,
    totals,
    empty,
  } = releasesOf(identified, {
    // OCDS requires a URI, which a path is not.
    uri: webAddress(`/data/${id}/releases.json`) ?? permanentId(`/data/${id}/releases.json`),
    publisher: SITE_NAME.en,
    prefix,
    date: RELEASE_DATE,
  });
  const unused = fields.map(({ name }) => name).filter((name) => !RELEASE_COLUMNS.includes(name));
  const left = [
    ...(totals.length > 0 ? [`${count(totals.length, 'total')} of several contracts`] : []),
    ...(empty.length > 0
      ? [`${count(empty.length, 'row')} without purchaser, title, provider and amount`]
      : []),
  ];
  const report = [
    count(made.releases.length, 'release'),
    ...(left.length > 0 ? [`rows left out: ${left.join(', ')}`] : []),
    ...(unused.length > 0 ? [`columns not used: ${unused.join(', ')}`] : []),
  ].join('; ');
  if (rows.length > 0 && made.releases.length === 0)
    throw new CommandError(
      `no row of ${id} makes an OCDS release (${report}); name its columns in dataset.yaml as they are here: ${RELEASE_COLUMNS.join(', ')}`,
    );
  return { content: json(made), report };
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** What was masked or dropped as personal: kind, column, how often and why; never the value. */
function maskedReport({ masked, columns_dropped }: IngestLedger): string {
  return json({
    masked: masked.map((one) => ({ ...one, why: reasonFor(one.kind) })),
    columns_dropped: columns_dropped.map((column) => ({ column, why: reasonFor('personal-column') })),
  });
}
