import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sirv from 'sirv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asyncBufferFromUrl } from 'hyparquet';
import { TableEngine } from '../../src/components/explore/engine/tableEngine.ts';
import type { Dataset, Table } from '../../src/model/dataset.ts';
import type { Row } from '../../src/model/row.ts';
import { parquet } from '../../scripts/compile/write/parquet.ts';

const both = (text: string): { en: string; zh: string } => ({ en: text, zh: text });
const field = (name: string, type: 'string' | 'year' | 'number'): Table['fields'][number] => ({
  name,
  type,
  missing: 'not-found',
  title: both(name),
  description: both(name),
});
const FIELDS = [field('id', 'string'), field('year', 'year'), field('amount', 'number')];
const TABLE: Table = {
  name: 'large',
  title: both('large'),
  primaryKey: ['id'],
  foreignKeys: [],
  uniqueKeys: [],
  evidence: false,
  inDatabase: true,
  fields: FIELDS,
};
const DATASET = { id: 'large', version: '1.0.0', licence: 'CC-BY-4.0' } as Dataset;
const ROWS = 120_000;
const rowAt = (n: number): Row => ({
  id: `row-${n}`,
  year: 2010 + (n % 10),
  amount: n % 7 === 0 ? null : n * 1.5,
});
let folder: string;
let server: Server;
let address: string;
let served = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'large-'));
  const writer = parquet.open(join(folder, 'large.parquet'), DATASET, TABLE);
  for (let start = 0; start < ROWS; start += 10_000)
    await writer.write(Array.from({ length: 10_000 }, (_, n) => Object.values(rowAt(start + n))));
  await writer.close();
  const files = sirv(folder, { dev: true });
  server = createServer((request, response) => {
    const write = response.write.bind(response);
    response.write = ((chunk: Uint8Array, ...rest: never[]) => {
      if (request.method !== 'HEAD') served += chunk.length;
      return write(chunk, ...rest);
    }) as typeof response.write;
    files(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** An engine over the file, as the browser has it; and the size of the file. */
async function open(): Promise<{ engine: TableEngine; bytes: number }> {
  const url = `${address}/large.parquet`;
  const bytes = Number((await fetch(url, { method: 'HEAD' })).headers.get('content-length'));
  const file = await asyncBufferFromUrl({ url, byteLength: bytes });
  const engine = new TableEngine(
    {
      parts: [{ url, bytes, footer: 1 << 14, rows: ROWS }],
      columns: [
        { name: 'id', holds: 'text' },
        { name: 'year', holds: 'number' },
        { name: 'amount', holds: 'number' },
      ],
      language: 'en',
    },
    () => file,
  );
  return { engine, bytes };
}
const COLUMNS = FIELDS.map(({ name }) => name);

describe('a large table in the browser', () => {
  test('a page of it fetches only a part of the file', async () => {
    const { engine, bytes } = await open();
    const before = served;
    const { found, rows } = await engine.rows({ conditions: [], sort: '' }, COLUMNS, 60_000, 50);
    expect(found).toBe(ROWS);
    expect(rows[0]).toEqual(rowAt(60_000));
    expect(rows).toHaveLength(50);
    expect(served - before).toBeLessThan(bytes * 0.4);
  });

  test('filters and sorts over all of it', async () => {
    const { engine } = await open();
    const { found, rows } = await engine.rows(
      {
        conditions: [
          { kind: 'range', column: 'year', least: 2015, most: 2015 },
          { kind: 'range', column: 'amount', least: 90_000 },
        ],
        sort: '-amount',
      },
      COLUMNS,
      0,
      3,
    );
    const expected = Array.from({ length: ROWS }, (_, n) => rowAt(n))
      .filter((row) => row['year'] === 2015 && row['amount'] !== null && Number(row['amount']) >= 90_000)
      .sort((a, b) => Number(b['amount']) - Number(a['amount']));
    expect(found).toBe(expected.length);
    expect(rows).toEqual(expected.slice(0, 3));
  });
});
