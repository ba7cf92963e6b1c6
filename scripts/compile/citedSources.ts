import type { Table } from '../../src/model/dataset.ts';
import { SOURCE_FIELDS } from '../../src/model/row.ts';
import { copyOf } from '../lib/textCache.ts';
import type { Cells } from './read/typedCell.ts';

/** Collects the sources that the rows of a table point at. */
export class CitedSources {
  readonly all = new Set<string>();
  readonly #columns: number[];

  constructor({ fields }: Table) {
    this.#columns = SOURCE_FIELDS.map((name) => fields.findIndex((field) => field.name === name)).filter(
      (at) => at >= 0,
    );
  }

  add(cells: Cells): void {
    for (const at of this.#columns) {
      const cell = cells[at]!;
      if (typeof cell !== 'string' || this.all.has(cell)) continue;
      for (const id of cell.split(' ')) if (id !== '' && !this.all.has(id)) this.all.add(copyOf(id));
    }
  }
}
