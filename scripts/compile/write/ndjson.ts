import { jsonRecords } from './jsonRecords.ts';
import { textFormat } from './textFormat.ts';

/** NDJSON: a record a line, so that a large table can be read as a stream. */
export const ndjson = textFormat({
  name: 'ndjson',
  suffix: '.ndjson',
  mediaType: 'application/x-ndjson',
  text(table) {
    const records = jsonRecords(table, '\n');
    return { start: '', records: (rows) => `${records(rows)}\n`, end: '' };
  },
});
