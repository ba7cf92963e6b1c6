import type { Dataset, Table } from '../../src/model/dataset.ts';
import type { Ledger, LedgerRule } from '../../src/model/ledger.ts';
import type { Row } from '../../src/model/row.ts';
import { constraintNames } from './check/constraints.ts';

const EXAMPLES = 3;

/** Keeps the account of one table while it is compiled. */
export class LedgerBook {
  readonly #table: Table;
  readonly #rules = new Map<string, LedgerRule>();
  readonly #missing: Record<string, number>;
  #rowsIn = 0;
  #rowsOut = 0;

  constructor(table: Table) {
    this.#table = table;
    this.#missing = Object.fromEntries(table.fields.map((field) => [field.name, 0]));
  }

  rowIn(): void {
    this.#rowsIn += 1;
  }

  rowOut(row: Row): void {
    this.#rowsOut += 1;
    for (const [name, cell] of Object.entries(row)) if (cell === null) this.#missing[name]! += 1;
  }

  changed(rule: string, row: number, column: string, before: string, after: string): void {
    let entry = this.#rules.get(rule);
    if (!entry) this.#rules.set(rule, (entry = { rule, cells: 0, columns: {}, examples: [] }));
    entry.cells += 1;
    entry.columns[column] = (entry.columns[column] ?? 0) + 1;
    if (entry.examples.length < EXAMPLES) entry.examples.push({ row, column, before, after });
  }

  /** Closes the account; the compile drops no row. @throws Error where rows in ≠ rows out: a fault of the compile itself */
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
      missing: this.#missing,
    };
  }

  #checks(): Ledger['checks'] {
    const filled = (name: string): number => this.#rowsOut - this.#missing[name]!;
    const counts = new Map<string, number>();
    const count = (check: string, cells: number): void =>
      void counts.set(check, (counts.get(check) ?? 0) + cells);
    for (const field of this.#table.fields) {
      count('type', filled(field.name));
      for (const name of constraintNames(field))
        count(name, name === 'required' ? this.#rowsOut : filled(field.name));
    }
    count('primary-key', this.#rowsOut);
    for (const key of this.#table.foreignKeys) count('foreign-key', filled(key.fields[0]!));
    return [...counts].map(([check, passed]) => ({ check, passed }));
  }
}
