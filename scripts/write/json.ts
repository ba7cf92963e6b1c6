import { textWriter, type TableFormat } from './format.ts';

/** JSON: one array of records, a record a line; an empty cell is `null`. */
export const json: TableFormat = {
  name: 'json',
  suffix: '.json',
  mediaType: 'application/json',
  open: (path) =>
    textWriter(path, {
      start: '[',
      body: (rows, first) =>
        rows.map((row, index) => `${first && index === 0 ? '\n' : ',\n'}${JSON.stringify(row)}`).join(''),
      end: '\n]\n',
    }),
};
