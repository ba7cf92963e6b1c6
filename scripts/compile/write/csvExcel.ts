import { excelCsvRecord } from '../../../src/model/csv.ts';
import { textFormat } from './textFormat.ts';

/** CSV for Excel in any language: a byte order mark, so that Chinese text is read as UTF-8, and no cell runs as a formula. */
export const csvExcel = textFormat({
  name: 'csv-excel',
  text: ({ fields }) => ({
    start: `\ufeff${excelCsvRecord(fields.map(({ name }) => name))}`,
    records: (rows) => rows.map(excelCsvRecord).join(''),
    end: '',
  }),
});
