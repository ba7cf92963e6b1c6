import type { PublishedDataset, PublishedTable } from '../model/catalogue.ts';
import type { Row } from '../model/row.ts';
import { hasRowPages, readCatalogue, readRows } from './readCatalogue.ts';

/** A row with its own page. */
interface RowPage {
  dataset: PublishedDataset;
  table: PublishedTable;
  row: Row;
}

/** All rows that have pages, by dataset and id. */
export const rowPages = (): RowPage[] =>
  readCatalogue().datasets.flatMap((dataset) =>
    dataset.tables
      .filter((table) => hasRowPages(dataset.id, table))
      .flatMap((table) => readRows(dataset.id, table.name).map((row) => ({ dataset, table, row }))),
  );
