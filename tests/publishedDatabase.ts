import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { SQLITE_FILE } from '../src/model/sqlDatabase.ts';

/** The published database, unpacked. @param folder where the compile published */
export const databaseBytes = (folder = 'public/data'): Buffer =>
  gunzipSync(readFileSync(join(folder, `${SQLITE_FILE}.gz`)));

/** The published database as a file of its own. */
export function databasePath(folder?: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'database-')), SQLITE_FILE);
  writeFileSync(path, databaseBytes(folder));
  return path;
}

/** Opens the published database. */
export const openDatabase = (folder?: string): DatabaseSync =>
  new DatabaseSync(databasePath(folder), { readOnly: true });
