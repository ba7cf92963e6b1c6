/** Over 250 lines: one description of contracts is compiled for all tests, and each looks at what came of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { csvRecord } from '../../../../src/model/csv.ts';
import type { Catalogue } from '../../../../src/model/catalogue.ts';
import type { Row } from '../../../../src/model/row.ts';
import { packageFaults, releaseFaults, type OcdsRelease } from '../../../ocdsSchema.ts';
import { ingestedFile } from '../../ingest/ingested.ts';
import { ingestedRows } from '../../ingest/ingestedRows.ts';
import { Project } from '../../project.ts';

interface DescribedTable {
  name: string;
  foreignKeys?: unknown;
  fields: { name: string }[];
}

/** The two tables of data/contracts that the releases are made of, described as there. */
const described = parse(readFileSync('data/contracts/dataset.yaml', 'utf8')) as {
  version: string;
  tables: DescribedTable[];
};
const TABLES = ['contracts', 'candidates'];
const tables = described.tables
  .filter(({ name }) => TABLES.includes(name))
  .map(({ foreignKeys: _, ...table }) => table);
const RECIPES = ['act', 'philadelphia', 'toronto', 'prishtina', 'kosovo', 'yichang'];

/** The persons, addresses and telephone numbers that were planted in the files. */
const PERSONS = /A Planted|Irvin|Arben|Zyrtar|example\.org|416-555/i;

/** The sources of the small dataset that every project of the tests has. */
const SMALL_SOURCES = 'gf-gm-gov-report-2016,a,\ngf-gm-report-2019,b,\n';

const OUT = 'public/data/contracts';

/** The releases of these rows, with the project and the catalogue. */
async function published(rows: Record<string, Row[]>, change?: (text: string) => string) {
  const text = stringify({ ...described, tables });
  const project = new Project({
    'data/codelists.yaml': readFileSync('data/codelists.yaml'),
    'data/contracts/dataset.yaml': change ? change(text) : text,
    'data/contracts/CHANGES.md': readFileSync('data/contracts/CHANGES.md'),
    'data/sources/sources.csv': `id,title,url\n${SMALL_SOURCES}${[
      ...new Set(Object.values(rows).flatMap((some) => some.map((row) => String(row['source_id'])))),
    ]
      .map((id) => csvRecord([id, id, null]))
      .join('')}`,
    ...Object.fromEntries(
      tables.map(({ name, fields }) => [
        `data/contracts/${name}.csv`,
        [
          csvRecord(fields.map((field) => field.name)),
          ...rows[name]!.map((row) => csvRecord(fields.map((field) => row[field.name] ?? null))),
        ].join(''),
      ]),
    ),
  });
  const catalogue = await project.compile();
  const bytes = readFileSync(join(project.root, OUT, 'contracts.ocds.jsonl.gz'));
  const content = gunzipSync(bytes);
  const releases = content
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as OcdsRelease);
  return { project, catalogue, bytes, content, releases };
}

const EMPTY: Row = {
  id: 'x-1',
  place: 'x',
  buyer: 'A Council',
  currency: 'EUR',
  procedure: 'unknown',
  ...{ source_id: 's', file: 'f.csv', row_in_file: 1 },
};
const LOT: Row = {
  ...EMPTY,
  title: '某某工程',
  supplier: '乙公司',
  supplier_id: '乙公司',
  supplier_kind: 'for-profit',
  amount: 9,
};
const BID: Row = {
  id: 'n-1',
  place: 'x',
  title: '某某工程',
  announced: '2025-06-01',
  rank: 1,
  candidates: 2,
  supplier: '甲公司',
  supplier_id: '甲公司',
  supplier_kind: 'for-profit',
  amount: 10,
  currency: 'CNY',
  source_id: 't',
  file: 'n.json',
  row_in_file: 7,
};

