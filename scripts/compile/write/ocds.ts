import { once } from 'node:events';
import { createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { PublishedDataset, PublishedTable } from '../../../src/model/catalogue.ts';
import { licenceOf } from '../../../src/model/licence.ts';
import type { OcdsMapping } from '../../../src/model/ocdsMapping.ts';
import { permanentId } from '../../../src/model/permanentId.ts';
import { fileNameIn } from '../../../src/model/publishedFormat.ts';
import { text, type Row } from '../../../src/model/row.ts';
import { SITE_NAME, webAddress } from '../../../src/model/site.ts';
import type { DatasetContext, DatasetFormat } from './datasetFormat.ts';
import { releaseMaker } from './ocdsRelease.ts';

/** What stands before ids where no prefix is registered: not of the form of a registered one, so that it is not taken for one. */
const UNREGISTERED = 'buying-public-services';

/** @see https://extensions.open-contracting.org/en/extensions/ */
const EXTENSIONS = 'https://raw.githubusercontent.com/open-contracting-extensions';
const ORGANISATION_CLASSIFICATION = `${EXTENSIONS}/ocds_organizationClassification_extension/1.1/extension.json`;
const BIDS = `${EXTENSIONS}/ocds_bid_extension/v1.1.5/extension.json`;

/** A table of contracts as OCDS releases: one a line, compressed by gzip, written as its rows are read. */
export const ocds: DatasetFormat = {
  name: 'ocds',
  async write(context) {
    const names: string[] = [];
    for (const { table, mapping } of tablesOf(context.dataset)) {
      const name = fileNameIn(table.name, 'ocds');
      await writeReleases(join(context.folder, name), context, table, mapping);
      names.push(name);
    }
    return names;
  },
};

/** What a release package says of its releases, which are in the file beside it. */
export const ocdsPackage: DatasetFormat = {
  name: 'ocds-package',
  write({ folder, dataset }) {
    return tablesOf(dataset).map(({ table, mapping }) => {
      const name = fileNameIn(table.name, 'ocds-package');
      writeFileSync(join(folder, name), `${JSON.stringify(packageOf(dataset, table, mapping), null, 1)}\n`);
      return name;
    });
  },
};

const tablesOf = ({ tables }: PublishedDataset): { table: PublishedTable; mapping: OcdsMapping }[] =>
  tables.flatMap((table) => (table.ocds ? [{ table, mapping: table.ocds }] : []));

/** Writes the releases of a table as its rows are read again. */
async function writeReleases(
  path: string,
  context: DatasetContext,
  table: PublishedTable,
  mapping: OcdsMapping,
): Promise<void> {
  const { dataset } = context;
  const bids = await bidsByContract(context, mapping);
  const release = releaseMaker({
    mapping,
    fields: table.fields,
    key: table.primaryKey[0]!,
    prefix: mapping.prefix ?? UNREGISTERED,
    version: dataset.version,
    date: dataset.modified,
    rowAddress: (id) => rowAddress(dataset, table, id),
    bidsFor: (row) => bids.get(mapping.bids ? text(row, mapping.bids.on) : '') ?? [],
  });
  const gzip = createGzip();
  const written = pipeline(gzip, createWriteStream(path));
  // Whoever writes next is shown the error.
  written.catch(() => undefined);
  await context.eachRows(table, async (rows) => {
    const text = rows.map((row) => `${JSON.stringify(release(row))}\n`).join('');
    if (!gzip.write(text)) await Promise.race([once(gzip, 'drain'), written]);
  });
  gzip.end();
  await written;
}

/** The explorer of the dataset, at a row. */
function rowAddress(
  { id, tables }: PublishedDataset,
  { name }: PublishedTable,
  row: string,
): string | undefined {
  const query = new URLSearchParams({ ...(name === tables[0]!.name ? {} : { table: name }), row });
  return webAddress(`/en/datasets/${id}/explore/?${query}`);
}

/** The bids of the last notice about each contract. */
async function bidsByContract(
  { dataset, rows }: DatasetContext,
  { bids }: OcdsMapping,
): Promise<Map<string, Row[]>> {
  if (!bids) return new Map();
  const all = await rows(dataset.tables.find(({ name }) => name === bids.table)!);
  const byContract = Map.groupBy(
    all.filter((row) => text(row, bids.on) !== ''),
    (row) => text(row, bids.on),
  );
  for (const [contract, each] of byContract) {
    const last = each.reduce((a, b) => (text(b, bids.noticeDate) > text(a, bids.noticeDate) ? b : a));
    byContract.set(
      contract,
      each.filter((row) => text(row, bids.notice) === text(last, bids.notice)),
    );
  }
  return byContract;
}

function packageOf(dataset: PublishedDataset, table: PublishedTable, mapping: OcdsMapping): object {
  const path = `/data/${dataset.id}/${fileNameIn(table.name, 'ocds')}`;
  return {
    // OCDS requires a URI, which a path is not.
    uri: webAddress(path) ?? permanentId(path),
    version: '1.1',
    extensions: [
      ...(mapping.supplierKind ? [ORGANISATION_CLASSIFICATION] : []),
      ...(mapping.bids ? [BIDS] : []),
    ],
    publishedDate: `${dataset.modified}T00:00:00Z`,
    publisher: { name: SITE_NAME.en, uri: webAddress('/') },
    license: licenceOf(dataset).url,
    publicationPolicy: webAddress(`/en/datasets/${dataset.id}/#ocds`),
  };
}
