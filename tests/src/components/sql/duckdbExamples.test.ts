import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SQL_EXAMPLES } from '../../../../src/components/sql/sqlExamples.ts';
import { openDatabase } from '../../../publishedDatabase.ts';

const database = openDatabase();
let duckdb: DuckDBConnection;

/** Tables that only the SQLite database has: labels of codes, its index of texts, and the figures of all tables. */
const ONLY_SQLITE = /\b(?:JOIN codes|FROM (?:search|figures))\b/;

const PORTABLE = SQL_EXAMPLES.filter(({ sql }) => !ONLY_SQLITE.test(sql('en')));

/** The published Parquet files of each table, by the table's name. */
function parquetFiles(): Map<string, string> {
  const files = new Map<string, string>();
  for (const file of globSync('public/data/*/*.parquet'))
    files.set(basename(file, '.parquet').replaceAll('-', '_'), file);
  for (const folder of globSync('public/data/*/*/'))
    if (globSync(`${folder}/*.parquet`).length > 0)
      files.set(basename(folder).replaceAll('-', '_'), `${folder}/*.parquet`);
  return files;
}

beforeAll(async () => {
  duckdb = await (await DuckDBInstance.create(':memory:')).connect();
  for (const [table, files] of parquetFiles())
    await duckdb.run(
      `CREATE VIEW "${table}" AS SELECT * FROM read_parquet('${files}', union_by_name = true)`,
    );
});

afterAll(() => {
  duckdb.closeSync();
  database.close();
});

/** A cell as text: SQLite has whole numbers where DuckDB has decimals, and 1 and 0 for true and false. */
const said = (cell: unknown): string =>
  cell === null ? '' : Number.isNaN(Number(cell)) ? String(cell) : String(Number(Number(cell).toFixed(6)));

describe('examples answered by DuckDB from the Parquet files', () => {
  test('are most of them', () => expect(PORTABLE.length).toBeGreaterThan(SQL_EXAMPLES.length / 2));

  test.each(PORTABLE)('$id is answered as by SQLite', async ({ sql }) => {
    const inSqlite = database
      .prepare(sql('en'))
      .all()
      .map((row) => Object.values(row).map(said));
    const answer = await duckdb.runAndReadAll(sql('en'));
    const inDuckDb = answer.getRowsJS().map((row) => row.map(said));
    expect(inDuckDb.map(String).sort()).toEqual(inSqlite.map(String).sort());
    expect(inDuckDb.length).toBeGreaterThan(1);
  });
});
