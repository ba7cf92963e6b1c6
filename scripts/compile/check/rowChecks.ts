import type { Dataset, Table } from '../../../src/model/dataset.ts';
import type { Fault } from '../../lib/fault.ts';
import { Keys, type TableKeys } from './keys.ts';
import type { Place } from './place.ts';
import { Readings } from './readings.ts';
import { UniqueKeys } from './uniqueKeys.ts';
import type { Cells } from '../read/typedCell.ts';

/** The checks of one table. */
export interface TableChecks extends Pick<TableKeys, 'takeReferences' | 'addReferences'> {
  /** Shows a row to the checks; the faults that show already. */
  add(place: Place, cells: Cells): Fault[];
  /** Whether no row is compared with rows of other parts, so that a part need not be read again for them. */
  readonly isByPart: boolean;
}

/** The checks that look at more than one row: each row is shown to them once, and what only the whole compile can show comes at its end. */
export class RowChecks {
  readonly #keys = new Keys();
  readonly #readings = new Readings();

  /** Opens the checks for the rows of a table. @param keepsKeys as of `Keys.open` */
  open(dataset: Dataset, table: Table, keepsKeys: boolean): TableChecks {
    const keys = this.#keys.open(dataset, table, keepsKeys);
    const unique = new UniqueKeys(table);
    const addReading = this.#readings.open(table);
    return {
      ...keys,
      isByPart: !keepsKeys && table.uniqueKeys.length === 0 && addReading === undefined,
      add(place, cells) {
        addReading?.(place, cells);
        const key = keys.add(place, cells);
        const shared = unique.add(place, cells);
        return key ? [key, ...shared] : shared;
      },
    };
  }

  /**
   * The faults that show at the end.
   * @param read `dataset/table` of those that could be read; what points at another one is not to blame
   */
  atEnd(read: ReadonlySet<string>): Fault[] {
    return [...this.#keys.unknown(read), ...this.#readings.faults()];
  }
}
