import { textWriter, type TableFormat } from './tableFormat.ts';

/** Rows from which a table is published as NDJSON beside JSON. */
const LARGE = 20_000;

/** NDJSON: a record a line, so that a large table can be read as a stream. */
export const ndjson: TableFormat = {
  name: 'ndjson',
  suffix: '.ndjson',
  mediaType: 'application/x-ndjson',
  keeps: (rows) => rows > LARGE,
  open: (path) =>
    textWriter(path, {
      start: '',
      body: (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
      end: '',
    }),
};
