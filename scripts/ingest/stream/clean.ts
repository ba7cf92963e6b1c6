import { csvCell } from '../../../src/model/csv.ts';
import type { LedgerExample } from '../../../src/model/ledger.ts';
import { CommandError } from '../../fault.ts';
import { AmountsInWords } from '../amountsInWords.ts';
import { dayOrderSigns, decimalSigns } from '../evidence.ts';
import { EXAMPLES, IngestBook, type BookState } from '../ledger.ts';
import { isMoney, Outliers, type OutlierState } from '../outliers.ts';
import { isPayeeColumn } from '../personal.ts';
import { ANY, cleanCell, isTooWide, type CleanedCell, type TablePlan } from '../plan.ts';
import type { ProposedField } from '../propose.ts';
import { rejectRecord } from '../rejects.ts';
import { currencyIn } from '../rules/currency.ts';
import { isAmount, isDate } from '../rules/rule.ts';
import { thousands } from '../rules/thousands.ts';
import { whitespace } from '../rules/whitespace.ts';
import { dropReason } from '../shape.ts';
import { cleanRow, tooWide } from '../table.ts';
import { CLASSES, isPlainText, PlainNumber } from './lanes.ts';
import { ByteMemo, SAME } from './memo.ts';
import { NoDataLane } from './noData.ts';
import { Records } from './records.ts';

/** What the cells of a part say of their column, to be held against what the plan took for granted. */
export interface Evidence {
  dayFirst: boolean;
  monthFirst: boolean;
  comma: boolean;
  point: boolean;
  /** The first currency whose sign was met. */
  currency: string | null;
}

export const noEvidence = (): Evidence => ({
  dayFirst: false,
  monthFirst: false,
  comma: false,
  point: false,
  currency: null,
});

/** The amounts of a column of money in one currency. */
export interface PartOutliers {
  /** Place of the column among the kept ones. */
  column: number;
  currency: string | null;
  state: OutlierState;
}

/** A part of a table, cleaned: its records, its rejects, its account. */
export interface CleanPart {
  csv: Uint8Array;
  /** Records of `rejects.csv`. */
  rejects: string;
  book: BookState;
  rowsOut: number;
  outliers: PartOutliers[];
  /** Of each kept column. */
  evidence: Evidence[];
  /** Bytes and records read. */
  read: number;
  records: number;
}

/** What is to be told of a text each time it is met. */
interface Told {
  masked: CleanedCell['masked'];
  fault: CleanedCell['fault'] | undefined;
  changes: { tally: Tally; before: string; after: string }[];
  /** The text, where it says an amount in words. */
  words: string | null;
}

/** How often a rule changed each column in this part, and the first examples. */
interface Tally {
  /** Its place among the tallies. */
  at: number;
  rule: string;
  cells: Float64Array;
  examples: LedgerExample[];
}

interface ColumnWork {
  index: number;
  field: ProposedField;
  lane: 'text' | 'number' | 'rules';
  memo: ByteMemo<Told>;
  found: number;
  missed: number;
  /** By currency, in a column of money. */
  outliers: Map<string | null, Outliers> | null;
  evidence: Evidence;
  /** The number of the row at hand. */
  value: number | null;
}

const encoder = new TextEncoder();
const LF = 0x0a;
const CR = 0x0d;
const COMMA = 0x2c;
/** Bytes of a row beside its cells and their commas: its number and its end. */
const BESIDE = 24;
/** New texts after which a column that hardly repeats itself is no longer remembered. */
const TRIED = 50_000;
const SELDOM = 8;

/** Instead of a tally's place: there is nothing to tell of a text, or more than one change. */
const NOTHING = -1;
const MORE = -2;

const codeOf = (told: Told | null): number =>
  told === null
    ? NOTHING
    : told.changes.length === 1 && told.masked.length === 0 && !told.fault && told.words === null
      ? told.changes[0]!.tally.at
      : MORE;

/**
 * Cleans parts of one table, record by record, on their bytes. What most cells are goes through a fast lane or is found again among the
 * texts already met; only a new text is made a string and given to the rules. The outcome is that of `ingestSheet`.
 */
