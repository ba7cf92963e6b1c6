import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { SQLITE_FILE, sqlName } from '../../src/model/sqlDatabase.ts';
import { readTable } from '../../src/published/readCatalogue.ts';

const path = `public/data/${SQLITE_FILE}`;
const database = new DatabaseSync(path, { readOnly: true });
afterAll(() => database.close());
const column = (sql: string): unknown[] => database.prepare(sql).all().map((row) => Object.values(row)[0]);

test('the compressed database is the database, and small enough for a page', () => {
  const compressed = readFileSync(`${path}.gz`);
  expect(gunzipSync(compressed).equals(readFileSync(path))).toBe(true);
  expect(compressed.length).toBeLessThan(10e6);
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
