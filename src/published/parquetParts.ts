import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { parquetMetadata } from 'hyparquet';
import type { PublishedTable } from '../model/catalogue.ts';

/** A Parquet file of a table, with what a browser must know before its first request. */
export interface ParquetPart {
  /** Below `public/data/<dataset>/`. */
  name: string;
  bytes: number;
  /** Bytes at the end of the file that hold its metadata. */
  footer: number;
  rows: number;
  /** The first and the last currency in alphabetical order, where it has amounts with one. */
  currencies: string[];
}

/** The four bytes of the length of the metadata, and the four of the mark that ends the file. */
const TAIL = 8;

/** The Parquet files of a table, in the order of its rows. */
export const parquetParts = (dataset: string, table: PublishedTable): ParquetPart[] =>
  table.files
    .filter(({ format }) => format === 'parquet')
    .map(({ name, bytes }) => {
      const file = openSync(join(process.cwd(), 'public', 'data', dataset, name), 'r');
      try {
        const end = (size: number): ArrayBuffer => {
          const buffer = new ArrayBuffer(size);
          readSync(file, new Uint8Array(buffer), 0, size, bytes - size);
          return buffer;
        };
        const footer = new DataView(end(TAIL)).getUint32(0, true) + TAIL;
        const { num_rows: rows, row_groups: groups } = parquetMetadata(end(footer));
        const currencies: string[] = [];
        for (const { meta_data: meta } of groups.flatMap((group) => group.columns)) {
          const [column] = meta!.path_in_schema;
          const { min_value: least, max_value: most } = meta!.statistics ?? {};
          if (column === 'currency') currencies.push(String(least), String(most));
        }
        return { name, bytes, footer, rows: Number(rows), currencies };
      } finally {
        closeSync(file);
      }
    });
