import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { METHODS } from '../../../../scripts/ingest/ocds/methods.ts';
import { isReleasePackage, type ReleasePackage } from '../../../../scripts/ingest/ocds/release.ts';
import { purchasesOf } from '../../../../scripts/ingest/ocds/purchases.ts';
import { releasesOf } from '../../../../scripts/ingest/ocds/releases.ts';
import { packageFaults } from '../../../ocdsSchema.ts';
import { ingestedSheet, sheetsOf } from '../ingested.ts';
import type { Row } from '../../../../src/model/row.ts';

const OPTIONS = {
  uri: 'https://site.example/data/purchases.json',
  publisher: 'Buying Public Services',
  prefix: 'ocds-000000',
  date: '2026-11-24',
};

const ROW: Row = {
  id: 'x-1',
  purchaser: '高明区民政局',
  title: '居家养老服务',
  date: '2014-12-05',
  service_field: 'home-care',
  method: 'competitive-consultation',
  provider: '某某社会工作服务中心',
  provider_kind: 'social-organisation',
  period: '2015/2016',
  amount: 350000.5,
  currency: 'CNY',
  coverage: 'contract',
};

/** A shortened package of another publisher. */
const FOREIGN: ReleasePackage = {
  uri: 'https://publisher.example/releases.json',
  version: '1.1',
  publishedDate: '2024-01-01T00:00:00Z',
  publisher: { name: 'A publisher' },
  releases: [
    {
      ocid: 'ocds-213czf-1',
      id: '1',
      date: '2023-05-01T00:00:00Z',
      tag: ['tender', 'award'],
      initiationType: 'tender',
      parties: [
        { id: 'b', name: 'A County Council', roles: ['buyer'] },
        { id: 's', name: 'Some Care Ltd', roles: ['supplier'] },
      ],
      buyer: { id: 'b' },
      tender: {
        id: 't',
        title: 'Home care',
        procurementMethod: 'open',
        value: { amount: 9, currency: 'GBP' },
      },
      awards: [
        {
          id: 'a1',
          date: '2023-05-01T00:00:00Z',
          value: { amount: 5, currency: 'GBP' },
          suppliers: [{ id: 's' }],
        },
        { id: 'a2', status: 'cancelled', value: { amount: 4, currency: 'GBP' } },
      ],
    },
    {
      ocid: 'ocds-213czf-2',
      id: '2',
      date: '2023-06-01T00:00:00Z',
      tag: ['tender'],
      initiationType: 'tender',
      tender: { id: 't2', title: 'Day care', value: { amount: 7, currency: 'GBP' } },
    },
  ],
};

describe('releases become purchases', () => {
  test('one row per award, none for a cancelled one, and one for a tender without award', () => {
    expect(purchasesOf(FOREIGN)).toMatchObject([
      {
        ocid: 'ocds-213czf-1',
        purchaser: 'A County Council',
        provider: 'Some Care Ltd',
        title: 'Home care',
        method: 'open-tender',
        date: '2023-05-01',
        amount: 5,
        currency: 'GBP',
      },
      {
        ocid: 'ocds-213czf-2',
        title: 'Day care',
        amount: null,
        estimate: 7,
        estimate_currency: 'GBP',
        award: null,
      },
    ]);
  });

  test('ingest reads a package by itself', async () => {
    const [sheet] = await sheetsOf(new TextEncoder().encode(JSON.stringify(FOREIGN)), 'releases.json');
    const { fields, ledger } = await ingestedSheet(sheet!);
    expect(ledger).toMatchObject({ rows_in: 2, rows_out: 2 });
    expect(fields.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['ocid', 'purchaser', 'provider', 'amount']),
    );
  });

  test('also of one release a line, and of packages one a line', async () => {
    const read = async (...lines: unknown[]): Promise<unknown[][]> => {
      const text = lines.map((line) => JSON.stringify(line)).join('\n');
      return (await ingestedSheet((await sheetsOf(new TextEncoder().encode(text), 'releases.jsonl'))[0]!))
        .rows;
    };
    const [sheet] = await sheetsOf(new TextEncoder().encode(JSON.stringify(FOREIGN)), 'releases.json');
    const { rows } = await ingestedSheet(sheet!);
    expect(await read(...FOREIGN.releases)).toEqual(rows);
    // The same releases twice are the same processes.
    expect(await read(FOREIGN, FOREIGN)).toEqual(rows);
  });

  test('an id of a process or an award is not taken for a telephone number', async () => {
    const release = structuredClone(FOREIGN.releases[0]!);
    release.ocid = 'ocds-213czf-1320293-2015-07-01';
    release.awards = [{ id: 'a-1320293-2015-07-01', title: 'Call 1320293-2015' }];
    delete release.tender;
    const text = JSON.stringify({ ...FOREIGN, releases: [release] });
    const { fields, rows } = await ingestedSheet(
      (await sheetsOf(new TextEncoder().encode(text), 'r.json'))[0]!,
    );
    const cell = (name: string): unknown => rows[0]![fields.findIndex((field) => field.name === name)];
    expect([cell('ocid'), cell('award')]).toEqual([release.ocid, release.awards[0]!.id]);
    expect(cell('title')).toBe('Call ▇');
  });

  test('other JSON is not taken for a package', () => {
    expect(isReleasePackage(FOREIGN)).toBe(true);
    expect([null, [], {}, { releases: [] }, { releases: [{ id: 1 }] }].some(isReleasePackage)).toBe(false);
  });
});

