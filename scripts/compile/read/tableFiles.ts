import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A file that holds rows of a table. */
export interface TableFile {
  /** Path from the project's root, as shown in faults. */
  file: string;
  /** The part of the table it holds; nothing where the table is one file. */
  part?: string;
  /** Where it is, if not there: the result of the SQL of a derived table, of which `file` is shown. */
  path?: string;
}

/** The name of a part: a folder or a file of that name can be published anywhere. */
const PART = /^([a-z0-9][a-z0-9_-]*)\.csv(\.gz)?$/i;

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** The SQL of a derived table, as a path from the root. */
export const derivedFile = (dataset: string, table: string): string => `data/${dataset}/derive/${table}.sql`;

/** Whether a table is derived from others, by SQL in place of rows. */
export const isDerived = (root: string, dataset: string, table: string): boolean =>
  existsSync(join(root, derivedFile(dataset, table)));

/** Whether a table is kept in parts: in a folder of its name, and not in one file. */
const isInParts = (root: string, dataset: string, table: string): boolean =>
  !existsSync(join(root, 'data', dataset, `${table}.csv`)) && isFolder(join(root, 'data', dataset, table));

/** The files of a table in the order in which they are read: `<table>.csv`, or `<table>/<part>.csv` and `.csv.gz` by their names. */
export function tableFiles(root: string, dataset: string, table: string): TableFile[] {
  if (!isInParts(root, dataset, table)) return [{ file: `data/${dataset}/${table}.csv` }];
  return readdirSync(join(root, 'data', dataset, table))
    .sort()
    .flatMap((name) => {
      const part = PART.exec(name)?.[1];
      return part === undefined ? [] : [{ file: `data/${dataset}/${table}/${name}`, part }];
    });
}

/** Files and folders of a dataset's folder that look like rows and belong to none of its tables, as paths from the root. */
export function strayFiles(root: string, dataset: string, tables: readonly string[]): string[] {
  const folder = `data/${dataset}`;
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory())
      return /\.csv(\.gz)?$/.test(entry.name) && !tables.some((table) => entry.name === `${table}.csv`)
        ? [`${folder}/${entry.name}`]
        : [];
    if (entry.name === 'derive')
      return readdirSync(join(root, folder, entry.name))
        .filter((name) => !tables.some((table) => name === `${table}.sql`))
        .map((name) => `${folder}/derive/${name}`);
    if (tables.some((table) => entry.name === `${table}.csv`)) return [];
    if (!tables.includes(entry.name) || !isInParts(root, dataset, entry.name))
      return readdirSync(join(root, folder, entry.name)).some((name) => /\.csv(\.gz)?$/.test(name))
        ? [`${folder}/${entry.name}`]
        : [];
    return readdirSync(join(root, folder, entry.name))
      .filter((name) => !PART.test(name))
      .map((name) => `${folder}/${entry.name}/${name}`);
  });
}
