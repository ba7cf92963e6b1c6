import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue, PublishedDataset, PublishedTable } from '../model/catalogue.ts';
import { sourcesOfRow, type Row } from '../model/row.ts';

const FOLDER = join(process.cwd(), 'public', 'data');

let catalogue: Catalogue | undefined;

/** The catalogue that the compile published. @throws Error where nothing was compiled yet */
export function readCatalogue(): Catalogue {
  const path = join(FOLDER, 'index.json');
  if (!existsSync(path)) throw new Error('public/data/index.json is missing: run `npm run compile` first');
  return (catalogue ??= JSON.parse(readFileSync(path, 'utf8')) as Catalogue);
}

/** A dataset by its id. @throws Error where there is none */
export function readDataset(id: string): PublishedDataset {
  const dataset = readCatalogue().datasets.find((one) => one.id === id);
  if (!dataset) throw new Error(`no dataset "${id}" was published`);
  return dataset;
}

/** A table of a dataset; without a name, its first one. */
export function readTable(dataset: string, table?: string): PublishedTable {
  const { tables } = readDataset(dataset);
  const found = table === undefined ? tables[0] : tables.find((one) => one.name === table);
  if (!found) throw new Error(`no table "${table}" in the dataset "${dataset}"`);
  return found;
}

const rowsByTable = new Map<string, Row[]>();

/** The first rows of a table, at most fifty of a large one. */
export const readFirstRows = (dataset: string, table: PublishedTable): Row[] =>
  table.large?.firstRows ?? readRows(dataset, table.name);

/** The sources that the rows of a table point at. */
export const sourceIdsOf = (dataset: string, table: PublishedTable): string[] =>
  table.large?.sources ?? [...new Set(readRows(dataset, table.name).flatMap(sourcesOfRow))];

/** The rows of a published table. @throws Error where the table is large: it is not read whole */
export function readRows(dataset: string, table = readTable(dataset).name): Row[] {
  const key = `${dataset}/${table}`;
  const { large, rows: count } = readTable(dataset, table);
  if (large)
    throw new Error(
      `the table ${key} has ${count} rows and is not read whole: show its first rows, or derive a smaller table from it`,
    );
  let rows = rowsByTable.get(key);
  if (!rows)
    rowsByTable.set(
      key,
      (rows = JSON.parse(readFileSync(join(FOLDER, dataset, `${table}.json`), 'utf8')) as Row[]),
    );
  return rows;
}

/** Tables with more rows have no page per row, and derived ones have none; their rows are in the table and the files. */
const ROW_PAGES = 1_000;

/** Datasets without row pages: series of numbers, and items that have their own place on other pages. */
const NO_ROW_PAGES = ['deflators', 'places', 'sources'];

/** Whether each row of a table has its own page. */
export const hasRowPages = (dataset: string, table: PublishedTable): boolean =>
  table.rows <= ROW_PAGES &&
  table.sql === undefined &&
  table.primaryKey.join() === 'id' &&
  !NO_ROW_PAGES.includes(dataset);
