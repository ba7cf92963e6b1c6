import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ingestedRows, type IngestedRows } from '../ingestedRows.ts';

const RAW = '../shared/raw/england-childrens-services-s251';
const absent = !existsSync(RAW);
if (absent) console.warn(`skipped: the raw files are not there (${RAW})`);

const cells = ({ rows }: IngestedRows, ...names: string[]): unknown[][] =>
  rows.map((row) => names.map((name) => row[name] ?? null));

test('s251: the forms of two years become one table; totals and memorandum lines are marked, empty lines left out', async () => {
  const made = await ingestedRows('s251', 'tests/fixtures/ingest');
  expect(made.ledger.rows_dropped).toEqual({ 'no expenditure and no income': 1 });
  expect(cells(made, 'id', 'financial_year', 'category_printed', 'line_kind', 'service_field')).toEqual([
    ['s251-0809-2', '2008/09', 'Total Youth Justice', 'total', 'children-and-youth'],
    ['s251-0809-3', '2008/09', 'Residential care', 'service', 'looked-after-children'],
    ['s251-0809-4', '2008/09', 'Fostering services', 'service', 'looked-after-children'],
    ['s251-0809-5', '2008/09', 'Total Children Looked After', 'total', 'looked-after-children'],
    ['s251-1314-2', '2013/14', "Spend by individual Sure Start Children's Centres", 'service', 'child-care'],
    [
      's251-1314-3',
      '2013/14',
      'Spend on local authority provided or commissioned area-wide services delivered through Sure Start Children’s Centres',
      'service',
      'child-care',
    ],
    [
      's251-1314-4',
      '2013/14',
      "Spend on local authority management costs relating to sure Start Children's Centres",
      'service',
      'child-care',
    ],
    ['s251-1314-5', '2013/14', 'Other early years expenditure', 'service', 'child-care'],
    ['s251-1314-6', '2013/14', "Total Sure Start Children's Centres", 'total', 'child-care'],
    ['s251-1314-7', '2013/14', 'Residential care', 'service', 'looked-after-children'],
    ['s251-1314-8', '2013/14', 'Fostering services', 'service', 'looked-after-children'],
    ['s251-1314-9', '2013/14', 'Total Children Looked After', 'total', 'looked-after-children'],
    [
      's251-1314-10',
      '2013/14',
      'Substance misuse services(Drugs, alcohol and volatile substances)(included in lines 27 and 28 above)',
      'memorandum',
      'children-and-youth',
    ],
  ]);
  const residential = made.rows.filter(({ category_printed: line }) => line === 'Residential care');
  expect(
    residential.map((row) =>
      ['own', 'private', 'other_public', 'voluntary', 'public', 'total'].map((name) => row[name] ?? null),
    ),
  ).toEqual([
    [null, 1393.44, null, 752516, 68192.01, 822101.45],
    [7041694.52, 2805739.26, 0, 1321864.75, null, 11169298.53],
  ]);
});

describe.skipIf(absent)('all rows of the raw files', () => {
  test('every row is kept but those without money; two of 150 authorities were divided into four in 2009', async () => {
    const { rows, rejects, ledger } = await ingestedRows('s251', RAW);
    expect([ledger.rows_in, rows.length, rejects.length]).toEqual([38_666, 31_467, 0]);
    const authorities = (of: (year: number) => boolean): number =>
      new Set(rows.filter(({ year }) => of(Number(year))).map(({ authority_code: code }) => code)).size;
    expect([authorities((year) => year === 2008), authorities((year) => year > 2008)]).toEqual([150, 152]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });
});
