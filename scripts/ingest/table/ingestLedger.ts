import type { LedgerRule } from '../../../src/model/ledger.ts';
import type { Fault } from '../../lib/fault.ts';
import { AmountsInWords, type WordsReport } from './amountsInWords.ts';
import type { LedgerOutliers } from './outliers.ts';
import type { ProjectsReport } from './project.ts';
import type { Assumption, Sheet } from '../read/sheet.ts';
import type { StayedText } from './stayedText.ts';

/** Personal data of one kind in one column, counted, never shown. */
interface Masked {
  kind: string;
  column: string;
  count: number;
}

/** A row that could not be read: a fault, with its cells, masked where needed. */
export interface Reject extends Fault {
  row: number;
  cells: string[];
}

/** The ledger of one ingested table: `rows_in` = `rows_out` + `rejects` + the sum of `rows_dropped`, always. */
export interface IngestLedger {
  files: string[];
  formats: string[];
  encodings: string[];
  delimiters: string[];
  /** What was assumed of the file and its columns, and how surely. */
  assumed: Assumption[];
  /** What a careful reader must know of the file. */
  remarks: string[];
  /** Columns headed as amounts or dates that stayed text. */
  stayed_text: StayedText[];
  /** Rows above the headers: titles, dates, notes. They are not among the rows in. */
  title_rows: number;
  rows_in: number;
  rows_out: number;
  rows_dropped: Record<string, number>;
  /** The rows that were left out, by reason, but for empty ones. */
  dropped_rows: Record<string, number[]>;
  rejects: number;
  columns_dropped: string[];
  masked: Masked[];
  rules: LedgerRule[];
  /** Outliers among the amounts, by column and currency; rows by their number in the output. They are reported, never changed. */
  outliers: LedgerOutliers[];
  /** Notices of one project that were linked, where a recipe identifies them. */
  projects?: ProjectsReport;
  /** Amounts in words compared with those in digits; rows by their number in the file. */
  amounts_in_words: WordsReport;
}

/** Number of examples per rule in the ledger. */
const EXAMPLES = 3;
/** Rejects kept in memory; `rejects.csv` has all of them. */
const REJECTS_KEPT = 20;
/** Builds the ledger of one table while it is ingested. */
export class IngestLedgerBuilder {
  readonly #files = new Set<string>();
  readonly #formats = new Set<string>();
  readonly #encodings = new Set<string>();
  readonly #delimiters = new Set<string>();
  #titleRows = 0;
  readonly #dropped: Record<string, number> = {};
  readonly #droppedRows: Record<string, number[]> = {};
  readonly #assumed: Assumption[] = [];
  readonly #remarks = new Set<string>();
  readonly #stayedText: StayedText[] = [];
  readonly #columnsDropped = new Set<string>();
  readonly #masked = new Map<string, Masked>();
  readonly #rules = new Map<string, LedgerRule>();
  readonly #rejects: Reject[] = [];
  /** Compares amounts in words and digits in every raw row. */
  readonly inWords = new AmountsInWords();
  #rejected = 0;
  #rowsIn = 0;

  /** Records the start of a sheet. */
  sheet({ file, format, encoding, delimiter, assumed = [], remarks = [] }: Sheet, titles: number): void {
    for (const one of assumed) this.assumed(one);
    for (const remark of remarks) this.remark(remark);
    this.#files.add(file);
    this.#formats.add(format);
    if (encoding !== undefined) this.#encodings.add(encoding);
    if (delimiter !== undefined) this.#delimiters.add(delimiter);
    this.#titleRows += titles;
  }

  rowIn(rows = 1): void {
    this.#rowsIn += rows;
  }

  /** @param row its number in the file, where the table is of one file */
  drop(reason: string, row?: number): void {
    this.#dropped[reason] = (this.#dropped[reason] ?? 0) + 1;
    if (row !== undefined && reason !== 'empty') (this.#droppedRows[reason] ??= []).push(row);
  }

  assumed(one: Assumption): void {
    const known = this.#assumed.find(
      ({ what, is, sure }) => what === one.what && is === one.is && sure === one.sure,
    );
    if (!known) this.#assumed.push(one);
  }

  remark(text: string): void {
    this.#remarks.add(text);
  }

  stayedText(column: StayedText): void {
    this.#stayedText.push(column);
  }

  /** Records a row that cannot be read. The first ones are kept for the report of the run; all are counted. */
  reject(reject: Reject): void {
    if (this.#rejects.length < REJECTS_KEPT) this.#rejects.push(reject);
    this.#rejected += 1;
  }

  /** The first rejected rows. */
  get rejects(): readonly Reject[] {
    return this.#rejects;
  }

  columnDropped(heading: string): void {
    this.#columnsDropped.add(heading);
  }

  masked(kind: string, column: string, count = 1): void {
    const key = `${kind}\u001f${column}`;
    const entry = this.#masked.get(key);
    if (entry) entry.count += count;
    else this.#masked.set(key, { kind, column, count });
  }

  /** @param before a text without personal data: it becomes an example */
  changed(rule: string, row: number, column: string, before: string, after: string, cells = 1): void {
    let entry = this.#rules.get(rule);
    if (!entry) this.#rules.set(rule, (entry = { rule, cells: 0, columns: {}, examples: [] }));
    entry.cells += cells;
    entry.columns[column] = (entry.columns[column] ?? 0) + cells;
    if (entry.examples.length < EXAMPLES) entry.examples.push({ row, column, before, after });
  }

  /** Finishes the ledger. @throws Error where a row was lost or counted twice, which is a bug in ingest */
  close(rowsOut: number, outliers: LedgerOutliers[]): IngestLedger {
    const dropped = Object.values(this.#dropped).reduce((sum, count) => sum + count, 0);
    if (this.#rowsIn !== rowsOut + this.#rejected + dropped)
      throw new Error(
        `${[...this.#files].join(', ')}: ${this.#rowsIn} rows in, ${rowsOut} out, ${this.#rejected} rejected, ${dropped} dropped`,
      );
    return {
      files: [...this.#files],
      formats: [...this.#formats],
      encodings: [...this.#encodings],
      delimiters: [...this.#delimiters],
      assumed: this.#assumed,
      remarks: [...this.#remarks],
      stayed_text: this.#stayedText,
      title_rows: this.#titleRows,
      rows_in: this.#rowsIn,
      rows_out: rowsOut,
      rows_dropped: byName(this.#dropped),
      dropped_rows: byName(this.#droppedRows),
      rejects: this.#rejected,
      columns_dropped: [...this.#columnsDropped],
      masked: [...this.#masked.values()].sort((a, b) => (a.kind + a.column < b.kind + b.column ? -1 : 1)),
      rules: [...this.#rules.values()]
        .map((rule) => ({ ...rule, columns: byName(rule.columns) }))
        .sort((a, b) => (a.rule < b.rule ? -1 : 1)),
      outliers,
      amounts_in_words: this.inWords.close(),
    };
  }
}

/** By name. */
const byName = <T>(counts: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