describe('what the recipes make of files of six publishers', () => {
  let rows: Row[];
  let made: Awaited<ReturnType<typeof published>>;
  beforeAll(async () => {
    rows = (
      await Promise.all(RECIPES.map(async (name) => (await ingestedRows(name, 'tests/fixtures/ingest')).rows))
    ).flat();
    made = await published({ contracts: rows, candidates: [] });
  });

  test('is a release a row that the schema of OCDS 1.1.5 allows, also in a package', () => {
    expect(made.releases.length).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(20);
    expect(made.releases.flatMap(releaseFaults)).toEqual([]);
    const metadata = JSON.parse(made.project.read(`${OUT}/contracts.ocds-package.json`)) as object;
    expect(packageFaults({ ...metadata, releases: made.releases })).toEqual([]);
  });

  test('the schema refuses what is wrong', () => {
    const [release] = structuredClone(made.releases);
    release!.tender.procurementMethod = 'by lot';
    release!.awards[0]!.date = '2025-09-15';
    expect(releaseFaults(release!).length).toBe(2);
  });

  test('is read back by ingest with the same number, amounts and suppliers', async () => {
    const { fields, rows: back } = await ingestedFile(made.content, 'contracts.ocds.jsonl');
    const column = (name: string): unknown[] =>
      back.map((row) => row[fields.findIndex((one) => one.name === name)]);
    expect(back.length).toBe(rows.length);
    expect(column('amount')).toEqual(rows.map((row) => row['amount']));
    expect(column('currency')).toEqual(rows.map((row) => (row['amount'] === null ? null : row['currency'])));
    expect(column('ocid')).toEqual(rows.map(({ id }) => `buying-public-services-${String(id)}`));
    expect(column('award')).toEqual(rows.map(({ id }) => id));
    const kind = rows.map((row) => row['supplier_kind']);
    expect(column('provider_kind')).toEqual(kind);
    expect(column('service_field')).toEqual(rows.map((row) => row['service_field']));
    // A token is masked once more, by its own number; every other name is that of the row.
    const names = rows.map((row) => row['supplier']);
    expect(column('provider').filter((_, at) => kind[at] !== 'person')).toEqual(
      names.filter((_, at) => kind[at] !== 'person'),
    );
  });

  test('says of a person no more than a token', () => {
    const persons = made.releases.filter(({ parties }) => JSON.stringify(parties).includes('"id":"person"'));
    expect(persons.length).toBeGreaterThan(2);
    for (const { awards, parties } of persons) {
      expect(awards[0]!.suppliers![0]!.name).toMatch(/^masked-\d+$/);
      expect(parties.find(({ roles }) => roles.includes('supplier'))!.id).toMatch(
        /^[\w-]+\/supplier\/masked-\d+$/,
      );
    }
    expect(made.content.toString()).not.toMatch(PERSONS);
  });

  test('is published with the dataset: in the list, the catalogue and the README, and not again in the ZIP', () => {
    const { files } = (made.catalogue as Catalogue).datasets.find(({ id }) => id === 'contracts')!;
    expect(files.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['contracts.ocds.jsonl.gz', 'contracts.ocds-package.json']),
    );
    expect(made.project.read('public/data/catalog.ttl')).toContain('contracts.ocds.jsonl.gz');
    const zipped = unzipSync(readFileSync(join(made.project.root, OUT, 'contracts.zip')));
    expect(Object.keys(zipped).filter((name) => name.endsWith('.jsonl.gz'))).toEqual([]);
    expect(Buffer.from(zipped['README.md']!).toString()).toContain('## OCDS: contracts.ocds.jsonl.gz');
  });

  test('has the same bytes each time', async () => {
    const again = await published({ contracts: rows, candidates: [] });
    expect(again.bytes.equals(made.bytes)).toBe(true);
  });
});

