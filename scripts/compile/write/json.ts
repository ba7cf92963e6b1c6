import { jsonRecords } from './jsonRecords.ts';
import { textFormat } from './textFormat.ts';

/** JSON: one array of records, a record a line; an empty cell is `null`. */
export const json = textFormat({
  name: 'json',
  suffix: '.json',
  mediaType: 'application/json',
  text(table) {
    const records = jsonRecords(table, ',\n');
    return { start: '[', records: (rows, first) => (first ? '\n' : ',\n') + records(rows), end: '\n]\n' };
  },
});
