import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { csvRecord } from '../../../src/model/csv.ts';
import { CommandError } from '../../fault.ts';
import { IngestBook, type IngestLedger, type Reject } from '../ledger.ts';
import { Outliers, type LedgerOutliers } from '../outliers.ts';
import type { TablePlan } from '../plan.ts';
import type { ProposedField } from '../propose.ts';
import { REJECTS_HEADER } from '../rejects.ts';
import { EvidenceOfAll } from './amend.ts';
import type { CleanPart } from './clean.ts';
import { openTableBook, type OpenTable } from './open.ts';
import { cleanedParts } from './pool.ts';

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
 * @param threads 0 to clean on this thread
 * @throws CommandError where the text cannot be read as it began
 */
export async function streamTable(
  table: OpenTable,
  folder: string,
  id: string,
  threads: number,
): Promise<Streamed> {
  let { plan } = table;
  for (let run = 1; ; run += 1) {
    const gathered = new PartsOfTable(plan, folder, id);
    try {
      openTableBook(gathered.book, { ...table, plan });
      const opened = { ...table, plan };
      for await (const part of cleanedParts(opened, threads)) gathered.add(part);
    } finally {
      gathered.end();
    }
    const amended = table.partly ? gathered.evidence.amended(plan) : null;
    if (amended === null) return gathered.close();
    if (run === RUNS)
      throw new CommandError(
        `${table.file}: the cells of ${amended.columns.join(', ')} do not agree on how they are written`,
      );
    plan = amended.plan;
  }
}

/** Parts put together in their order: records and rejects into files, accounts into one. */
export class PartsOfTable {
  readonly book = new IngestBook();
  readonly evidence: EvidenceOfAll;
  readonly #plan: TablePlan;
  readonly #records: number;
  readonly #rejectsFile: string;
  #rejects: number | null = null;
  #rowsOut = 0;
  readonly #outliers = new Map<string, { column: number; currency: string | null; found: Outliers }>();

  constructor(plan: TablePlan, folder: string, id: string) {
    this.#plan = plan;
    this.#records = openSync(join(folder, `${id}.csv`), 'w');
    this.#rejectsFile = join(folder, 'rejects.csv');
    this.evidence = new EvidenceOfAll(plan.kept.length);
    writeSync(this.#records, csvRecord(['row', ...plan.fields.map(({ name }) => name)]));
  }

  add(part: CleanPart): void {
    writeAll(this.#records, part.csv);
    if (part.rejects !== '') {
      if (this.#rejects === null) {
        this.#rejects = openSync(this.#rejectsFile, 'w');
        writeSync(this.#rejects, REJECTS_HEADER);
      }
      writeSync(this.#rejects, part.rejects);
    }
    this.book.merge(part.book);
    this.evidence.add(part.evidence);
    this.#rowsOut += part.rowsOut;
    for (const { column, currency, state } of part.outliers) {
      const key = `${column} ${currency ?? ''}`;
      const known = this.#outliers.get(key);
      if (known) known.found.merge(Outliers.from(state));
      else this.#outliers.set(key, { column, currency, found: Outliers.from(state) });
    }
  }

  /** Closes the files. */
  end(): void {
    closeSync(this.#records);
    if (this.#rejects !== null) closeSync(this.#rejects);
  }

  close(): Streamed {
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
      rejects: this.book.rejects,
      ledger: this.book.close(this.#rowsOut, outliers),
    };
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}
