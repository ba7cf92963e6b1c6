import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { afterAll, describe, expect, test } from 'vitest';
import { writeParquet } from '../../scripts/ingest/parquet/write.ts';
import { Threads } from '../../scripts/ingest/stream/threads.ts';
import { csvRecord } from '../../src/model/csv.ts';
import type { Cell } from '../../src/model/row.ts';

const folder = mkdtempSync(join(tmpdir(), 'parquet-'));
afterAll(() => rmSync(folder, { recursive: true }));
const csv = join(folder, 'table.csv');
const out = join(folder, 'table.parquet');

const FIELDS = [
  { name: 'text', type: 'string' },
  { name: 'kind', type: 'string' },
  { name: 'paid', type: 'partial-date' },
  { name: 'amount', type: 'number' },
  { name: 'count', type: 'integer' },
  { name: 'year', type: 'year' },
] as const;
type Row = [text: Cell, kind: Cell, paid: Cell, amount: Cell, count: Cell | bigint, year: Cell];

/** Writes rows as ingest writes them, numbered from two. */
async function write(rows: readonly Row[], share?: number, threads = new Threads(0)): Promise<void> {
  const cell = (value: Row[number]): Cell => (typeof value === 'bigint' ? String(value) : value);
  writeFileSync(
    csv,
    csvRecord(['row', ...FIELDS.map(({ name }) => name)]) +
      rows.map((row, index) => csvRecord([index + 2, ...row.map(cell)])).join(''),
  );
  await writeParquet(csv, out, FIELDS, threads, share);
}

/** The rows as another implementation reads them. */
async function read(): Promise<Row[]> {
  const file = await asyncBufferFromFile(out);
  const compressors = { ZSTD: (bytes: Uint8Array) => new Uint8Array(zstdDecompressSync(bytes)) };
  const rows = await parquetReadObjects({ file, compressors });
  rows.forEach(({ row }, index) => expect(row).toBe(BigInt(index + 2)));
  return rows.map((row) => FIELDS.map(({ name }) => row[name] as Cell) as Row);
}

/** An empty text is none. */
const held = (rows: readonly Row[]): Row[] =>
  rows.map((row) => row.map((cell) => (cell === '' ? null : cell)) as Row);

