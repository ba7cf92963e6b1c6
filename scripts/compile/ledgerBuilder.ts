import type { Dataset, Table } from '../../src/model/dataset.ts';
import type { Ledger, LedgerRule } from '../../src/model/ledger.ts';
import { constraintNames } from './check/constraints.ts';
import type { Cells } from './read/typedCell.ts';

const EXAMPLES = 3;

/** Builds the ledger of one table while it is compiled. */
export class LedgerBuilder {
  readonly #table: Table;
  readonly #rules = new Map<string, LedgerRule>();
  /** Empty cells, by the number of the field. */
  readonly #missing: number[];
  #rowsIn = 0;
  #rowsOut = 0;
  #changes = 0;

  constructor(table: Table) {
    this.#table = table;
    this.#missing = table.fields.map(() => 0);
  }

  /** The number of cells that rules have changed. */
  get changes(): number {
    return this.#changes;
  }

  /** The empty cells so far, by the number of the field. */
  get missing(): number[] {
    return [...this.#missing];
  }

  /** The rows published so far. */
  get rows(): number {
    return this.#rowsOut;
  }

  /** Adds rows of a part that no rule changed. @param missing empty cells, by the number of the field */
  addRows(rows: number, missing: readonly number[]): void {
    this.#rowsIn += rows;
    this.#rowsOut += rows;
    for (const [at, cells] of missing.entries()) this.#missing[at]! += cells;
  }

  rowIn(): void {
    this.#rowsIn += 1;
  }

  rowOut(cells: Cells): void {
    this.#rowsOut += 1;
    for (let at = 0; at < cells.length; at += 1) if (cells[at]! === null) this.#missing[at]! += 1;
  }

  changed(rule: string, row: number, column: string, before: string, after: string): void {
    let entry = this.#rules.get(rule);
    if (!entry) this.#rules.set(rule, (entry = { rule, cells: 0, columns: {}, examples: [] }));
    this.#changes += 1;
    entry.cells += 1;
    entry.columns[column] = (entry.columns[column] ?? 0) + 1;
    if (entry.examples.length < EXAMPLES) entry.examples.push({ row, column, before, after });
  }

  /** The finished ledger; the compile drops no row. @throws Error where rows in ≠ rows out: a fault of the compile itself */
  close(dataset: Dataset): Ledger {
    if (this.#rowsIn !== this.#rowsOut)
      throw new Error(`${dataset.id}/${this.#table.name}: ${this.#rowsIn} rows in, ${this.#rowsOut} out`);
    return {
      table: this.#table.name,
      rows_in: this.#rowsIn,
      rows_out: this.#rowsOut,
      rows_dropped: 0,
      dropped: [],
      rules: [...this.#rules.values()].sort((a, b) => (a.rule < b.rule ? -1 : 1)),
      checks: this.#checks(),
      missing: Object.fromEntries(this.#table.fields.map(({ name }, at) => [name, this.#missing[at]!])),
    };
  }

  #checks(): Ledger['checks'] {
    const { fields } = this.#table;
    const filled = (name: string): number =>
      this.#rowsOut - this.#missing[fields.findIndex((field) => field.name === name)]!;
    const counts = new Map<string, number>();
    const count = (check: string, cells: number): void =>
      void counts.set(check, (counts.get(check) ?? 0) + cells);
    for (const field of fields) {
      count('type', filled(field.name));
      for (const name of constraintNames(field))
        count(name, name === 'required' ? this.#rowsOut : filled(field.name));
    }
    count('primary-key', this.#rowsOut);
    for (const key of this.#table.foreignKeys) count('foreign-key', filled(key.fields[0]!));
    return [...counts].map(([check, passed]) => ({ check, passed }));
  }
}
