import { existsSync, statSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { SQLITE_FILE, sqlName } from '../../src/model/sqlDatabase.ts';
import { openDatabase } from '../publishedDatabase.ts';
import { readTable } from '../../src/published/readCatalogue.ts';

const database = openDatabase();
afterAll(() => database.close());
const column = (sql: string): unknown[] => database.prepare(sql).all().map((row) => Object.values(row)[0]);

test('the database is published compressed only, and is small enough for a page', () => {
  expect(existsSync(`public/data/${SQLITE_FILE}`)).toBe(false);
  expect(statSync(`public/data/${SQLITE_FILE}.gz`).size).toBeLessThan(10e6);
});

test('it holds every table that it says is included, with all its rows, and no other', () => {
  const included = database.prepare('SELECT name, rows FROM tables WHERE included ORDER BY name').all();
  expect(included.length).toBeGreaterThan(50);
  for (const { name, rows } of included)
    expect(column(`SELECT count(*) FROM "${String(name)}"`), String(name)).toEqual([rows]);
  const master = new Set(column(`SELECT name FROM sqlite_master WHERE type = 'table'`));
  const left = column('SELECT name FROM tables WHERE NOT included ORDER BY name');
  expect(left).toEqual(['contract_states', 'payments']);
  expect(left.filter((name) => master.has(name))).toEqual([]);
});

test('every column with codes has their labels in both languages', () => {
  const { fields } = readTable('contracts', 'contracts');
  for (const { name, labels } of fields.filter((field) => field.labels))
    expect(
      column(`SELECT json_array(code, label_en, label_zh) FROM codes WHERE "table" = '${sqlName('contracts')}' AND field = '${name}'`).sort(),
      name,
    ).toEqual(Object.entries(labels!).map(([code, { en, zh }]) => JSON.stringify([code, en, zh])).sort());
  expect(column(`SELECT count(*) FROM contracts WHERE procedure NOT IN (SELECT code FROM codes WHERE "table" = 'contracts' AND field = 'procedure')`)).toEqual([0]);
});
