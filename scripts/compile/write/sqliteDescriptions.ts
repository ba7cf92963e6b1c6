import type { DatabaseSync } from 'node:sqlite';
import type { PublishedDataset } from '../../../src/model/catalogue.ts';
import { isInDatabase, sqlName } from '../../../src/model/sqlDatabase.ts';
import { RELEASE, SITE_NAME } from '../../../src/model/site.ts';

/** The tables that say what is in the database, with titles in both languages. */
const DESCRIPTIONS = `
  CREATE TABLE datasets (id TEXT PRIMARY KEY, title_en TEXT, title_zh TEXT, description_en TEXT, description_zh TEXT, version TEXT, licence TEXT, rights_en TEXT, rights_zh TEXT);
  CREATE TABLE tables (name TEXT PRIMARY KEY, dataset TEXT REFERENCES datasets(id), title_en TEXT, title_zh TEXT, rows INTEGER, included INTEGER);
  CREATE TABLE fields (dataset TEXT REFERENCES datasets(id), "table" TEXT, name TEXT, type TEXT, unit TEXT, title_en TEXT, title_zh TEXT, description_en TEXT, description_zh TEXT, PRIMARY KEY ("table", name));
  CREATE TABLE codes ("table" TEXT, field TEXT, code TEXT, label_en TEXT, label_zh TEXT, PRIMARY KEY ("table", field, code)) WITHOUT ROWID;
  CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT);
`;

/** Fills `datasets`, `tables`, `fields`, `codes` (the labels of every column with codes) and `about`. */
export function describeTables(db: DatabaseSync, datasets: PublishedDataset[]): void {
  db.exec(DESCRIPTIONS);
  const into = (table: string, values: number) => {
    const insert = db.prepare(`INSERT INTO ${table} VALUES (${Array(values).fill('?').join(', ')})`);
    return (...row: (string | number | null)[]): void => void insert.run(...row);
  };
  const addDataset = into('datasets', 9);
  const addTable = into('tables', 6);
  const addField = into('fields', 9);
  const addCode = into('codes', 5);
  for (const { id, title, description, version, licence, rights, tables } of datasets) {
    addDataset(
      id,
      title.en,
      title.zh,
      description.en,
      description.zh,
      version,
      licence,
      rights?.en ?? null,
      rights?.zh ?? null,
    );
    for (const table of tables) {
      const name = sqlName(table.name);
      addTable(name, id, table.title.en, table.title.zh, table.rows, Number(isInDatabase(table)));
      for (const field of table.fields) {
        addField(
          id,
          name,
          field.name,
          field.type,
          field.unit ?? null,
          field.title.en,
          field.title.zh,
          field.description.en,
          field.description.zh,
        );
        for (const [code, label] of Object.entries(field.labels ?? {}))
          addCode(name, field.name, code, label.en, label.zh);
      }
    }
  }
  const addAbout = into('about', 2);
  addAbout('name', SITE_NAME.en);
  addAbout('name_zh', SITE_NAME.zh);
  addAbout('release', RELEASE);
  addAbout('licence', 'The column licence of the table datasets gives that of each dataset.');
}
