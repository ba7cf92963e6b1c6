import type { Cell } from '../../../src/model/row.ts';
import { isAmount } from '../../rules/rule.ts';
import { safeCells } from '../names/safe.ts';
import { AmountsInWords } from './amountsInWords.ts';
import { ColumnCleaner, type CellNotes, type CleanedCell } from './columnCleaner.ts';
import type { IngestLedgerBuilder, Reject } from './ingestLedger.ts';
import type { MaskedTexts } from './maskedTexts.ts';
import { narrowRemark } from './narrowRemark.ts';
import { isTooWide, type TablePlan } from './plan.ts';
import { kindOf } from './shape.ts';
import { isSentence, RunningSums } from './totals.ts';

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
  readonly #masked: MaskedTexts;
  readonly #onReject: (reject: Reject) => void;
  /** Indexes of the columns of numbers, for the sums by which a total is known. */
  readonly #numbers: number[];
  readonly #sums: RunningSums;
  /** Rows of one text, held back until it is known whether the table goes on after them. */
  #held: NumberedRow[] = [];
  /** Rows of one cell that the table goes on after, so that they are data. */
  readonly #narrow: number[] = [];
  /** Whether the row before is no data, so that the table may have ended. */
  #afterTable = false;
  readonly #columns: { index: number; heading: string; cleaner: ColumnCleaner }[];
  /** Whether some column is of amounts in words, so that each row is compared. */
  readonly #inWords: boolean;
  readonly #headings: string[];

  constructor(
    plan: TablePlan,
    ledger: IngestLedgerBuilder,
    masked: MaskedTexts,
    onReject: (reject: Reject) => void,
  ) {
    this.#plan = plan;
    this.#ledger = ledger;
    this.#masked = masked;
    this.#numbers = plan.fields.flatMap(({ type }, at) =>
      type === 'number' || type === 'integer' ? [at] : [],
    );
    this.#sums = new RunningSums(this.#numbers.length);
    this.#onReject = onReject;
    this.#columns = plan.kept.map((index, at) => {
      const field = plan.fields[at]!;
      return { index, heading: field.heading, cleaner: new ColumnCleaner(field, plan.isNative) };
    });
    this.#headings = plan.kept.map((index) => plan.headings[index]!);
    this.#inWords = this.#headings.some((heading) => AmountsInWords.concernsHeading(heading));
  }

  /** The plan that the evidence of all rows gives, and the columns that differ; `null` where none does. */
  amended(): { plan: TablePlan; columns: string[] } | null {
    const columns: string[] = [];
    const fields = this.#plan.fields.map((field, at) => {
      const { evidence, hasFraction, hasCode } = this.#columns[at]!.cleaner;
      // A type that a person gave stays.
      const type = this.#plan.isGiven ? field.type : hasCode ? 'string' : hasFraction ? 'number' : field.type;
      let amended = evidence.amended(type === field.type ? field : { ...field, type });
      if (amended.decimal === 'unsure' && isAmount(amended) && !this.#plan.isGiven)
        amended = { ...amended, type: 'string', unsure: evidence.doubtful ?? '' };
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
    const data: NumberedRow[] = [];
    for (let index = 0; index < rows.length; index += 1) this.#sort(rows[index]!, first + index, data);
    return this.#cleaned(data);
  }

  /** The last rows, once it is known that none follows. */
  end(): CleanRow[] {
    const data: NumberedRow[] = [];
    // The rows held back are the end of the table: notes, where a blank or a total is above them or they are sentences.
    for (const row of this.#held.splice(0))
      if (row.afterTable || isSentence(row.cells)) this.#ledger.drop('note', row.number);
      else data.push(row);
    if (this.#narrow.length > 0) this.#ledger.remark(narrowRemark(this.#narrow));
    return this.#cleaned(data);
  }

  /** Cleans rows of data column by column, then drops those of them that are totals by their sums. */
  #cleaned(data: readonly NumberedRow[]): CleanRow[] {
    const columns = this.#columns.map(({ index, cleaner }) =>
      data.map(({ cells }) => cleaner.clean(cells[index] ?? '')),
    );
    const clean: CleanRow[] = [];
    for (let at = 0; at < data.length; at += 1) {
      const { cells, number, total } = data[at]!;
      const numberAt = (column: number): number | null =>
        columns[this.#numbers[column]!]![at]!.cell as number | null;
      if (total !== undefined && this.#isTotal(number, total, numberAt)) continue;
      this.#sums.add(numberAt);
      const row = this.#row(cells, number, columns, at);
      if (row !== null) clean.push(row);
    }
    return clean;
  }

  /** Whether a row is a total, which is dropped then. */
  #isTotal(number: number, total: TotalKind, numberAt: (column: number) => number | null): boolean {
    const amounts = this.#numbers.map((_, column) => numberAt(column));
    const agrees = this.#sums.agree(amounts, total === 'unlabelled');
    if (total !== 'sure' && !agrees) return false;
    this.#sums.close();
    this.#ledger.drop('total', number);
    if (!agrees && amounts.some((amount) => amount !== null))
      this.#ledger.remark(`row ${number}, dropped as a total, is not the sum of the rows above it`);
    return true;
  }

  /** Puts a row where it belongs: into `data`, among those held back, or into the ledger as dropped or rejected. */
  #sort(cells: string[], number: number, data: NumberedRow[]): void {
    const { headings, nonData, place, delimiter } = this.#plan;
    this.#ledger.rowIn();
    const kind = kindOf(cells, nonData);
    const afterTable = this.#afterTable;
    this.#afterTable =
      kind === 'empty' || kind === 'total' || kind === 'note' || (kind === 'narrow' && afterTable);
    if (kind === 'narrow' && isQuotedWhole(cells, headings, delimiter)) {
      this.#reject(quotedWhole(place, number, cells, headings));
      return;
    }
    if (kind === 'narrow') {
      this.#held.push({ cells, number, afterTable });
      return;
    }
    if (kind === 'empty' || kind === 'header repeated' || kind === 'note') {
      this.#ledger.drop(kind, number);
      return;
    }
    // The table goes on: what was held back is data.
    if (kind !== 'total') {
      for (const { number: held } of this.#held) this.#narrow.push(held);
      data.push(...this.#held.splice(0));
    }
    if (isTooWide(cells, headings)) this.#reject(tooWide(place, number, cells, headings));
    else if (kind === null) data.push({ cells, number });
    else data.push({ cells, number, total: totalOf(kind, cells) });
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
      const { heading, index: from } = this.#columns[index]!;
      this.#record(notes, number, heading);
      if (notes.masked.length > 0) this.#masked.add(heading, raw[from] ?? '');
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

type TotalKind = 'sure' | 'worded' | 'unlabelled';

/** A row with its number in the file. */
interface NumberedRow {
  cells: string[];
  number: number;
  /** Whether it is a total by its words, or by its sums only, with or without a word. */
  total?: TotalKind;
  /** Whether the row above it is no data. */
  afterTable?: boolean;
}

const totalOf = (kind: 'total' | 'maybe total', cells: readonly string[]): TotalKind =>
  kind === 'total' ? 'sure' : /\p{L}/u.test(cells.join('')) ? 'worded' : 'unlabelled';

/** Whether a row is one cell with all the others in it: Excel quotes a row so that it opens as a single column and saves again. */
function isQuotedWhole(cells: readonly string[], headings: readonly string[], delimiter?: string): boolean {
  if (delimiter === undefined || cells.length > 1 || headings.length < 2) return false;
  const parts = cells[0]!.split(delimiter);
  // In a sentence a space follows each comma.
  const spaced = parts.slice(1).filter((part) => part.startsWith(' ')).length;
  return parts.length >= headings.length && spaced * 2 < parts.length - 1;
}

const quotedWhole = (place: string, row: number, cells: string[], headings: string[]): Reject => ({
  file: place,
  row,
  what: 'is one cell in quotes with all the others in it',
  right: 'remove the quotation marks around the row',
  cells: safeCells(cells, headings),
});

/** A row that is wider than its header, as a reject. */
export const tooWide = (place: string, row: number, cells: string[], headings: string[]): Reject => ({
  file: place,
  row,
  what: `has ${cells.length} cells, the header ${headings.length}`,
  right: 'is a delimiter within a cell not in quotes?',
  cells: safeCells(cells, headings),
});
