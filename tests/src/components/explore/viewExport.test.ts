import { parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { csvOfView, parquetOfView } from '../../../../src/components/explore/viewExport.ts';
import { engineOver, PAYMENTS } from './parquetFixture.ts';

const QUERY = { conditions: [{ kind: 'is' as const, column: 'place', values: ['oxford'] }], sort: '-amount' };
const FIELDS = [
  { name: 'id', type: 'string' as const },
  { name: 'supplier', type: 'string' as const },
  { name: 'amount', type: 'number' as const },
];

test('the CSV of a view has its rows and columns in its order, a byte order mark and CRLF', async () => {
  const blob = await csvOfView(engineOver(PAYMENTS).engine, QUERY, FIELDS);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toBe('id,supplier,amount\r\no-2,,700\r\no-1,age concern,\r\n');
});

test('the Parquet of a view has the same, with types', async () => {
  const blob = await parquetOfView(engineOver(PAYMENTS).engine, QUERY, FIELDS);
  expect(await parquetReadObjects({ file: await blob.arrayBuffer() })).toEqual([
    { id: 'o-2', supplier: null, amount: 700 },
    { id: 'o-1', supplier: 'age concern', amount: null },
  ]);
});