describe('purchases become releases', () => {
  test('and are read back unchanged', () => {
    const { package: made } = releasesOf([ROW], OPTIONS);
    const kept = Object.fromEntries(
      Object.entries(ROW).filter(([name]) => !['id', 'coverage'].includes(name)),
    );
    expect(purchasesOf(made)).toMatchObject([{ ...kept, ocid: 'ocds-000000-x-1' }]);
  });

  test.each(['2014', '2014-02', '2014-12', '2014-12-31', '2012-02-29'])(
    'a date as exact as %s stays so',
    (date) => expect(purchasesOf(releasesOf([{ ...ROW, date }], OPTIONS).package)[0]!['date']).toBe(date),
  );

  test('a yearly total of a place is not a contracting process', () => {
    const { package: made, totals } = releasesOf([ROW, { ...ROW, coverage: 'place-year' }], OPTIONS);
    expect([made.releases.length, totals.length]).toEqual([1, 1]);
  });
});

describe('what a row does not say is left out of its release, not written as an empty text', () => {
  const [release] = releasesOf([{ id: 'x-1', title: 'Home care', amount: 5 }], OPTIONS).package.releases;

  test('no buyer, no supplier, no currency', () => {
    expect(release).not.toHaveProperty('buyer');
    expect(release!.parties).toEqual([]);
    expect(release!.awards).toEqual([{ id: 'x-1-award', status: 'active', value: { amount: 5 } }]);
  });

  test('a row that says nothing of a purchase has no release', () => {
    const { package: made, empty } = releasesOf([ROW, { id: 'x-2', supplier: 'Some Ltd' }], OPTIONS);
    expect([made.releases.length, empty]).toEqual([1, [{ id: 'x-2', supplier: 'Some Ltd' }]]);
  });
});

describe('what is written is OCDS 1.1', () => {
  const purchases = (): Row[] =>
    Papa.parse<Row>(readFileSync('data/purchases/purchases.csv', 'utf8'), {
      header: true,
      skipEmptyLines: true,
      dynamicTyping: (column) => column === 'amount',
    }).data;
  test('by the schema of the standard: every contract in data/purchases', () => {
    const { package: made, totals } = releasesOf([ROW, ...purchases()], OPTIONS);
    expect(made.releases.length).toBeGreaterThan(10);
    expect(made.releases.length + totals.length).toBe(purchases().length + 1);
    expect(packageFaults(made)).toEqual([]);
  });

  test('also of rows whose amounts, dates and terms stayed text, which are left out', () => {
    const text = { ...ROW, amount: '12,50', date: '25/12/2024', period: '2024/soon' };
    const { package: made } = releasesOf([text], OPTIONS);
    expect(packageFaults(made)).toEqual([]);
    expect(made.releases[0]!.awards).toEqual([
      { id: 'x-1-award', status: 'active', suppliers: [{ id: 'x-1-supplier', name: ROW['provider'] }] },
    ]);
  });

  test('and the schema rejects invalid input', () => {
    const { package: made } = releasesOf([ROW], OPTIONS);
    made.releases[0]!.tender!.procurementMethod = 'by lot';
    expect(packageFaults(made)).not.toEqual([]);
  });

  test('every procedure of our code list has its code of OCDS, but for those that OCDS does not know', () => {
    const { 'provider-choice': ours } = parse(readFileSync('data/codelists.yaml', 'utf8')) as Record<
      string,
      object
    >;
    expect(Object.keys(ours!).filter((code) => !(code in METHODS))).toEqual(['user-choice', 'unknown']);
  });

  test('amounts, titles and periods of data/purchases are read back as they were', () => {
    const contracts = purchases().filter(({ coverage }) => coverage === 'contract');
    const back = purchasesOf(releasesOf(contracts, OPTIONS).package);
    for (const [index, row] of contracts.entries())
      expect(back[index]).toMatchObject({
        title: row['title_en'],
        title_zh: row['title_zh'],
        amount: row['amount'],
        currency: row['currency'],
        method: row['method'],
        service_field: row['service_field'] || null,
        provider_kind: row['provider_kind'],
        period: row['period'] || null,
      });
  });
});