describe('a release', () => {
  const releaseOf = async (row: Row, bids: Row[] = []): Promise<OcdsRelease> =>
    (await published({ contracts: [row], candidates: bids })).releases[0]!;

  test('has nothing that its row does not say', async () => {
    const release = await releaseOf(EMPTY);
    expect(releaseFaults(release)).toEqual([]);
    expect(release).toEqual({
      ocid: 'buying-public-services-x-1',
      id: `x-1-${described.version}`,
      date: '2026-11-28T00:00:00Z',
      tag: ['award'],
      initiationType: 'tender',
      parties: [{ id: 's/buyer/A Council', name: 'A Council', roles: ['buyer'] }],
      buyer: { id: 's/buyer/A Council', name: 'A Council' },
      tender: { id: 'x-1' },
      awards: [
        {
          id: 'x-1',
          status: 'active',
          documents: [
            {
              id: 'row',
              title: 'The row that this release was made of',
              description: 'source_id: s; file: f.csv; row_in_file: 1',
            },
          ],
        },
      ],
    });
  });

  test('has a contract where the row has its period or what was paid, and what was paid as one transaction', async () => {
    const release = await releaseOf({ ...EMPTY, start: '2014', amount: 5, paid: 0, bids: 1, estimate: 6 });
    expect(release.tag).toEqual(['award', 'contract', 'implementation']);
    expect(release.tender).toMatchObject({ numberOfTenderers: 1, value: { amount: 6, currency: 'EUR' } });
    expect(release.contracts).toEqual([
      {
        id: 'x-1',
        awardID: 'x-1',
        value: { amount: 5, currency: 'EUR' },
        period: { startDate: '2014-01-01T00:00:00Z' },
        implementation: { transactions: [{ id: 'x-1-paid-to-date', value: { amount: 0, currency: 'EUR' } }] },
      },
    ]);
  });

  test('a day of award that is not known to the day is a period', async () => {
    const { awards, tender } = await releaseOf({ ...EMPTY, awarded: '2014-02' });
    expect(awards[0]).not.toHaveProperty('date');
    expect(tender.awardPeriod).toEqual({
      startDate: '2014-02-01T00:00:00Z',
      endDate: '2014-02-28T23:59:59Z',
    });
  });

  test.each([
    ['services, CPV 32', 'services'],
    ['Goods and Services', undefined],
  ])('what is printed as %s is of %s', async (category_printed, category) => {
    const { tender, awards } = await releaseOf({
      ...EMPTY,
      category_printed,
      main_procurement_category: category ?? null,
      service_field: 'education',
    });
    expect(tender.mainProcurementCategory).toBe(category);
    expect(awards[0]!.items).toEqual([
      {
        id: '1',
        classification: { scheme: 'service-field', id: 'education', description: 'Education' },
        additionalClassifications: [{ scheme: 's/category_printed', id: category_printed }],
      },
    ]);
  });

  test('has the bids of the last notice, and which of them won', async () => {
    const winning = { ...BID, id: 'n-2', rank: 2, supplier: '乙公司', supplier_id: '乙公司', amount: 9 };
    const earlier = {
      ...BID,
      id: 'm-1',
      announced: '2025-05-01',
      row_in_file: 3,
      supplier: '丙公司',
      supplier_id: '丙公司',
    };
    const release = await releaseOf(LOT, [earlier, BID, winning, { ...BID, id: 'o-1', title: '另一工程' }]);
    expect(releaseFaults(release)).toEqual([]);
    expect(release.bids!.details).toEqual([
      {
        id: 'n-1',
        tenderers: [{ id: 's/supplier/甲公司', name: '甲公司' }],
        value: { amount: 10, currency: 'CNY' },
      },
      {
        id: 'n-2',
        tenderers: [{ id: 's/supplier/乙公司', name: '乙公司' }],
        value: { amount: 9, currency: 'CNY' },
      },
    ]);
    expect(release.awards[0]!.relatedBid).toBe('n-2');
    expect(release.parties.map(({ name, roles }) => [name, roles])).toEqual([
      ['A Council', ['buyer']],
      ['乙公司', ['supplier', 'tenderer']],
      ['甲公司', ['tenderer']],
    ]);
  });

  test('a token of the bids is nobody of the awards', async () => {
    const masked = { supplier: 'masked-1', supplier_id: 'masked-1', supplier_kind: 'person' };
    const { awards, bids } = await releaseOf({ ...LOT, ...masked }, [{ ...BID, ...masked }]);
    expect(awards[0]).not.toHaveProperty('relatedBid');
    expect(bids!.details[0]!.tenderers[0]!.id).toBe('t/supplier/masked-1');
  });
});

describe('a mapping', () => {
  const faults = (change: (text: string) => string): Promise<string> =>
    published({ contracts: [EMPTY], candidates: [] }, change).then(
      () => '',
      (error: Error) => error.message,
    );

  test.each([
    ['a column that is not there', 'department: department', 'department: division', '"division"'],
    ['a column that the bids lack', 'notice: row_in_file', 'notice: page', '"page"'],
    ['a table that is not there', 'table: candidates', 'table: bidders', '"bidders"'],
    ['a prefix that is none', 'scope: source_id', 'prefix: ocds-x\n      scope: source_id', 'ocds-213czf'],
  ])('that names %s is a fault', async (_, from, to, named) => {
    expect(await faults((text) => text.replace(from, to))).toContain(named);
  });

  test('with a registered prefix gives ids that begin with it', async () => {
    const { releases } = await published({ contracts: [EMPTY], candidates: [] }, (text) =>
      text.replace('scope: source_id', 'prefix: ocds-abc123\n      scope: source_id'),
    );
    expect(releases[0]!.ocid).toBe('ocds-abc123-x-1');
  });
});
