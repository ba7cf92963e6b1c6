import { textWriter, type TableFormat } from './format.ts';

/** NDJSON: a record a line, so that a large table can be read as a stream. */
export const ndjson: TableFormat = {
  name: 'ndjson',
  suffix: '.ndjson',
  mediaType: 'application/x-ndjson',
  open: (path) =>
    textWriter(path, {
      start: '',
      body: (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
      end: '',
    }),
};
