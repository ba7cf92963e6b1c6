import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { csvRecord } from '../../../src/model/csv.ts';
import { CommandError } from '../../lib/fault.ts';
import { IngestBook, type BookState, type IngestLedger, type Reject } from '../table/ingestLedger.ts';
import { Outliers, type LedgerOutliers } from '../table/outliers.ts';
import type { TablePlan } from '../table/plan.ts';
import type { ProposedField } from '../table/propose.ts';
import { REJECTS_HEADER } from '../table/rejects.ts';
import { EvidenceOfAll } from './amend.ts';
import type { CleanPart, Evidence, PartOutliers } from './clean.ts';
import { openTableBook, type OpenTable } from './open.ts';
import { cleanedParts } from './parts.ts';
import type { Threads } from './threads.ts';
import { writeAll } from './writeAll.ts';

/** A table that was cleaned in parts; its records and rejects lie in files. */
export interface Streamed {
  fields: ProposedField[];
  /** The first of them. */
  rejects: readonly Reject[];
  ledger: IngestLedger;
}

/** Runs after which the evidence of the rows must agree with itself. */
const RUNS = 3;

/**
 * Cleans an open table into `<id>.csv` and, where rows cannot be read, `rejects.csv` in a folder, holding a few pieces at a time. If rows
 * beyond the head tell more than the head (day from month, point from comma), it begins anew with what they tell.
 * @param threads who clean
 * @throws CommandError where the text cannot be read as it began
 */
export async function streamTable(
  table: OpenTable,
  folder: string,
  id: string,
  threads: Threads,
): Promise<Streamed> {
  let { plan } = table;
  for (let run = 1; ; run += 1) {
    const parts = new PartsOfTable(plan, folder, id, true);
    let amended: ReturnType<EvidenceOfAll['amended']> = null;
    try {
      const opened = { ...table, plan };
      parts.open(opened);
      for await (const part of cleanedParts(opened, threads)) parts.add(part);
      if (table.partly) amended = parts.evidence.amended(plan);
      if (amended === null) return parts.close();
    } finally {
      parts.end();
    }
    if (run === RUNS)
      throw new CommandError(
        `${table.file}: the cells of ${amended.columns.join(', ')} do not agree on how they are written`,
      );
    plan = amended.plan;
  }
}

/** The account of parts put together, as plain data. */
export interface PartsState {
  book: BookState;
  rowsOut: number;
  outliers: PartOutliers[];
  evidence: Evidence[];
}

/** Parts put together in their order: records and rejects into files, accounts into one. */
export class PartsOfTable {
  readonly evidence: EvidenceOfAll;
  readonly #plan: TablePlan;
  readonly #book = new IngestBook();
  readonly #records: number;
  readonly #rejectsFile: string;
  readonly #header: boolean;
  #rejects: number | null = null;
  #begun = false;
  #rowsOut = 0;
  readonly #outliers = new Map<string, { column: number; currency: string | null; found: Outliers }>();

  /** @param header a part of a file has none */
  constructor(plan: TablePlan, folder: string, id: string, header: boolean) {
    this.#plan = plan;
    this.#header = header;
    this.#records = openSync(join(folder, `${id}.csv`), 'w');
    this.#rejectsFile = join(folder, 'rejects.csv');
    this.evidence = new EvidenceOfAll(plan.kept.length);
  }

  /** Writes down what is known before the first row. */
  open(table: Omit<OpenTable, 'blocks'>): void {
    openTableBook(this.#book, table);
  }

  add(part: CleanPart): void {
    this.write(part.csv);
    if (part.rejects !== '') this.reject(Buffer.from(part.rejects));
    this.account(part);
  }

  /** Records, as they stand in the file. */
  write(bytes: Uint8Array): void {
    if (this.#header && !this.#begun) {
      this.#begun = true;
      this.write(Buffer.from(csvRecord(['row', ...this.#plan.fields.map(({ name }) => name)])));
    }
    writeAll(this.#records, bytes);
  }

  /** Records of `rejects.csv`. */
  reject(bytes: Uint8Array): void {
    if (this.#rejects === null) {
      this.#rejects = openSync(this.#rejectsFile, 'w');
      if (this.#header) writeSync(this.#rejects, REJECTS_HEADER);
    }
    writeAll(this.#rejects, bytes);
  }

  /** The account of rows that follow those before. */
  account({ book, evidence, rowsOut, outliers }: PartsState): void {
    this.#book.merge(book);
    this.evidence.add(evidence);
    this.#rowsOut += rowsOut;
    for (const { column, currency, state } of outliers) {
      const key = `${column} ${currency ?? ''}`;
      const known = this.#outliers.get(key) ?? { column, currency, found: new Outliers() };
      this.#outliers.set(key, known);
      known.found.merge(state);
    }
  }

  state(): PartsState {
    return {
      book: this.#book.state(),
      rowsOut: this.#rowsOut,
      outliers: [...this.#outliers.values()].map(({ column, currency, found }) => ({
        column,
        currency,
        state: found.toJSON(),
      })),
      evidence: this.evidence.all,
    };
  }

  /** Lets go of the files, whole or not. */
  end(): void {
    closeSync(this.#records);
    if (this.#rejects !== null) closeSync(this.#rejects);
  }

  /** The account of all parts. */
  close(): Streamed {
    this.write(new Uint8Array());
    // By column; within one, in the order in which the currencies were met.
    const outliers: LedgerOutliers[] = [...this.#outliers.values()]
      .sort((a, b) => a.column - b.column)
      .map(({ column, currency, found }) => ({
        column: this.#plan.fields[column]!.name,
        currency,
        ...found.close(),
      }));
    return {
      fields: this.#plan.fields,
      rejects: this.#book.rejects,
      ledger: this.#book.close(this.#rowsOut, outliers),
    };
  }
}
