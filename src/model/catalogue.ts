import type { Dataset, Table } from './dataset.ts';
import type { Ledger } from './ledger.ts';

/** A file as published, beside its dataset's `datapackage.json`. */
export interface PublishedFile {
  name: string;
  format: string;
  mediaType: string;
  bytes: number;
  sha256: string;
}

/** A table as published: its description, how many rows, its files, and the account of how it was made. */
export interface PublishedTable extends Table {
  rows: number;
  files: PublishedFile[];
  ledger: Ledger;
}

/** A dataset as published. `changes` is its CHANGES.md. */
export interface PublishedDataset extends Omit<Dataset, 'tables'> {
  tables: PublishedTable[];
  changes: string;
  /** The files that describe or hold the whole dataset. */
  files: PublishedFile[];
  /** How many of the bibliography's sources its rows point at. */
  sources: number;
}

/** `public/data/index.json`: everything published, in one file. */
export interface Catalogue {
  name: { en: string; zh: string };
  release: string;
  licence: string;
  rules: { name: string; title: { en: string; zh: string } }[];
  /** Files over all datasets: the database and the catalogues. */
  files: PublishedFile[];
  datasets: PublishedDataset[];
}
