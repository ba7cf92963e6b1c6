import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Dataset, Table } from '../../../src/model/dataset.ts';
import type { Row } from '../../../src/model/row.ts';

/** Takes the rows of one table in order; `close` ends the file. */
export interface TableWriter {
  write(rows: Row[]): Promise<void>;
  /** Ends the file; a writer of several files returns their paths below the dataset's folder. */
  close(): Promise<void | string[]>;
}

/** A form in which every table is published. */
export interface TableFormat {
  /** As in file names and in the list of downloads. */
  name: string;
  suffix: string;
  mediaType: string;
  /** Whether a table of so many rows is published in this form; without it every table is. */
  keeps?(rows: number, table: Table): boolean;
  open(path: string, dataset: Dataset, table: Table): TableWriter;
}

/** The name of a table's file in a format. */
export const fileName = (table: Table, format: TableFormat): string => `${table.name}${format.suffix}`;

/** A writer of text: `start` first, then each batch of rows as `body` says, then `end`. Waits for the disk. */
export function textWriter(
  path: string,
  parts: { start: string; body: (rows: Row[], first: boolean) => string; end: string },
): TableWriter {
  const stream = createWriteStream(path, { encoding: 'utf8' });
  const failed = finished(stream);
  failed.catch(() => undefined);
  let first = true;
  const put = async (text: string): Promise<void> => {
    if (text !== '' && !stream.write(text)) await Promise.race([once(stream, 'drain'), failed]);
  };
  let begun: Promise<void> | undefined;
  const begin = (): Promise<void> => (begun ??= put(parts.start));
  return {
    async write(rows) {
      await begin();
      if (rows.length === 0) return;
      await put(parts.body(rows, first));
      first = false;
    },
    async close() {
      await begin();
      await put(parts.end);
      stream.end();
      await failed;
    },
  };
}
