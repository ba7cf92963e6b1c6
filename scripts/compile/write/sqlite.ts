import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { PublishedDataset, PublishedTable } from '../../../src/model/catalogue.ts';
import { isInDatabase, SQLITE_FILE, sqlIdentifier, sqlName } from '../../../src/model/sqlDatabase.ts';
import { plainKeys } from '../../../src/model/dataset.ts';
import type { Field } from '../../../src/model/field.ts';
import type { Row } from '../../../src/model/row.ts';
import { RELEASE } from '../../../src/model/site.ts';
import { SMALL_ROWS } from './formats.ts';
import { describeTables } from './sqliteDescriptions.ts';

/** Columns with an index in small tables; in a larger one it would weigh more than the scan of a few milliseconds that it saves. */
const INDEXED = ['place', 'year', 'source_id'];
const SEARCHED = {
  facts: ['fact_en', 'fact_zh'],
  policies: ['title_en', 'title_zh', 'what_en', 'what_zh'],
  'policy-articles': ['says_en', 'says_zh', 'means_en', 'means_zh'],
  sources: ['title', 'title_en'],
  practice: ['statement_en', 'statement_zh'],
} as const;

const AFFINITY: Record<Field['type'], string> = {
  string: 'TEXT',
  url: 'TEXT',
  'partial-date': 'TEXT',
  integer: 'INTEGER',
  year: 'INTEGER',
  number: 'REAL',
  boolean: 'INTEGER',
};

/**
 * One SQLite file for all datasets: a table each with its keys, indexes on place, year and source; `datasets`, `tables`, `fields` and `codes`
 * with titles in both languages; views `figures` and `cited`; full-text search in `search`.
 */
export async function writeSqlite(
  folder: string,
  datasets: PublishedDataset[],
  rows: (dataset: PublishedDataset, table: PublishedTable) => Promise<Row[]>,
): Promise<string> {
  const path = join(folder, SQLITE_FILE);
  rmSync(path, { force: true });
  const db = new DatabaseSync(path);
  try {
    // The same content gives the same bytes: one page size, no journal, keys checked at the end.
    db.exec(
      'PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; BEGIN',
    );
    const tables = datasets.flatMap((dataset) =>
      dataset.tables.filter(isInDatabase).map((table) => ({ dataset, table })),
    );
    describeTables(db, datasets);
    for (const { dataset, table } of tables) fill(db, table, await rows(dataset, table));
    for (const { table } of tables) if (table.rows <= SMALL_ROWS) index(db, table);
    view(
      db,
      tables.map(({ table }) => table),
    );
    search(
      db,
      tables.map(({ table }) => table),
    );
    db.exec('COMMIT; PRAGMA user_version = ' + RELEASE.replace('.', '') + '; VACUUM');
    const broken = db.prepare('PRAGMA foreign_key_check').all();
    if (broken.length > 0) throw new Error(`SQLite finds broken keys: ${JSON.stringify(broken.slice(0, 3))}`);
  } finally {
    db.close();
  }
  return SQLITE_FILE;
}

function fill(db: DatabaseSync, table: PublishedTable, rows: Row[]): void {
  const columns = table.fields.map(
    (field) =>
      `${sqlIdentifier(field.name)} ${AFFINITY[field.type]}${field.constraints?.required ? ' NOT NULL' : ''}`,
  );
  const keys = [
    `PRIMARY KEY (${table.primaryKey.map(sqlIdentifier).join(', ')})`,
    ...plainKeys(table).map(
      ({ fields, reference }) =>
        `FOREIGN KEY (${fields.map(sqlIdentifier).join(', ')}) REFERENCES ${sqlIdentifier(sqlName(reference.table))} (${reference.fields.map(sqlIdentifier).join(', ')})`,
    ),
  ];
  db.exec(`CREATE TABLE ${sqlIdentifier(sqlName(table.name))} (${[...columns, ...keys].join(', ')})`);
  const insert = db.prepare(
    `INSERT INTO ${sqlIdentifier(sqlName(table.name))} VALUES (${table.fields.map(() => '?').join(', ')})`,
  );
  for (const row of rows)
    insert.run(
      ...table.fields.map(({ name }) => {
        const cell = row[name] ?? null;
        return typeof cell === 'boolean' ? Number(cell) : cell;
      }),
    );
}

function index(db: DatabaseSync, table: PublishedTable): void {
  for (const name of INDEXED)
    if (table.fields.some((field) => field.name === name) && table.primaryKey.join() !== name)
      db.exec(
        `CREATE INDEX ${sqlIdentifier(`${sqlName(table.name)}_${name}`)} ON ${sqlIdentifier(sqlName(table.name))} (${sqlIdentifier(name)})`,
      );
}

/** `figures`: all figures of one form in one view; `cited`: each with its source in words. */
function view(db: DatabaseSync, tables: PublishedTable[]): void {
  const columns = [
    'id',
    'place',
    'year',
    'indicator',
    'indicator_en',
    'indicator_zh',
    'value_printed',
    'value',
    'unit',
    'precision',
    'source_id',
    'confidence',
  ];
  const has = (table: PublishedTable, column: string): boolean =>
    table.fields.some((field) => field.name === column);
  const alike = tables.filter((table) => columns.every((column) => has(table, column)));
  if (alike.length === 0) return;
  // Whether a row is the one to use is recorded with it; a table without readings that disagree has no such column.
  columns.push(...['also_in', 'preferred'].filter((column) => alike.every((table) => has(table, column))));
  db.exec(
    `CREATE VIEW figures AS ${alike.map((table) => `SELECT '${sqlName(table.name)}' AS "table", ${columns.join(', ')} FROM ${sqlIdentifier(sqlName(table.name))}`).join(' UNION ALL ')}`,
  );
  if (tables.some(({ name }) => name === 'sources'))
    db.exec(
      'CREATE VIEW cited AS SELECT figures.*, sources.title AS source_title, sources.publisher AS source_publisher, sources.url AS source_url FROM figures JOIN sources ON sources.id = figures.source_id',
    );
}

/** Full-text search over facts, policies, their articles, practice and sources; trigrams, so that a part of a Chinese sentence is found. */
function search(db: DatabaseSync, tables: PublishedTable[]): void {
  db.exec(
    `CREATE VIRTUAL TABLE search USING fts5("table" UNINDEXED, id UNINDEXED, text, tokenize = 'trigram')`,
  );
  for (const [name, columns] of Object.entries(SEARCHED))
    for (const table of tables.filter((one) => one.name === name)) {
      const present = columns.filter((column) => table.fields.some((field) => field.name === column));
      const words = present.map((column) => `coalesce(${column}, '')`).join(` || ' ' || `);
      if (present.length > 0)
        db.exec(
          `INSERT INTO search SELECT '${sqlName(name)}', id, ${words} FROM ${sqlIdentifier(sqlName(name))}`,
        );
    }
}
