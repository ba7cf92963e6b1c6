import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishedDataset, PublishedFile, PublishedTable } from '../model/catalogue.ts';
import { isInDatabase } from '../model/sqlDatabase.ts';
import { readCatalogue } from './readCatalogue.ts';

const SQLITE = join(process.cwd(), 'node_modules', '@sqlite.org', 'sqlite-wasm', 'dist', 'sqlite3.wasm');

/** The compressed SQLite file. @throws Error where the compile published none */
export function databaseFile(): PublishedFile {
  const file = readCatalogue().files.find(({ format }) => format === 'sqlite-gz');
  if (!file) throw new Error('no SQLite file was published: run `npm run compile`');
  return file;
}

/** What a browser loads to run queries, in bytes: the compressed database and the WebAssembly of SQLite. */
export const queryBytes = (): number => databaseFile().bytes + statSync(SQLITE).size;

/** The tables of each dataset that are in the database, and those that are too large for it. */
export function databaseTables(): {
  within: { dataset: PublishedDataset; tables: PublishedTable[] }[];
  without: { dataset: PublishedDataset; table: PublishedTable }[];
} {
  const { datasets } = readCatalogue();
  return {
    within: datasets
      .map((dataset) => ({ dataset, tables: dataset.tables.filter(isInDatabase) }))
      .filter(({ tables }) => tables.length > 0),
    without: datasets.flatMap((dataset) =>
      dataset.tables.filter((table) => !isInDatabase(table)).map((table) => ({ dataset, table })),
    ),
  };
}
