import { openSync, readSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parquetParts } from '../../../src/published/parquetParts.ts';
import { readCatalogue, readTable } from '../../../src/published/readCatalogue.ts';

const TABLES = readCatalogue().datasets.flatMap(({ id, tables }) =>
  tables.map((table) => [id, table] as const),
);

test('the Parquet files of every table have all its rows', () => {
  for (const [id, table] of TABLES)
    expect(
      parquetParts(id, table).reduce((sum, { rows }) => sum + rows, 0),
      `${id}/${table.name}`,
    ).toBe(table.rows);
});

test('the size of the metadata is exact: before it the indexes of pages end, in it are the names of the columns', () => {
  const [part] = parquetParts('contracts', readTable('contracts', 'contracts'));
  const bytes = Buffer.alloc(part!.footer);
  readSync(
    openSync(`public/data/contracts/${part!.name}`, 'r'),
    bytes,
    0,
    bytes.length,
    part!.bytes - part!.footer,
  );
  expect(bytes.subarray(-4).toString()).toBe('PAR1');
  expect(bytes.readUInt32LE(bytes.length - 8)).toBe(part!.footer - 8);
  expect(bytes.includes('supplier_kind')).toBe(true);
});
