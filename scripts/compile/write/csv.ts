import { csvRecord } from '../../../src/model/csv.ts';
import { textWriter, type TableFormat } from './tableFormat.ts';

/** CSV by RFC 4180: UTF-8 without a mark, commas, CRLF, one header row. Cells are exact. */
export const csv: TableFormat = {
  name: 'csv',
  suffix: '.csv',
  mediaType: 'text/csv',
  open(path, _dataset, table) {
    const names = table.fields.map((field) => field.name);
    return textWriter(path, {
      start: csvRecord(names),
      body: (rows) => rows.map((row) => csvRecord(names.map((name) => row[name]))).join(''),
      end: '',
    });
  },
};
