import sqlite3InitModule, { type Database } from '@sqlite.org/sqlite-wasm';
import { excelCsvRecord } from '../../model/csv.ts';
import { inMemory, runQuery } from './runQuery.ts';
import { SHOWN_ROWS, type SqlAnswer, type SqlCall, type SqlCell, type SqlResult } from './sqlCalls.ts';

/** Runs SQLite beside the page: opens the published database in memory and answers queries. It never writes and sends nothing. */

let database: Database | undefined;
let last: { columns: string[]; rows: SqlCell[][] } = { columns: [], rows: [] };

addEventListener('message', ({ data }: MessageEvent<SqlCall>) => {
  void answer(data).then(
    (said) => send({ id: data.id, answer: said }),
    (error: unknown) => send({ id: data.id, error: error instanceof Error ? error.message : String(error) }),
  );
});

const send = (message: SqlAnswer): void => postMessage(message);

async function answer(call: SqlCall): Promise<string | SqlResult | Blob> {
  if (call.call === 'open') return open(call.database);
  if (call.call === 'csv') return csv();
  return run(call.sql);
}

/** Opens the database at an address. @returns the version of SQLite */
async function open(address: string): Promise<string> {
  // Only memory is used: the file systems that browsers offer are not asked for.
  Object.assign(globalThis, {
    sqlite3ApiConfig: {
      disable: { vfs: { opfs: true, 'opfs-vfs': true, 'opfs-sahpool': true, 'opfs-wl': true, kvvfs: true } },
    },
  });
  const [sqlite, bytes] = await Promise.all([sqlite3InitModule(), fetchDatabase(address)]);
  database = inMemory(sqlite, bytes);
  return sqlite.version.libVersion;
}

/** The bytes of the database, inflated unless the host has sent the file as an encoding and the browser inflated it already. */
async function fetchDatabase(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok || !response.body) throw new Error(`${address} answers ${response.status}`);
  let loaded = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        send({ progress: (loaded += chunk.length) });
        controller.enqueue(chunk);
      },
    }),
  );
  const bytes = new Uint8Array(await new Response(counted).arrayBuffer());
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isGzip) return bytes;
  const inflated = new Response(bytes).body!.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
}

/** Runs a query and keeps all rows for the CSV. @throws Error with the words of SQLite */
function run(sql: string): SqlResult {
  const { rows, ...read } = runQuery(database!, sql);
  last = { columns: read.columns, rows };
  return { ...read, rows: rows.slice(0, SHOWN_ROWS), count: rows.length };
}

/** All rows of the last result as CSV that Excel opens, with a byte order mark. */
const csv = (): Blob =>
  new Blob(['\ufeff', excelCsvRecord(last.columns), ...last.rows.map(excelCsvRecord)], { type: 'text/csv' });
