import type { Dataset, Table } from '../../../src/model/dataset.ts';
import type { Row } from '../../../src/model/row.ts';
import type { Fault } from '../../lib/fault.ts';
import { Keys } from './keys.ts';
import { Readings } from './readings.ts';
import { UniqueKeys } from './uniqueKeys.ts';

/** The checks that look at more than one row: each row is shown to them once, and what only the whole compile can show comes at its end. */
export class RowChecks {
  readonly #keys = new Keys();
  readonly #unique = new UniqueKeys();
  readonly #readings = new Readings();

  /** Notes a row; the faults that show already. */
  add(dataset: Dataset, table: Table, file: string, row: number, cells: Row): Fault[] {
    this.#keys.refer(table, file, row, cells);
    this.#readings.add(table, file, row, cells);
    return [
      ...this.#keys.add(dataset, table, file, row, cells),
      ...this.#unique.add(dataset, table, file, row, cells),
    ];
  }

  /**
   * The faults that show at the end.
   * @param read `dataset/table` of those that could be read; what points at another one is not to blame
   */
  atEnd(read: ReadonlySet<string>): Fault[] {
    return [...this.#keys.unknown(read), ...this.#readings.faults()];
  }
}
