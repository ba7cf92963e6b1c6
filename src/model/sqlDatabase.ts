import type { PublishedTable } from './catalogue.ts';

/** The one SQLite file with the tables of all datasets, in `public/data/`. */
export const SQLITE_FILE = 'buying-public-services.sqlite';

/** Rows up to which a table is in that file. */
const SQLITE_ROWS = 200_000;

/** Whether the rows of a table are in the SQLite file. */
export const isInDatabase = ({ rows, inDatabase }: Pick<PublishedTable, 'rows' | 'inDatabase'>): boolean =>
  inDatabase && rows <= SQLITE_ROWS;

/** The name of a table in SQL, where a hyphen would be a minus. */
export const sqlName = (table: string): string => table.replaceAll('-', '_');

/** A name in SQL as an identifier, whatever characters it has. */
export const sqlIdentifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;
