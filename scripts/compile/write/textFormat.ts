import { appendFileSync, createWriteStream, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { createGzip, type ZlibOptions } from 'node:zlib';
import type { Table } from '../../../src/model/dataset.ts';
import type { Cells } from '../read/typedCell.ts';
import type { TableFormat, TableWriter } from './tableFormat.ts';

/** A table as text: `start` first, then each batch of rows as `records` says, then `end`. */
interface TableText {
  start: string;
  records(rows: readonly Cells[], first: boolean): string;
  end: string;
}

/** A format that is text. */
interface TextFormat extends TableFormat {
  text(table: Table): TableText;
}

/** A format from what its text is. */
export const textFormat = (format: Omit<TextFormat, 'open'>): TextFormat => ({
  ...format,
  open(path, _dataset, table) {
    const { start, records, end } = format.text(table);
    let first = true;
    writeFileSync(path, start);
    return {
      write(rows) {
        if (rows.length === 0) return;
        appendFileSync(path, records(rows, first));
        first = false;
      },
      close: () => appendFileSync(path, end),
    };
  },
});

/** Below zlib's own, 6: twice as fast, and files larger by a tenth. */
const LEVEL = 4;
/** Bytes written at a time. */
const CHUNK = 1 << 16;
/** Bytes that may wait for the compressor, which works beside the compile. */
const WAITING = 1 << 20;

/** The same format compressed by gzip, for tables that are written and read as a stream. */
export const gzipped = (format: TextFormat): TableFormat => ({
  name: `${format.name}-gz`,
  suffix: `${format.suffix}.gz`,
  mediaType: format.mediaType,
  compression: 'gzip',
  open: (path, _dataset, table) => gzipWriter(path, format.text(table)),
});

function gzipWriter(path: string, { start, records, end }: TableText): TableWriter {
  const gzip = createGzip({ level: LEVEL, chunkSize: CHUNK, highWaterMark: WAITING } as ZlibOptions);
  const written = pipeline(gzip, createWriteStream(path));
  // Whoever writes next is shown the error.
  written.catch(() => undefined);
  const put = (text: string): Promise<void> | void => {
    if (text === '' || gzip.write(text)) return undefined;
    return Promise.race([once(gzip, 'drain').then(() => undefined), written]);
  };
  let first = true;
  return {
    async write(rows) {
      if (rows.length === 0) return;
      await put(first ? start + records(rows, true) : records(rows, false));
      first = false;
    },
    async close() {
      gzip.end(first ? start + end : end);
      await written;
    },
  };
}
