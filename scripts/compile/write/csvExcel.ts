import { excelCsvRecord } from '../../../src/model/csv.ts';
import { textWriter, type TableFormat } from './tableFormat.ts';

/** CSV for Excel in any language: a byte order mark, so that Chinese text is read as UTF-8, and no cell runs as a formula. */
export const csvExcel: TableFormat = {
  name: 'csv-excel',
  suffix: '.excel.csv',
  mediaType: 'text/csv',
  open(path, _dataset, table) {
    const names = table.fields.map((field) => field.name);
    return textWriter(path, {
      start: `\ufeff${excelCsvRecord(names)}`,
      body: (rows) => rows.map((row) => excelCsvRecord(names.map((name) => row[name]))).join(''),
      end: '',
    });
  },
};
