import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { openParquetFile } from '../../../scripts/lib/parquetFile.ts';
import { COMPRESSORS } from '../../../src/components/explore/engine/partFile.ts';

const path = join(mkdtempSync(join(tmpdir(), 'parquet-')), 'rows.parquet');

test('a file has gzip for texts and whole numbers, says which columns have no empty cells, and has a year of payments in one row group', async () => {
  const file = openParquetFile(path, [
    { name: 'id', type: 'string', unique: true, required: true },
    { name: 'supplier', type: 'string' },
    { name: 'lines', type: 'integer', required: true },
    { name: 'amount', type: 'number' },
  ]);
  for (let row = 0; row < 100_000; row += 1)
    await file.write([`r-${row}`, row % 2 ? 'Age UK' : null, row, row / 4]);
  await file.close();

  const buffer = await asyncBufferFromFile(path);
  const { schema, row_groups: groups } = await parquetMetadataAsync(buffer);
  expect(schema.slice(1).map(({ name, repetition_type: repetition }) => [name, repetition])).toEqual([
    ['id', 'REQUIRED'],
    ['supplier', 'OPTIONAL'],
    ['lines', 'REQUIRED'],
    ['amount', 'OPTIONAL'],
  ]);
  expect(groups.map(({ num_rows: rows }) => Number(rows))).toEqual([100_000]);
  expect(groups[0]!.columns.map(({ meta_data: meta }) => meta!.codec)).toEqual([
    'GZIP',
    'GZIP',
    'GZIP',
    'SNAPPY',
  ]);
  const rows = await parquetReadObjects({ file: buffer, rowStart: 99_998, compressors: COMPRESSORS });
  expect(rows).toEqual([
    { id: 'r-99998', supplier: null, lines: 99_998n, amount: 24_999.5 },
    { id: 'r-99999', supplier: 'Age UK', lines: 99_999n, amount: 24_999.75 },
  ]);
});

test('an empty cell where none may be is written, as it is reported as a fault of the row and not of the file', async () => {
  const types = ['string', 'partial-date', 'integer', 'year', 'number', 'boolean'] as const;
  const file = openParquetFile(
    path,
    types.map((type) => ({ name: type, type, required: true })),
  );
  await file.write(types.map(() => null));
  await file.close();
  const rows = await parquetReadObjects({ file: await asyncBufferFromFile(path), compressors: COMPRESSORS });
  expect(rows).toEqual([{ string: '', 'partial-date': '', integer: 0n, year: 0, number: 0, boolean: false }]);
});
