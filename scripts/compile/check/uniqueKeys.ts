import type { Dataset, Table } from '../../../src/model/dataset.ts';
import type { Row } from '../../../src/model/row.ts';
import type { Fault } from '../../lib/fault.ts';

/** The `uniqueKeys` of all tables of a compile: one publication, one law is one row, however its address or number is spelt. */
export class UniqueKeys {
  readonly #rows = new Map<string, number>();

  /** Notes a row; a fault for each key that stood before. */
  add(dataset: Dataset, table: Table, file: string, row: number, cells: Row): Fault[] {
    return table.uniqueKeys.flatMap((fields) => {
      const [first] = fields;
      if (cells[first!] === null) return [];
      const same = fields.map((name) => sameText(table, name, cells)).join('\u001f');
      const key = [dataset.id, table.name, fields.join('+'), same].join('\u001f');
      const before = this.#rows.get(key);
      if (before === undefined) {
        this.#rows.set(key, row);
        return [];
      }
      return [
        {
          file,
          row,
          column: fields.join('+'),
          value: fields.map((name) => String(cells[name] ?? '')).join(' + '),
          what: `stands in row ${before} already`,
          right: 'make one row of the two, and point at it wherever the other was pointed at',
        },
      ];
    });
  }
}

/** What stays of a cell when spellings of the same are made one: an address without `https://www.`, a text without case, width and punctuation. */
function sameText(table: Table, name: string, cells: Row): string {
  const text = String(cells[name] ?? '');
  return table.fields.find((field) => field.name === name)?.type === 'url'
    ? text.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')
    : text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, '');
}
