import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mergedReleases } from '../../../../scripts/ingest/ocds/merge.ts';
import type { Release } from '../../../../scripts/ingest/ocds/release.ts';
import { ingestedFile, type IngestedTable } from '../ingested.ts';

const read = (...values: unknown[]): Promise<IngestedTable> =>
  ingestedFile(values.map((value) => JSON.stringify(value)).join('\n'), 'x.json');
const fixture = (name: string): Promise<IngestedTable> =>
  ingestedFile(readFileSync(`tests/fixtures/ingest/reading/${name}`), name);
const row = ({ fields, rows }: IngestedTable, index = 0): Record<string, unknown> =>
  Object.fromEntries(fields.map(({ name }, at) => [name, rows[index]![at]]));

const release = (date: string, rest: object): Release =>
  ({ ocid: 'o-1', id: date, date, tag: ['award'], initiationType: 'tender', ...rest }) as Release;

describe('releases of one process are merged by the rules of the standard', () => {
  test('in the order of dates: later values replace, null removes, objects are merged by id, other lists are replaced', () => {
    const [merged] = mergedReleases([
      release('2024-03-01', {
        tender: { id: 't', title: null, value: { amount: 9 } },
        awards: [{ id: 'b', status: 'active' }],
      }),
      release('2024-01-01', {
        tender: { id: 't', title: 'Old', status: 'planned', submissionMethod: ['a', 'b'] },
        awards: [{ id: 'a', status: 'pending', value: { amount: 1, currency: 'EUR' } }],
      }),
      release('2024-02-01', {
        tender: { id: 't', submissionMethod: ['c'] },
        awards: [{ id: 'a', status: 'active', value: { amount: 2 } }],
      }),
    ]);
    expect(merged).toMatchObject({
      id: '2024-03-01',
      tender: { id: 't', status: 'planned', submissionMethod: ['c'], value: { amount: 9 } },
      awards: [
        { id: 'a', status: 'active', value: { amount: 2, currency: 'EUR' } },
        { id: 'b', status: 'active' },
      ],
    });
    expect(merged!.tender).not.toHaveProperty('title');
  });

  test('objects without an id are all kept, and lists that the schema marks as whole are replaced', () => {
    const [merged] = mergedReleases([
      release('1', { parties: [{ name: 'A', additionalIdentifiers: [{ id: '1' }] }] }),
      release('2', { parties: [{ name: 'B' }] }),
    ]);
    expect(merged!.parties).toMatchObject([{ name: 'A' }, { name: 'B' }]);
    const [whole] = mergedReleases([
      release('1', { parties: [{ id: 'p', additionalIdentifiers: [{ id: '1' }, { id: '2' }] }] }),
      release('2', { parties: [{ id: 'p', additionalIdentifiers: [{ id: '3' }] }] }),
    ]);
    expect(whole!.parties).toEqual([{ id: 'p', additionalIdentifiers: [{ id: '3' }] }]);
  });
});

test('tender, award and contract of one process are one row, and the estimate stands apart', async () => {
  const made = await fixture('ocds-three-releases-one-contract.json');
  expect(made.rows).toHaveLength(1);
  expect(row(made)).toMatchObject({
    purchaser: 'City',
    amount: 1000,
    currency: 'EUR',
    estimate: 1500,
    provider: 'A Ltd',
    provider_kind: 'private',
    contract: 'c1',
    signed: '2024-02-01',
    contract_amount: 1000,
  });
});

test('compiled releases a line, records, and packages of either', async () => {
  const made = await fixture('ocds-compiled-releases.jsonl');
  expect([made.rows.length, row(made, 2)['amount'], row(made, 2)['signed']]).toEqual([3, 3000, '2024-02-03']);
  const compiled = release('2024', {
    tag: ['compiled'],
    tender: { id: 't', title: 'Care' },
    awards: [{ id: 'a', value: { amount: 5 } }],
  });
  const record = { ocid: 'o-1', compiledRelease: compiled, releases: [{ url: 'https://a.example/1' }] };
  const untagged = Object.fromEntries(Object.entries(compiled).filter(([key]) => key !== 'tag'));
  for (const value of [
    [compiled],
    [untagged],
    [record],
    [{ uri: 'u', records: [record] }],
    [{ uri: 'u', releases: [compiled] }],
  ])
    expect(row(await read(...value))).toMatchObject({ ocid: 'o-1', title: 'Care', amount: 5, award: 'a' });
  const parts = {
    ocid: 'o-1',
    releases: [
      release('1', { tender: { id: 't', title: 'Care' } }),
      release('2', { awards: [{ id: 'a', value: { amount: 5 } }] }),
    ],
  };
  expect((await read(parts)).rows).toHaveLength(1);
  await expect(
    read({ records: [{ ocid: 'o-1', releases: [{ url: 'https://a.example/1' }] }] }),
  ).rejects.toThrow('x.json: the record o-1 has no release, only links to them');
});

test('contracts of one award are one row with their sum; a contract without an award, and a tender alone, have rows of their own', async () => {
  const made = await read(
    release('1', {
      awards: [
        { id: 'a', value: { amount: 9 } },
        { id: 'x', status: 'cancelled', value: { amount: 99 } },
      ],
      contracts: [
        { id: 'c1', awardID: 'a', value: { amount: 4, currency: 'EUR' } },
        { id: 'c2', awardID: 'a', value: { amount: 5, currency: 'EUR' } },
        { id: 'c3', value: { amount: 7, currency: 'EUR' } },
        { id: 'c4', awardID: 'a', status: 'cancelled', value: { amount: 70, currency: 'EUR' } },
      ],
    }),
    {
      ...release('1', { tender: { id: 't', title: 'Tender only', value: { amount: 3, currency: 'EUR' } } }),
      ocid: 'o-2',
    },
    {
      ...release('1', {
        tender: { id: 't', title: 'Cancelled' },
        awards: [{ id: 'a', status: 'cancelled' }],
      }),
      ocid: 'o-3',
    },
  );
  expect(made.rows.map((_, index) => row(made, index))).toMatchObject([
    { ocid: 'o-1', amount: 9, contract: 'c1; c2', contract_amount: 9 },
    { ocid: 'o-1', amount: null, contract: 'c3', contract_amount: 7 },
    { ocid: 'o-2', amount: null, estimate: 3, title: 'Tender only' },
  ]);
  expect(made.rows).toHaveLength(3);
});

test('amounts beyond 2^53 are exact', async () => {
  const text =
    '{"ocid":"o-1","id":"1","date":"2024","tag":["award"],"awards":[{"id":"a","value":{"amount":9007199254740993,"currency":"IDR"}}]}';
  expect(row(await ingestedFile(text, 'x.json'))['amount']).toBe('9007199254740993');
});
