import type { Cell } from '../../../src/model/row.ts';
import { safeCells } from '../names/safe.ts';
import { AmountsInWords } from './amountsInWords.ts';
import { ColumnCleaner, type CleanedCell } from './columnCleaner.ts';
import type { IngestLedgerBuilder, Reject } from './ingestLedger.ts';
import { isTooWide, type TablePlan } from './plan.ts';
import { dropReason } from './shape.ts';

/** A clean row: its number in the file, its cells, and its record of CSV without the number. */
export interface CleanRow {
  number: number;
  cells: Cell[];
  csv: string;
}

/** Cleans the rows below the header of one table, one after another. What it drops, rejects and changes is recorded in the ledger. */
export class TableCleaner {
  readonly #plan: TablePlan;
  readonly #ledger: IngestLedgerBuilder;
  readonly #onReject: (reject: Reject) => void;
  readonly #columns: { index: number; heading: string; cleaner: ColumnCleaner }[];
  /** Whether a heading asks for amounts in words, so that each row is compared. */
  readonly #inWords: boolean;
  readonly #headings: string[];

  constructor(plan: TablePlan, ledger: IngestLedgerBuilder, onReject: (reject: Reject) => void) {
    this.#plan = plan;
    this.#ledger = ledger;
    this.#onReject = onReject;
    this.#columns = plan.kept.map((index, at) => {
      const field = plan.fields[at]!;
      return { index, heading: field.heading, cleaner: new ColumnCleaner(field) };
    });
    this.#headings = plan.kept.map((index) => plan.headings[index]!);
    this.#inWords = this.#headings.some((heading) => AmountsInWords.concernsHeading(heading));
  }

  /** The plan as it would have been with the evidence of all rows, and the columns that differ; `null` where none does. */
  amended(): { plan: TablePlan; columns: string[] } | null {
    const columns: string[] = [];
    const fields = this.#plan.fields.map((field, at) => {
      const amended = this.#columns[at]!.cleaner.evidence.amended(field);
      if (amended !== field) columns.push(field.heading || field.name);
      return amended;
    });
    return columns.length === 0 ? null : { plan: { ...this.#plan, fields }, columns };
  }

  /** @returns `null` where the row is no data or cannot be read */
  clean(cells: string[], number: number): CleanRow | null {
    const { headings, nonData, place } = this.#plan;
    this.#ledger.rowIn();
    const reason = dropReason(cells, nonData);
    if (reason !== null) {
      this.#ledger.drop(reason);
      return null;
    }
    if (isTooWide(cells, headings)) {
      this.#reject(tooWide(place, number, cells, headings));
      return null;
    }
    const columns = this.#columns;
    const clean: Cell[] = [];
    let csv = '';
    let bad: { at: number; cell: CleanedCell } | null = null;
    let inWords = this.#inWords;
    for (let at = 0; at < columns.length; at += 1) {
      const column = columns[at]!;
      const cell = column.cleaner.clean(cells[column.index] ?? '');
      if (cell.masked.length > 0 || cell.changes.length > 0) this.#record(cell, number, column.heading);
      if (cell.fault !== null) bad ??= { at, cell };
      inWords ||= cell.inWords;
      clean.push(cell.cell);
      csv += `,${cell.csv}`;
    }
    if (inWords)
      this.#ledger.inWords.compare(
        number,
        this.#headings,
        columns.map(({ index }) => cells[index] ?? ''),
      );
    if (bad === null) return { number, cells: clean, csv };
    const field = this.#plan.fields[bad.at]!;
    this.#reject({
      file: place,
      row: number,
      column: field.heading || field.name,
      ...bad.cell.fault!,
      cells: safeCells(cells, headings),
    });
    return null;
  }

  #record({ masked, changes }: CleanedCell, number: number, heading: string): void {
    for (const { kind, count } of masked) this.#ledger.masked(kind, heading, count);
    for (const { rule, before, after } of changes) this.#ledger.changed(rule, number, heading, before, after);
  }

  #reject(reject: Reject): void {
    this.#ledger.reject(reject);
    this.#onReject(reject);
  }
}

/** A row that is wider than its header, as a reject. */
export const tooWide = (place: string, row: number, cells: string[], headings: string[]): Reject => ({
  file: place,
  row,
  what: `has ${cells.length} cells, the header ${headings.length}`,
  right: 'is a delimiter within a cell not in quotes?',
  cells: safeCells(cells, headings),
});
