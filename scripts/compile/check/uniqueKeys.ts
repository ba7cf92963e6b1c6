import type { Table } from '../../../src/model/dataset.ts';
import type { Field } from '../../../src/model/field.ts';
import type { Cell } from '../../../src/model/row.ts';
import type { Fault } from '../../lib/fault.ts';
import { copyOf } from '../../lib/textCache.ts';
import { Places, standsAlready, type Place } from './place.ts';
import type { Cells } from '../read/typedCell.ts';

/** The `uniqueKeys` of one table: one publication, one law is one row, however its address or number is spelt. */
export class UniqueKeys {
  readonly #places = new Places();
  readonly #keys: { fields: string[]; columns: { field: Field; at: number }[]; seen: Map<string, number> }[];

  constructor(table: Table) {
    this.#keys = table.uniqueKeys.map((fields) => ({
      fields,
      columns: fields.map((name) => {
        const at = table.fields.findIndex((field) => field.name === name);
        return { field: table.fields[at]!, at };
      }),
      seen: new Map(),
    }));
  }

  /** Notes a row; a fault for each key that is there already. */
  add(place: Place, cells: Cells): Fault[] {
    const faults: Fault[] = [];
    for (const { fields, columns, seen } of this.#keys) {
      if (cells[columns[0]!.at] === null) continue;
      const key = columns.map(({ field, at }) => sameText(field, cells[at]!)).join('\u001f');
      const before = seen.get(key);
      if (before === undefined) {
        seen.set(copyOf(key), this.#places.numberOf(place));
        continue;
      }
      faults.push({
        ...place,
        column: fields.join('+'),
        value: columns.map(({ at }) => String(cells[at] ?? '')).join(' + '),
        ...standsAlready(this.#places.at(before), place),
        right: 'make one row of the two, and point at it wherever the other was pointed at',
      });
    }
    return faults;
  }
}

/** What stays of a cell when spellings of the same are made one: an address without `https://www.`, a text without case, width and punctuation. */
function sameText(field: Field, cell: Cell): string {
  const text = String(cell ?? '');
  return field.type === 'url'
    ? text.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')
    : text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, '');
}