const seldom = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 4 });
/** A clean cell has no line end of Windows within. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom('"', ',', '\n', ' ', 'a', '务', '𠮷'), maxLength: 20 }),
    fc.string({ maxLength: 3000 }),
  )
  .map((made) => made.replaceAll('\r', ''));
const row: fc.Arbitrary<Row> = fc.tuple(
  seldom(text),
  seldom(fc.constantFrom('tender', '竞争性磋商', 'single "source", once')),
  seldom(fc.constantFrom('2014', '2014-04', '2014-04-03', '2025-12-31')),
  seldom(
    fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      fc.integer({ min: -1e12, max: 1e12 }).map((cents) => cents / 100),
    ),
  ),
  seldom(fc.bigInt({ min: -(2n ** 63n) + 1n, max: 2n ** 63n - 1n })),
  seldom(fc.integer({ min: -(2 ** 30), max: 2 ** 30 - 1 })),
);

describe('the Parquet of a clean CSV', () => {
  test('holds what the CSV holds, wherever a row group ends', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 60 }),
        fc.integer({ min: 1, max: 3000 }),
        async (rows, share) => {
          await write(rows, share);
          expect(await read()).toEqual(held(rows));
        },
      ),
      { numRuns: 300 },
    );
  });

  const many = Array.from({ length: 120_000 }, (_, index): Row => {
    const seldomFilled = index % 9 === 0 ? `note "${index}", and more` : null;
    return [
      seldomFilled ?? `R-${index % 70_001}`,
      ['tender', '单一来源', null][index % 3]!,
      index > 90_000 ? null : `20${10 + (index % 16)}-0${1 + (index % 9)}`,
      index % 11 === 0 ? null : (index * 7919) / 100 - 3000,
      index % 13 === 0 ? null : BigInt(index) ** 3n * (index % 2 === 0 ? 1n : -1n),
      2000 + (index % 27),
    ];
  });

  test('is the same file on any number of threads', async () => {
    await write(many, 1 << 20);
    const one = readFileSync(out);
    const threads = new Threads(2);
    await write(many, 1 << 20, threads);
    await threads.end();
    expect(readFileSync(out).equals(one)).toBe(true);
    expect(await read()).toEqual(many);
  });

  test('is read by DuckDB, which passes over the row groups that its statistics rule out', async () => {
    await write(many, 1 << 20);
    const database = await (await DuckDBInstance.create(':memory:')).connect();
    const rowsOf = async (sql: string): Promise<unknown[][]> =>
      (await database.runAndReadAll(sql.replaceAll('$', `'${out.replaceAll("'", "''")}'`))).getRowsJson();
    const all = await rowsOf('SELECT text, kind, paid, amount, count, year FROM $ ORDER BY row');
    expect(all).toEqual(
      many.map((cells) => cells.map((cell) => (typeof cell === 'bigint' ? String(cell) : cell))),
    );
    for (const at of [0, 1, 8191, 60_000, 119_999]) {
      const [name, , , amount, count] = many[at]!;
      expect(await rowsOf(`SELECT text FROM $ WHERE row = ${at + 2}`)).toEqual([[name]]);
      if (amount !== null)
        expect(await rowsOf(`SELECT count(*)::INTEGER FROM $ WHERE amount = ${amount}`)).toEqual([[1]]);
      if (count !== null)
        expect(await rowsOf(`SELECT count(*)::INTEGER FROM $ WHERE count = ${count}`)).toEqual([[1]]);
    }
    const texts = new Set(many.map(([name]) => name));
    expect(
      await rowsOf(`SELECT count(DISTINCT text)::INTEGER FROM $ WHERE text >= 'R-' OR text < 'R-'`),
    ).toEqual([[texts.size]]);
  });

  test('numbers texts that repeat themselves, and says the range of each row group', async () => {
    await write(many, 1 << 20);
    const { row_groups } = await parquetMetadataAsync(await asyncBufferFromFile(out));
    expect(row_groups.length).toBeGreaterThan(3);
    const of = (name: string) =>
      row_groups[0]!.columns.find(({ meta_data }) => meta_data!.path_in_schema[0] === name)!.meta_data!;
    expect(of('text').encodings).not.toContain('RLE_DICTIONARY');
    expect(of('kind').encodings).toContain('RLE_DICTIONARY');
    expect(of('count').encodings).toContain('DELTA_BINARY_PACKED');
    const rows = many.slice(0, Number(row_groups[0]!.num_rows));
    expect(of('kind').statistics).toMatchObject({
      min_value: 'tender',
      max_value: '单一来源',
      null_count: BigInt(rows.filter(([, kind]) => kind === null).length),
    });
    const amounts = rows.flatMap(([, , , amount]) => (amount === null ? [] : [amount as number]));
    expect(of('amount').statistics).toMatchObject({
      min_value: Math.min(...amounts),
      max_value: Math.max(...amounts),
    });
  });

  test('of no rows has its columns', async () => {
    await write([]);
    const { schema, num_rows } = await parquetMetadataAsync(await asyncBufferFromFile(out));
    expect(num_rows).toBe(0n);
    expect(schema.slice(1).map(({ name }) => name)).toEqual(['row', ...FIELDS.map(({ name }) => name)]);
  });

  test('names the row and the value that its type does not hold, and is not left half', async () => {
    await expect(write([...many.slice(0, 100), [null, null, null, null, 2n ** 63n, null]])).rejects.toThrow(
      'table.parquet was not written: row 102: count is 9223372036854775808, which Parquet does not hold as INT64',
    );
    expect(() => readFileSync(out)).toThrow('ENOENT');
  });
});
