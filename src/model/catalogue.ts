import type { Dataset, Table } from './dataset.ts';
import type { Bilingual } from './language.ts';
import type { FormatName } from './publishedFormat.ts';
import type { Ledger } from './ledger.ts';
import type { Row } from './row.ts';

/** A file as published, beside its dataset's `datapackage.json`. */
export interface PublishedFile {
  name: string;
  format: FormatName;
  /** The media type of the content, also where the file is compressed. */
  mediaType: string;
  compression?: 'gzip';
  bytes: number;
  sha256: string;
}

/** A table as published: its description, row count, files and ledger. */
export interface PublishedTable extends Table {
  rows: number;
  files: PublishedFile[];
  ledger: Ledger;
  /** The SQL that derives its rows from other tables. */
  sql?: string;
  /** What the pages show of a large table, as it is not published as JSON. */
  large?: LargeTable;
}

/** What is known of a large table without reading its rows. */
export interface LargeTable {
  firstRows: Row[];
  /** The bibliography's sources that its rows point at. */
  sources: string[];
}

/** A place that rows of a dataset are about, from the dataset `places`. */
export interface CoveredPlace {
  id: string;
  name: Bilingual;
  level: string;
}

/** The years and places that the rows of a dataset are about, read from the rows. */
export interface Coverage {
  /** The first and the last year; missing where no column has years. */
  years?: { first: number; last: number };
  places: CoveredPlace[];
}

/** A dataset as published. `changes` is its CHANGES.md. */
export interface PublishedDataset extends Omit<Dataset, 'tables'> {
  tables: PublishedTable[];
  changes: string;
  /** The day of its first version, ISO 8601. */
  issued: string;
  /** The day of this version, ISO 8601. */
  modified: string;
  coverage: Coverage;
  /** The files that describe or contain the whole dataset. */
  files: PublishedFile[];
  /** The number of sources in the bibliography that its rows cite. */
  sources: number;
}

/** `public/data/index.json`: everything published, in one file. */
export interface Catalogue {
  name: Bilingual;
  release: string;
  rules: { name: string; title: Bilingual }[];
  /** Files over all datasets: the database and the catalogues. */
  files: PublishedFile[];
  datasets: PublishedDataset[];
}
