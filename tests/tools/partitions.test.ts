import { DuckDBInstance } from '@duckdb/node-api';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** The rows of contracts, partitioned as they would be in object storage, where one machine is not enough. */
let folder: string;
let instance: DuckDBInstance;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'partitions-'));
  instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(
    `COPY (SELECT *, left(coalesce(awarded, start), 4) AS part FROM read_parquet('public/data/contracts/contracts/*.parquet'))
     TO '${folder}/contracts' (FORMAT parquet, PARTITION_BY (place, part))`,
  );
  await connection.run(
    `CREATE VIEW contracts AS SELECT * EXCLUDE part FROM read_parquet('${folder}/contracts/*/*/*.parquet', hive_partitioning = true)`,
  );
  connection.closeSync();
});
afterAll(() => {
  instance.closeSync();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  'contracts_by_kind',
  'contracts_by_procedure',
  'contracts_by_field',
  'contract_coverage',
  'japan_by_form',
])('the SQL of %s gives the published rows over hive-partitioned Parquet too', async (table) => {
  const sql = readFileSync(`data/contracts/derive/${table}.sql`, 'utf8');
  const published = `read_parquet('public/data/contracts/${table}.parquet')`;
  const connection = await instance.connect();
  const key = `SELECT id, COLUMNS('^(contracts|rows|with_amount|year)$') FROM`;
  // Sums of fractions that are added in another order may differ in the last digit.
  const amount = table === 'contract_coverage' ? 'false' : 'abs(a.amount - b.amount) > 0.02';
  const read = await connection.runAndReadAll(
    `SELECT (SELECT count(*) FROM ${published}) AS rows,
              (SELECT count(*) FROM (${key} ${published} EXCEPT ${key} (${sql}))) AS missing,
              (SELECT count(*) FROM (${key} (${sql}) EXCEPT ${key} ${published})) AS other,
              (SELECT count(*) FROM ${published} a JOIN (${sql}) b USING (id) WHERE ${amount}) AS differing`,
  );
  connection.closeSync();
  const [row] = read.getRowObjectsJS();
  expect(Number(row!['rows'])).toBeGreaterThan(10);
  expect([row!['missing'], row!['other'], row!['differing']].map(Number)).toEqual([0, 0, 0]);
});