export class PartCleaner {
  readonly #plan: TablePlan;
  readonly #records: Records;
  readonly #columns: ColumnWork[];
  readonly #noData: NoDataLane;
  /** Amounts in words are compared over whole rows here, which goes by strings. */
  readonly #wholeRows: boolean;
  /** The column that names each row's currency, or -1. */
  readonly #currency: number;
  readonly #number = new PlainNumber();
  readonly #tallies: Tally[] = [];
  readonly #thousands: Tally;
  #out = new Uint8Array(1 << 20);
  #at = 0;

  constructor(plan: TablePlan, delimiter: string) {
    this.#plan = plan;
    this.#records = new Records(delimiter, CLASSES);
    this.#noData = new NoDataLane(plan.noData);
    this.#wholeRows = plan.headings.some((heading) => AmountsInWords.concerns('', heading));
    this.#columns = plan.kept.map((index, at) => {
      const field = plan.fields[at]!;
      const text = field.type === 'string' && !isPayeeColumn(field.heading);
      return {
        index,
        field,
        lane: isAmount(field) && field.decimal === 'point' ? 'number' : text ? 'text' : 'rules',
        memo: new ByteMemo<Told>(),
        found: 0,
        missed: 0,
        outliers: isAmount(field) && isMoney(field) ? new Map() : null,
        evidence: noEvidence(),
        value: null,
      };
    });
    const named = plan.fields.findIndex(({ name }) => name === 'currency');
    this.#currency = named < 0 ? -1 : plan.kept[named]!;
    this.#thousands = this.#tallyOf(thousands.name);
  }

  /**
   * @param bytes UTF-8, beginning with a record
   * @param row the row of the first record, as a spreadsheet counts
   * @param last whether nothing follows; else a record that is not whole is left
   * @throws CommandError where a cell is not UTF-8
   */
  clean(bytes: Uint8Array, row: number, last = true): CleanPart {
    const book = new IngestBook();
    if (this.#out.length < bytes.length * 2) this.#out = new Uint8Array(bytes.length * 2);
    this.#at = 0;
    let rowsOut = 0;
    let from = 0;
    let number = row;
    while (from < bytes.length) {
      const next = this.#records.read(bytes, from, last);
      if (next < 0) break;
      try {
        if (this.#row(bytes, number, next - from, book)) rowsOut += 1;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
        throw new CommandError(
          `${this.#plan.place}:${number} is not UTF-8, as what stands above it is (save the file whole in one encoding)`,
        );
      }
      from = next;
      number += 1;
    }
    book.rowIn(number - row);
    this.#settle(book);
    const columns = this.#columns;
    const part = {
      csv: this.#out.slice(0, this.#at),
      rejects: book.rejects.map(rejectRecord).join(''),
      book: book.state(),
      rowsOut,
      outliers: columns.flatMap(({ outliers }, column) =>
        [...(outliers ?? [])].map(([currency, found]) => ({ column, currency, state: found.toJSON() })),
      ),
      evidence: columns.map(({ evidence }) => evidence),
      read: from,
      records: number - row,
    };
    for (const column of columns) {
      column.outliers?.clear();
      column.evidence = noEvidence();
    }
    return part;
  }

  /** Cleans the record last read. @returns whether it is published */
  #row(bytes: Uint8Array, row: number, size: number, book: IngestBook): boolean {
    const records = this.#records;
    const { headings, noData, place } = this.#plan;
    if (this.#wholeRows || this.#noData.maybe(bytes, records) || records.reaches(headings.length)) {
      const cells = records.texts(bytes);
      const reason = dropReason(cells, noData);
      if (reason !== null) {
        book.drop(reason);
        return false;
      }
      if (isTooWide(cells, headings)) {
        book.reject(tooWide(place, row, cells, headings));
        return false;
      }
      if (this.#wholeRows) return this.#byRules(cells, row, book);
    }
    const start = this.#at;
    this.#room(size + this.#columns.length + BESIDE);
    this.#digits(row);
    let faulty = false;
    for (let at = 0; at < this.#columns.length; at += 1) {
      this.#out[this.#at++] = COMMA;
      const column = this.#columns[at]!;
      column.value = null;
      if (column.index < records.width && !this.#cell(bytes, column, at, row, size, book)) faulty = true;
    }
    if (faulty) {
      this.#at = start;
      // The rules say once more what is wrong; what they changed is told already.
      const silent = new IngestBook();
      cleanRow(records.texts(bytes), row, this.#plan, silent);
      for (const reject of silent.rejects) book.reject(reject);
      return false;
    }
    this.#out[this.#at++] = CR;
    this.#out[this.#at++] = LF;
    this.#amounts(row, this.#currency < 0 ? null : records.text(bytes, this.#currency));
    return true;
  }

  /** Tells the amounts of the row at hand to those who look for the ones far out. */
  #amounts(row: number, printed: string | null): void {
    for (const { outliers, value, field } of this.#columns) {
      if (outliers === null || value === null) continue;
      const currency = printed === null ? field.currency : whitespace.clean(printed, ANY) || field.currency;
      let found = outliers.get(currency);
      if (!found) outliers.set(currency, (found = new Outliers()));
      found.add(row, value);
    }
  }

  /** Writes a cell of the record as it is published. @returns whether it could be read */
  #cell(
    bytes: Uint8Array,
    column: ColumnWork,
    at: number,
    row: number,
    size: number,
    book: IngestBook,
  ): boolean {
    const records = this.#records;
    const start = records.starts[column.index]!;
    const end = records.ends[column.index]!;
    if (start === end) return true;
    const quoted = records.quoted[column.index]!;
    if (column.lane === 'text') {
      if (quoted === 0 && isPlainText(bytes, start, end, records.classes[column.index]!)) {
        this.#copy(bytes, start, end);
        return true;
      }
    } else if (column.lane === 'number' && quoted < 2) {
      const number = this.#number;
      if (number.read(bytes, start, end) && (number.fraction === 0 || column.field.type === 'number')) {
        if (number.grouped) {
          const before = this.#thousands.examples.length < EXAMPLES ? records.text(bytes, column.index) : '';
          this.#told(this.#thousands, at, row, before, before.replaceAll(',', ''));
        }
        column.evidence.point ||= number.pointed;
        column.value = number.value;
        this.#at = number.write(bytes, start, end, this.#out, this.#at);
        return true;
      }
    }
    const { memo } = column;
    const entry = quoted < 2 ? memo.find(bytes, start, end) : -1;
    if (entry < 0) return this.#meet(bytes, column, at, row, size, book);
    column.found += 1;
    column.value = memo.values[entry]!;
    const length = memo.length(entry);
    const from = memo.start(entry);
    if (length === SAME) this.#copy(bytes, start, end);
    else this.#copy(memo.bytes, from, from + length, size);
    const code = memo.codes[entry]!;
    if (code === NOTHING) return true;
    if (code >= 0) {
      const tally = this.#tallies[code]!;
      if (tally.examples.length === EXAMPLES) {
        tally.cells[at]! += 1;
        return true;
      }
    }
    return this.#tell(memo.told[entry]!, column, at, row, book);
  }

  /** @param rest what else the row may need, where these bytes are not the row's own, for which there is room */
  #copy(bytes: Uint8Array, start: number, end: number, rest = 0): void {
    if (rest > 0) this.#room(end - start + rest + this.#columns.length + BESIDE);
    const out = this.#out;
    let to = this.#at;
    for (let from = start; from < end; from += 1) out[to++] = bytes[from]!;
    this.#at = to;
  }

  /** A text that was not met before: the rules clean it, and it is remembered. @returns whether it could be read */
  #meet(
    bytes: Uint8Array,
    column: ColumnWork,
    at: number,
    row: number,
    size: number,
    book: IngestBook,
  ): boolean {
    const records = this.#records;
    const { field, evidence, index } = column;
    const text = records.text(bytes, index);
    const { cell, changes, masked, fault } = cleanCell(text, field);
    if (isDate(field)) {
      const signs = dayOrderSigns(text);
      evidence.dayFirst ||= signs.dayFirst;
      evidence.monthFirst ||= signs.monthFirst;
    }
    if (isAmount(field)) {
      const signs = decimalSigns(text);
      evidence.comma ||= signs.comma;
      evidence.point ||= signs.point;
      evidence.currency ??= currencyIn(text);
    }
    const words = AmountsInWords.concerns(text, '') ? text : null;
    const nothing = changes.length === 0 && masked.length === 0 && fault === undefined && words === null;
    const told = nothing
      ? null
      : {
          changes: changes.map(({ rule, before, after }) => ({ tally: this.#tallyOf(rule), before, after })),
          masked,
          fault,
          words,
        };
    const quoted = records.quoted[index]!;
    const made = csvCell(cell);
    const encoded = quoted === 0 && made === text ? null : encoder.encode(made);
    column.value = typeof cell === 'number' ? cell : null;
    column.missed += 1;
    const [start, end] = [records.starts[index]!, records.ends[index]!];
    if (quoted < 2 && (column.missed < TRIED || column.found * SELDOM > column.missed))
      column.memo.add(bytes, start, end, encoded, column.value, told, codeOf(told));
    if (encoded === null) this.#copy(bytes, start, end);
    else this.#copy(encoded, 0, encoded.length, size);
    return told === null || this.#tell(told, column, at, row, book);
  }

  /** Writes into the account what a text asks for. @returns whether it could be read */
  #tell(told: Told, { field }: ColumnWork, at: number, row: number, book: IngestBook): boolean {
    for (const { tally, before, after } of told.changes) this.#told(tally, at, row, before, after);
    for (const { kind, count } of told.masked) book.masked(kind, field.heading, count);
    if (told.words !== null) book.inWords.compare(row, [field.heading], [told.words]);
    return told.fault === undefined;
  }

  #byRules(cells: string[], row: number, book: IngestBook): boolean {
    const clean = cleanRow(cells, row, this.#plan, book);
    if (clean === null) return false;
    const record = encoder.encode(`${row}${clean.map((cell) => `,${csvCell(cell)}`).join('')}\r\n`);
    this.#room(record.length);
    this.#out.set(record, this.#at);
    this.#at += record.length;
    clean.forEach((cell, at) => {
      this.#columns[at]!.value = typeof cell === 'number' ? cell : null;
    });
    this.#amounts(row, this.#currency < 0 ? null : (cells[this.#currency] ?? ''));
    return true;
  }

  #tallyOf(rule: string): Tally {
    const known = this.#tallies.find((tally) => tally.rule === rule);
    if (known) return known;
    const cells = new Float64Array(this.#plan.kept.length);
    const made = { at: this.#tallies.length, rule, cells, examples: [] };
    this.#tallies.push(made);
    return made;
  }

  #told(tally: Tally, at: number, row: number, before: string, after: string): void {
    tally.cells[at]! += 1;
    if (tally.examples.length < EXAMPLES)
      tally.examples.push({ row, column: this.#columns[at]!.field.heading, before, after });
  }

  /** Puts what the rules changed into the book, and begins to count anew. */
  #settle(book: IngestBook): void {
    for (const { rule, cells, examples } of this.#tallies) {
      const columns: Record<string, number> = {};
      cells.forEach((count, at) => {
        const { heading } = this.#columns[at]!.field;
        if (count > 0) columns[heading] = (columns[heading] ?? 0) + count;
      });
      if (examples.length > 0) book.tally(rule, columns, examples);
      cells.fill(0);
    }
    for (const tally of this.#tallies) tally.examples = [];
  }

  #digits(row: number): void {
    let size = 1;
    for (let most = 10; row >= most; most *= 10) size += 1;
    let rest = row;
    for (let place = this.#at + size - 1; place >= this.#at; place -= 1) {
      this.#out[place] = 0x30 + (rest % 10);
      rest = Math.floor(rest / 10);
    }
    this.#at += size;
  }

  #room(bytes: number): void {
    if (this.#at + bytes <= this.#out.length) return;
    const wider = new Uint8Array((this.#at + bytes) * 2);
    wider.set(this.#out.subarray(0, this.#at));
    this.#out = wider;
  }
}
