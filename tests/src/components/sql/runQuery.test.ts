import sqlite3InitModule, { type Database } from '@sqlite.org/sqlite-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { inMemory, runQuery } from '../../../../src/components/sql/runQuery.ts';
import { messageOf, plainFault } from '../../../../src/components/sql/sqlFault.ts';
import { SQL_EXAMPLES } from '../../../../src/components/sql/sqlExamples.ts';
import { sqlWords } from '../../../../src/i18n/sqlWords.ts';
import { LANGUAGES } from '../../../../src/model/language.ts';
import { databaseBytes } from '../../../publishedDatabase.ts';

// The same SQLite as in the browser, on the file that it loads.
let database: Database;
beforeAll(async () => {
  const bytes = new Uint8Array(databaseBytes());
  database = inMemory(await sqlite3InitModule(), bytes);
});

test('each example runs in the SQLite of the page', () => {
  for (const { id, sql } of SQL_EXAMPLES)
    for (const language of LANGUAGES)
      expect(runQuery(database, sql(language)).rows.length, id).toBeGreaterThan(1);
});

describe('a result', () => {
  test('has text, numbers and nulls; bytes and very large integers as text', () => {
    const { columns, rows, isWhole } = runQuery(
      database,
      "SELECT 'a' AS a, 1.5 AS b, NULL AS c, x'00ff' AS d, 9007199254740993 AS e",
    );
    expect(columns).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(rows).toEqual([['a', 1.5, null, '00ff', '9007199254740993']]);
    expect(isWhole).toBe(true);
  });

  test('ends at the limit, and says so', () => {
    const endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n';
    const { rows, isWhole } = runQuery(database, endless, 3);
    expect(rows).toEqual([[1], [2], [3]]);
    expect(isWhole).toBe(false);
    expect(runQuery(database, `${endless} LIMIT 3`, 3).isWhole).toBe(true);
  });

  test('is that of the first statement with rows', () => {
    const { rows } = runQuery(
      database,
      'CREATE TEMP TABLE mine AS SELECT 7 AS a; SELECT a FROM mine; SELECT 8;',
    );
    expect(rows).toEqual([[7]]);
  });

  test('has its columns also without rows', () => {
    expect(runQuery(database, 'SELECT id FROM contracts WHERE 0')).toMatchObject({
      columns: ['id'],
      rows: [],
    });
  });
});

describe('an error', () => {
  const { faults } = sqlWords('en');
  const fault = (sql: string): { plain: string; message: string } => {
    try {
      runQuery(database, sql);
    } catch (error) {
      const message = messageOf((error as Error).message);
      return { message, plain: plainFault(message, faults, ['payments']) };
    }
    throw new Error(`no error: ${sql}`);
  };

  test.each([
    ['SELECT * FORM contracts', faults.syntax('FORM'), 'near "FORM": syntax error'],
    ['SELECT 1 #', faults.syntax('#'), 'unrecognized token: "#"'],
    ['SELECT (1', faults.incomplete, 'incomplete input'],
    ['SELECT * FROM contract', faults.noTable('contract'), 'no such table: contract'],
    ['SELECT * FROM payments', faults.tooLarge('payments'), 'no such table: payments'],
    [
      'SELECT supplier_name FROM contracts',
      faults.noColumn('supplier_name'),
      'no such column: supplier_name',
    ],
    ['SELECT place FROM contracts, purchases', faults.ambiguous('place'), 'ambiguous column name: place'],
    ['SELECT myriad(1)', faults.noFunction('myriad'), 'no such function: myriad'],
    ['DELETE FROM contracts', faults.readOnly, 'attempt to write a readonly database'],
    ['SELECT sum(sum(1))', faults.other, 'misuse of aggregate function sum()'],
  ])('%s', (sql, plain, message) => {
    expect(fault(sql)).toEqual({ plain, message });
  });

  test('of a column in double quotation marks names the column', () => {
    expect(fault('SELECT * FROM contracts WHERE place = "jp"').plain).toContain('column “jp”');
  });
});
