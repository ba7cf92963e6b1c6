import { appendFileSync, writeFileSync } from 'node:fs';
import type { Table } from '../../../src/model/dataset.ts';
import type { Cells } from '../read/typedCell.ts';
import type { TableFormat } from './tableFormat.ts';

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
