import type { Dataset, Table } from '../../../src/model/dataset.ts';
import type { Row } from '../../../src/model/row.ts';
import type { Fault } from '../../lib/fault.ts';

const SEPARATOR = '\u001f';

/** The key of a row over some fields, or `null` where one of them is empty. */
export function keyOf(row: Row, fields: readonly string[]): string | null {
  const parts = fields.map((field) => row[field]);
  return parts.some((part) => part === null || part === undefined) ? null : parts.join(SEPARATOR);
}

interface Reference {
  file: string;
  row: number;
  column: string;
  key: string;
  target: string;
}

/**
 * The keys of a whole compile: what exists, and what is pointed at. A reference to a table not yet read waits for its end, so that
 * the order of tables does not matter.
 */
export class Keys {
  readonly #rowsByKey = new Map<string, Map<string, number>>();
  readonly #waiting: Reference[] = [];

  /** Notes a row's primary key; a fault where it stood before. */
  add(dataset: Dataset, table: Table, file: string, row: number, cells: Row): Fault[] {
    const key = keyOf(cells, table.primaryKey);
    const column = table.primaryKey.join('+');
    if (key === null) return [{ file, row, column, what: 'is missing', right: 'it is the key of the table' }];
    const rows = this.#keysOf(`${dataset.id}/${table.name}`);
    const before = rows.get(key);
    if (before !== undefined)
      return [
        {
          file,
          row,
          column,
          value: shown(key),
          what: `stands in row ${before} already`,
          right: 'a key names one row',
        },
      ];
    rows.set(key, row);
    return [];
  }

  /** Notes what a row points at. */
  refer(table: Table, file: string, row: number, cells: Row): void {
    for (const { fields, list, reference } of table.foreignKeys) {
      const cell = keyOf(cells, fields);
      const target = `${reference.dataset}/${reference.table}`;
      if (cell === null) continue;
      for (const key of list ? cell.split(' ') : [cell])
        if (!this.#keysOf(target).has(key))
          this.#waiting.push({ file, row, column: fields.join('+'), key, target });
    }
  }

  /**
   * The references whose target is nowhere, after all tables are read.
   * @param read `dataset/table` of those that could be read; what points at another one is not to blame
   */
  unknown(read: ReadonlySet<string>): Fault[] {
    return this.#waiting
      .filter(({ target, key }) => read.has(target) && !this.#keysOf(target).has(key))
      .map(({ file, row, column, key, target }) => ({
        file,
        row,
        column,
        value: shown(key),
        what: `is not in ${target}`,
        right: `add it to data/${target}.csv or mend the spelling`,
      }));
  }

  #keysOf(table: string): Map<string, number> {
    let keys = this.#rowsByKey.get(table);
    if (!keys) this.#rowsByKey.set(table, (keys = new Map()));
    return keys;
  }
}

const shown = (key: string): string => key.replaceAll(SEPARATOR, ' + ');
