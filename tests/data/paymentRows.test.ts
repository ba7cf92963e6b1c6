import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';

const PAYMENTS = "read_csv('data/payments/payments/*.csv.gz', all_varchar = true, quote = '\"', escape = '\"')";
let instance: DuckDBInstance;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
});
afterAll(() => instance.closeSync());

/** The rows that a condition finds, as texts. */
async function found(what: string, condition: string): Promise<unknown[]> {
  const connection = await instance.connect();
  const read = await connection.runAndReadAll(
    `SELECT DISTINCT ${what} AS found FROM ${PAYMENTS} WHERE ${condition} LIMIT 20`,
  );
  connection.closeSync();
  return read.getRowObjectsJS().map((row) => row['found']);
}

test('a person or sole trader is a token or withheld, and a token is the whole name and id', async () => {
  expect(await found('supplier', "supplier_kind = 'person' AND NOT regexp_full_match(supplier, 'masked-\\d+|withheld')")).toEqual([]);
  expect(await found('supplier', "supplier LIKE 'masked-%' AND supplier <> supplier_id")).toEqual([]);
});

test('no printed name is a surname with initials, a titled person or an owner who trades under another name', async () => {
  const printed = "supplier NOT LIKE 'masked-%' AND supplier_kind_rule IS NULL";
  expect(await found('supplier', `${printed} AND regexp_full_match(supplier, '(?i)(mr|mrs|miss|dr) [a-z ]+')`)).toEqual([]);
  expect(await found('supplier', `${printed} AND regexp_matches(supplier, '(?i)\\b(mr|mrs|miss)\\b [a-z]+$')`)).toEqual([]);
  expect(await found('supplier', `${printed} AND regexp_matches(supplier, '^[A-Z]{3,} [A-Z]( [A-Z])? T/A ')`)).toEqual([]);
});

test('no contact of a person remains in any column', async () => {
  const text = "concat_ws(' ', department, supplier, category_printed)";
  expect(await found(text, `regexp_matches(${text}, '[\\w.+-]+@[\\w-]+\\.[a-z]{2,}')`)).toEqual([]);
  expect(await found(text, `regexp_matches(${text}, '(^|\\D)07\\d{3} ?\\d{6}(\\D|$)')`)).toEqual([]);
});
