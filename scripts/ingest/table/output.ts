import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { csvRecord } from '../../../src/model/csv.ts';
import { openParquetFile, type ParquetFile } from '../../lib/parquetFile.ts';
import type { Reject } from './ingestLedger.ts';
import type { ProposedField } from './propose.ts';
import { REJECTS_HEADER, rejectRecord } from './rejects.ts';
import type { CleanRow } from './tableCleaner.ts';

/** The destination of the rows of a table, written batch by batch. */
export interface Output {
  write(rows: readonly CleanRow[]): Promise<void> | void;
  reject(reject: Reject): void;
  close(): Promise<void> | void;
}

/** Opens an output for a table of these columns; earlier output is replaced. */
export type OpenOutput = (fields: readonly ProposedField[]) => Output;

/** Number of characters that are buffered before they are written. */
const BLOCK = 1 << 16;

/**
 * Writes the rows of a table to `<id>.csv`, and to `<id>.parquet` if requested; rows that could not be read go to `rejects.csv`.
 * @param folder an existing one
 */
export function fileOutput(folder: string, id: string, parquet: boolean): OpenOutput {
  return (fields) => {
    // A table that is read again may have no rejects any more.
    rmSync(join(folder, 'rejects.csv'), { force: true });
    const csv = new TextFile(join(folder, `${id}.csv`));
    csv.write(csvRecord(['row', ...fields.map(({ name }) => name)]));
    const columns = [{ name: 'row', type: 'integer' as const }, ...fields];
    const table: ParquetFile | null = parquet
      ? openParquetFile(join(folder, `${id}.parquet`), columns)
      : null;
    let rejects: TextFile | null = null;
    return {
      async write(rows) {
        for (const row of rows) {
          csv.write(`${row.number}${row.csv}\r\n`);
          if (!table) continue;
          const flushed = table.write([row.number, ...row.cells]);
          if (flushed) await flushed;
        }
      },
      reject(reject) {
        if (rejects === null) {
          rejects = new TextFile(join(folder, 'rejects.csv'));
          rejects.write(REJECTS_HEADER);
        }
        rejects.write(rejectRecord(reject));
      },
      async close() {
        csv.close();
        rejects?.close();
        await table?.close();
      },
    };
  };
}

/** A text file, written in blocks. */
class TextFile {
  readonly #descriptor: number;
  #held = '';

  constructor(path: string) {
    this.#descriptor = openSync(path, 'w');
  }

  write(text: string): void {
    this.#held += text;
    if (this.#held.length > BLOCK) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#descriptor);
  }

  #flush(): void {
    writeWhole(this.#descriptor, Buffer.from(this.#held));
    this.#held = '';
  }
}

function writeWhole(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
}
