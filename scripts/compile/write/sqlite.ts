import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { PublishedDataset, PublishedTable } from '../../../src/model/catalogue.ts';
import { plainKeys } from '../../../src/model/dataset.ts';
import type { Field } from '../../../src/model/field.ts';
import type { Row } from '../../../src/model/row.ts';
import { RELEASE, SITE_NAME } from '../../../src/model/site.ts';

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

export const SQLITE_FILE = 'buying-public-services.sqlite';

/**
 * One SQLite file for all datasets: a table each with its keys, indexes on place, year and source; `datasets` and `fields` with titles in
 * both languages; views `figures` and `cited`; full-text search in `search`.
 * @param rowsAtMost those of the largest table that is in it
 */
export async function writeSqlite(
  folder: string,
  datasets: PublishedDataset[],
  rows: (dataset: PublishedDataset, table: PublishedTable) => Promise<Row[]>,
  rowsAtMost: number,
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
      dataset.tables.filter((table) => table.rows <= rowsAtMost).map((table) => ({ dataset, table })),
    );
    describe(db, datasets);
    for (const { dataset, table } of tables) fill(db, table, await rows(dataset, table));
    for (const { table } of tables) index(db, table);
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

/** The name of a table in the database. */
const tableName = (name: string): string => name.replaceAll('-', '_');
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function describe(db: DatabaseSync, datasets: PublishedDataset[]): void {
  db.exec(
    'CREATE TABLE datasets (id TEXT PRIMARY KEY, title_en TEXT, title_zh TEXT, description_en TEXT, description_zh TEXT, version TEXT, licence TEXT, rights_en TEXT, rights_zh TEXT)',
  );
  db.exec(
    'CREATE TABLE fields (dataset TEXT REFERENCES datasets(id), "table" TEXT, name TEXT, type TEXT, unit TEXT, title_en TEXT, title_zh TEXT, description_en TEXT, description_zh TEXT, PRIMARY KEY ("table", name))',
  );
  const dataset = db.prepare('INSERT INTO datasets VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const field = db.prepare('INSERT INTO fields VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (const one of datasets) {
    dataset.run(
      one.id,
      one.title.en,
      one.title.zh,
      one.description.en,
      one.description.zh,
      one.version,
      one.licence,
      one.rights?.en ?? null,
      one.rights?.zh ?? null,
    );
    for (const table of one.tables)
      for (const { name, type, unit, title, description } of table.fields)
        field.run(
          one.id,
          tableName(table.name),
          name,
          type,
          unit ?? null,
          title.en,
          title.zh,
          description.en,
          description.zh,
        );
  }
  db.exec('CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT)');
  const about = db.prepare('INSERT INTO about VALUES (?, ?)');
  for (const [key, value] of [
    ['name', SITE_NAME.en],
    ['name_zh', SITE_NAME.zh],
    ['release', RELEASE],
    ['licence', 'The column licence of the table datasets gives that of each dataset.'],
  ])
    about.run(key!, value!);
}

function fill(db: DatabaseSync, table: PublishedTable, rows: Row[]): void {
  const columns = table.fields.map(
    (field) =>
      `${quoted(field.name)} ${AFFINITY[field.type]}${field.constraints?.required ? ' NOT NULL' : ''}`,
  );
  const keys = [
    `PRIMARY KEY (${table.primaryKey.map(quoted).join(', ')})`,
    ...plainKeys(table).map(
      ({ fields, reference }) =>
        `FOREIGN KEY (${fields.map(quoted).join(', ')}) REFERENCES ${quoted(tableName(reference.table))} (${reference.fields.map(quoted).join(', ')})`,
    ),
  ];
  db.exec(`CREATE TABLE ${quoted(tableName(table.name))} (${[...columns, ...keys].join(', ')})`);
  const insert = db.prepare(
    `INSERT INTO ${quoted(tableName(table.name))} VALUES (${table.fields.map(() => '?').join(', ')})`,
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
        `CREATE INDEX ${quoted(`${tableName(table.name)}_${name}`)} ON ${quoted(tableName(table.name))} (${quoted(name)})`,
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
    `CREATE VIEW figures AS ${alike.map((table) => `SELECT '${tableName(table.name)}' AS "table", ${columns.join(', ')} FROM ${quoted(tableName(table.name))}`).join(' UNION ALL ')}`,
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
          `INSERT INTO search SELECT '${tableName(name)}', id, ${words} FROM ${quoted(tableName(name))}`,
        );
    }
}
