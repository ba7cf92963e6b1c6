import type { Database, Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { MOST_ROWS, type SqlCell, type SqlResult } from './sqlCalls.ts';

/** Opens the bytes of a database in memory, to be read only. */
export function inMemory({ wasm, capi, oo1 }: Sqlite3Static, bytes: Uint8Array): Database {
  const opened = new oo1.DB();
  const at = wasm.allocFromTypedArray(bytes);
  const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_READONLY;
  opened.checkRc(capi.sqlite3_deserialize(opened.pointer!, 'main', at, bytes.length, bytes.length, flags));
  return opened;
}

/**
 * Runs statements and reads the rows of the first that gives any, at most `most`.
 * @throws Error with the words of SQLite
 */
export function runQuery(
  database: Database,
  sql: string,
  most = MOST_ROWS,
): Pick<SqlResult, 'columns' | 'rows' | 'isWhole' | 'milliseconds'> {
  const columns: string[] = [];
  const rows: SqlCell[][] = [];
  let isWhole = true;
  const start = performance.now();
  database.exec({
    sql,
    rowMode: 'array',
    columnNames: columns,
    callback: (row) => {
      // Only false ends the reading.
      if (rows.length === most) return (isWhole = false);
      rows.push((row as unknown[]).map(plain));
      return undefined;
    },
  });
  return { columns, rows, isWhole, milliseconds: performance.now() - start };
}

/** A value of SQLite as text or number; bytes as hexadecimal digits, integers that a number cannot hold as text. */
function plain(value: unknown): SqlCell {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (value instanceof Uint8Array)
    return [...value].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return String(value);
}
