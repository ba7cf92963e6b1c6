import { textWriter, type TableFormat } from './tableFormat.ts';

/** Rows above which no reader wants one JSON array; NDJSON stands in its place. */
const LARGEST = 1_000_000;

/** JSON: one array of records, a record a line; an empty cell is `null`. */
export const json: TableFormat = {
  name: 'json',
  suffix: '.json',
  mediaType: 'application/json',
  keeps: (rows) => rows <= LARGEST,
  open: (path) =>
    textWriter(path, {
      start: '[',
      body: (rows, first) =>
        rows.map((row, index) => `${first && index === 0 ? '\n' : ',\n'}${JSON.stringify(row)}`).join(''),
      end: '\n]\n',
    }),
};
