import type { Cell } from '../../../src/model/row.ts';
import { safeCells } from '../names/safe.ts';
import { AmountsInWords } from './amountsInWords.ts';
import { ColumnCleaner, type CellNotes, type CleanedCell } from './columnCleaner.ts';
import type { IngestLedgerBuilder, Reject } from './ingestLedger.ts';
import { isTooWide, type TablePlan } from './plan.ts';
import { dropReason } from './shape.ts';

/** A clean row: its number in the file, its cells, and its CSV record without the number. */
export interface CleanRow {
  number: number;
  cells: Cell[];
  csv: string;
  /** The part of the table in which the row is kept, where the table is kept in parts. */
  part?: string;
}

/** Cleans the rows below the header of one table, one after another. Dropped, rejected and changed rows are recorded in the ledger. */
export class TableCleaner {
  readonly #plan: TablePlan;
  readonly #ledger: IngestLedgerBuilder;
  readonly #onReject: (reject: Reject) => void;
  readonly #columns: { index: number; heading: string; cleaner: ColumnCleaner }[];
  /** Whether some column is of amounts in words, so that each row is compared. */
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

  /** The plan that the evidence of all rows gives, and the columns that differ; `null` where none does. */
  amended(): { plan: TablePlan; columns: string[] } | null {
    const columns: string[] = [];
    const fields = this.#plan.fields.map((field, at) => {
      const { evidence, hasFraction } = this.#columns[at]!.cleaner;
      // A type that a person gave stays.
      const type = hasFraction && !this.#plan.isGiven ? 'number' : field.type;
      const amended = evidence.amended(type === field.type ? field : { ...field, type });
      if (amended !== field) columns.push(field.heading || field.name);
      return amended;
    });
    return columns.length === 0 ? null : { plan: { ...this.#plan, fields }, columns };
  }

  /**
   * Cleans consecutive rows, column by column, so that the cache of a column stays in the processor's cache; changes are recorded in the order
   * of the rows.
   * @param first number of the first of them in the file
   */
  clean(rows: readonly string[][], first: number): CleanRow[] {
    const numbers: number[] = [];
    const data = rows.filter((cells, index) => {
      const isData = this.#isData(cells, first + index);
      if (isData) numbers.push(first + index);
      return isData;
    });
    const columns = this.#columns.map(({ index, cleaner }) =>
      data.map((cells) => cleaner.clean(cells[index] ?? '')),
    );
    const clean: CleanRow[] = [];
    for (let at = 0; at < data.length; at += 1) {
      const row = this.#row(data[at]!, numbers[at]!, columns, at);
      if (row !== null) clean.push(row);
    }
    return clean;
  }

  /** Whether a row is one of data, and no wider than the header; else it is dropped or rejected. */
  #isData(cells: string[], number: number): boolean {
    const { headings, nonData, place } = this.#plan;
    this.#ledger.rowIn();
    const reason = dropReason(cells, nonData);
    if (reason !== null) {
      this.#ledger.drop(reason);
      return false;
    }
    const isWide = isTooWide(cells, headings);
    if (isWide) this.#reject(tooWide(place, number, cells, headings));
    return !isWide;
  }

  /** A row of cleaned cells, or `null` where one of them is at fault. @param at its place in each column */
  #row(raw: string[], number: number, columns: readonly CleanedCell[][], at: number): CleanRow | null {
    const cells = new Array<Cell>(columns.length);
    let csv = '';
    let bad = -1;
    let inWords = this.#inWords;
    for (let index = 0; index < columns.length; index += 1) {
      const { cell, csv: text, notes } = columns[index]![at]!;
      cells[index] = cell;
      csv += `,${text}`;
      if (notes === null) continue;
      this.#record(notes, number, this.#columns[index]!.heading);
      if (notes.fault !== null && bad < 0) bad = index;
      inWords ||= notes.inWords;
    }
    if (inWords)
      this.#ledger.inWords.compare(
        number,
        this.#headings,
        this.#columns.map(({ index }) => raw[index] ?? ''),
      );
    if (bad < 0) return { number, cells, csv };
    const { place, headings, fields } = this.#plan;
    const { heading, name } = fields[bad]!;
    this.#reject({
      file: place,
      row: number,
      column: heading || name,
      ...columns[bad]![at]!.notes!.fault!,
      cells: safeCells(raw, headings),
    });
    return null;
  }

  #record({ masked, changes }: CellNotes, number: number, heading: string): void {
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
