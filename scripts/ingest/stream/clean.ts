import { csvCell } from '../../../src/model/csv.ts';
import type { LedgerExample } from '../../../src/model/ledger.ts';
import { CommandError } from '../../lib/fault.ts';
import { AmountsInWords } from '../table/amountsInWords.ts';
import { dayOrderSigns, decimalSigns } from '../table/evidence.ts';
import { EXAMPLES, IngestBook, type BookState } from '../table/ingestLedger.ts';
import { isMoney, Outliers, type OutlierState } from '../table/outliers.ts';
import { isPayeeColumn } from '../names/personal.ts';
import { ANY, cleanCell, isTooWide, type CleanedCell, type TablePlan } from '../table/plan.ts';
import type { ProposedField } from '../table/propose.ts';
import { rejectRecord } from '../table/rejects.ts';
import { currency, currencyIn } from '../../rules/currency.ts';
import { negative } from '../../rules/negative.ts';
import { isAmount, isDate } from '../../rules/rule.ts';
import { thousands } from '../../rules/thousands.ts';
import { whitespace } from '../../rules/whitespace.ts';
import { dropReason } from '../table/shape.ts';
import { cleanRow, tooWide } from '../table/ingestSheet.ts';
import { KernelText } from './kernelText.ts';
import { LANE, makeKernel, MET, type Kernel } from './kernel.ts';
import { noDataKeys } from './noData.ts';

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
export interface CleanPart<Memory extends ArrayBufferLike = ArrayBufferLike> {
  /** It may be used until the next part is asked for. */
  csv: Uint8Array<Memory>;
  /** Records of `rejects.csv`. */
  rejects: string;
  book: BookState;
  rowsOut: number;
  outliers: PartOutliers[];
  /** Of each kept column. */
  evidence: Evidence[];
  /** Records read, and bytes that are left, since a record is not whole. */
  records: number;
  left: number;
}

/** What is to be told of a text each time it is met. */
interface Told {
  masked: CleanedCell['masked'];
  fault: CleanedCell['fault'] | undefined;
  changes: { tally: Tally; before: string; after: string }[];
  /** The text, where it says an amount in words. */
  words: string | null;
}

/** How often a rule changed each column in this part, and the first examples; what is beyond them the kernel counts. */
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
  /** By entry of the kernel, what there is to tell of a text. */
  told: Map<number, Told>;
  /** Texts that were not met before. */
  missed: number;
  /** By currency, in a column of money. */
  outliers: Map<string | null, Outliers> | null;
  evidence: Evidence;
}

/** New texts after which a column that hardly repeats itself is no longer remembered. */
const TRIED = 50_000;
const SELDOM = 8;

/** Bytes of a currency's sign that the kernel holds. */
const SIGN_BYTES = 4;

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
 * Cleans parts of one table, record by record, on their bytes. What most cells are, the kernel writes by itself, or finds again among the
 * texts already met; only a new text is made a string and given to the rules. The outcome is that of `ingestSheet`.
 */
export class PartCleaner {
  readonly #plan: TablePlan;
  readonly #kernel: Kernel;
  readonly #text: KernelText;
  readonly #columns: ColumnWork[];
  /** Amounts in words are compared over whole rows here, which goes by strings. */
  readonly #wholeRows: boolean;
  /** The column that names each row's currency, or -1. */
  readonly #currency: number;
  readonly #tallies: Tally[] = [];
  #book = new IngestBook();

  constructor(plan: TablePlan, delimiter: string) {
    this.#plan = plan;
    this.#kernel = makeKernel();
    this.#text = new KernelText(this.#kernel);
    this.#wholeRows = plan.headings.some((heading) => AmountsInWords.concerns('', heading));
    this.#columns = plan.kept.map((index, at) => {
      const field = plan.fields[at]!;
      return {
        index,
        field,
        told: new Map(),
        missed: 0,
        outliers: isAmount(field) && isMoney(field) ? new Map() : null,
        evidence: noEvidence(),
      };
    });
    const named = plan.fields.findIndex(({ name }) => name === 'currency');
    this.#currency = named < 0 ? -1 : plan.kept[named]!;
    this.#begin(delimiter);
  }

  #begin(delimiter: string): void {
    const kernel = this.#kernel;
    kernel.setDelimiter(delimiter.charCodeAt(0));
    const most = kernel.MOST_COLUMNS.value;
    if (this.#columns.length > most)
      throw new CommandError(
        `${this.#plan.place} has ${this.#columns.length} columns; no more than ${most} can be read (is another sign its delimiter?)`,
      );
    for (const { index, field, outliers } of this.#columns)
      kernel.addColumn(index, laneOf(field), field.type !== 'number', outliers !== null, ...signOf(field));
    const { keys, short } = noDataKeys(this.#plan.noData);
    for (const key of keys) kernel.addKey(key);
    if (short) kernel.allowShort();
    const tallies = [thousands, currency, negative].map(({ name }) => this.#tallyOf(name).at);
    kernel.seal(
      this.#plan.headings.length,
      this.#wholeRows,
      this.#currency >= 0,
      ...(tallies as [number, number, number]),
    );
  }

  /**
   * @param bytes UTF-8, which goes on where the bytes before ended
   * @param row the row of the first record that was not read, as a spreadsheet counts
   * @param last whether nothing follows; else a record that is not whole is left
   * @throws CommandError where a cell is not UTF-8
   */
  clean(bytes: Uint8Array, row: number, last = true): CleanPart {
    const kernel = this.#kernel;
    this.#book = new IngestBook();
    const length = this.#text.put(bytes);
    kernel.begin(length, row, last);
    try {
      for (let met = kernel.run(); met !== MET.done; met = kernel.run()) this.#answer(met);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
      throw new CommandError(
        `${this.#plan.place}:${kernel.rowAt()} is not UTF-8, as what stands above it is (save the file whole in one encoding)`,
      );
    }
    return this.#part(row, length);
  }

  #answer(met: number): void {
    const kernel = this.#kernel;
    if (met === MET.meet) this.#meet();
    else if (met === MET.tell) {
      const column = kernel.columnAt();
      if (!this.#tell(this.#columns[column]!.told.get(kernel.entry())!, column)) kernel.fault();
    } else if (met === MET.row) this.#row();
    else if (met === MET.amounts) this.#amounts();
    else if (met === MET.written) this.#amountsOfRow(kernel.rowAt() - 1);
    else {
      // The rules say once more what is wrong; what they changed is told already.
      const silent = new IngestBook();
      cleanRow(this.#text.cells(), kernel.rowAt() - 1, this.#plan, silent);
      for (const reject of silent.rejects) this.#book.reject(reject);
    }
  }

  /** Ends a part. @param row its first @param length its bytes, the left ones too */
  #part(row: number, length: number): CleanPart {
    const kernel = this.#kernel;
    const book = this.#book;
    const columns = this.#columns;
    const records = kernel.rowAt() - row;
    this.#amounts();
    book.rowIn(records);
    this.#settle(book);
    columns.forEach(({ evidence }, at) => {
      if (kernel.takePointed(at)) evidence.point = true;
    });
    const part = {
      csv: this.#text.written(),
      rejects: book.rejects.map(rejectRecord).join(''),
      book: book.state(),
      rowsOut: kernel.rowsOut(),
      outliers: columns.flatMap(({ outliers }, column) =>
        [...(outliers ?? [])].map(([currency, found]) => ({ column, currency, state: found.take() })),
      ),
      evidence: columns.map(({ evidence }) => evidence),
      records,
      left: length - kernel.read(),
    };
    for (const column of columns) column.evidence = noEvidence();
    return part;
  }

  /** A record that may be no data, or is too wide, or is to be cleaned as a whole. */
  #row(): void {
    const kernel = this.#kernel;
    const { headings, noData, place } = this.#plan;
    const cells = this.#text.cells();
    const reason = dropReason(cells, noData);
    if (reason !== null) {
      this.#book.drop(reason);
      kernel.skip();
    } else if (isTooWide(cells, headings)) {
      this.#book.reject(tooWide(place, kernel.rowAt(), cells, headings));
      kernel.skip();
    } else if (this.#wholeRows) this.#byRules(cells, kernel.rowAt());
  }

  #byRules(cells: string[], row: number): void {
    const clean = cleanRow(cells, row, this.#plan, this.#book);
    if (clean === null) {
      this.#kernel.skip();
      return;
    }
    const printed = this.#currency < 0 ? null : (cells[this.#currency] ?? '');
    clean.forEach((cell, at) => {
      if (typeof cell === 'number') this.#amount(this.#columns[at]!, row, cell, printed);
    });
    this.#kernel.wrote(this.#text.write(`${row}${clean.map((cell) => `,${csvCell(cell)}`).join('')}\r\n`));
  }

  /** Tells the amounts that wait to those who look for the ones far out. */
  #amounts(): void {
    this.#columns.forEach(({ outliers, field }, at) => {
      if (outliers === null || this.#currency >= 0) return;
      const waiting = this.#text.amounts(at);
      if (waiting.rows.length === 0) return;
      const found = outliersOf(outliers, field.currency);
      for (let index = 0; index < waiting.rows.length; index += 1)
        found.add(waiting.rows[index]!, waiting.values[index]!);
    });
  }

  /** The same of the record just written, which names its currency. */
  #amountsOfRow(row: number): void {
    const printed = this.#text.cell(this.#currency);
    this.#columns.forEach((column, at) => {
      if (this.#kernel.isNumber(at)) this.#amount(column, row, this.#kernel.valueOf(at), printed);
    });
  }

  /** @param printed the row's currency, where it names it */
  #amount({ outliers, field }: ColumnWork, row: number, value: number, printed: string | null): void {
    if (outliers === null) return;
    const named = printed === null ? '' : whitespace.clean(printed, ANY);
    outliersOf(outliers, named || field.currency).add(row, value);
  }

  /** A text that was not met before: the rules clean it, and it is remembered. */
  #meet(): void {
    const kernel = this.#kernel;
    const at = kernel.columnAt();
    const column = this.#columns[at]!;
    const { field, evidence, index } = column;
    const text = this.#text.cell(index);
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
    column.missed += 1;
    const quoted = this.#text.quoted(index);
    const made = csvCell(cell);
    const same = quoted === 0 && made === text;
    const remember = quoted < 2 && (column.missed < TRIED || kernel.foundIn(at) * SELDOM > column.missed);
    const length = same ? 0 : this.#text.write(made);
    const value = typeof cell === 'number' ? cell : null;
    const entry = kernel.met(length, same, remember, value !== null, value ?? 0, codeOf(told));
    if (entry === 0) column.told.clear();
    if (told === null) return;
    if (entry >= 0) column.told.set(entry, told);
    if (!this.#tell(told, at)) kernel.fault();
  }

  /** Writes into the account what a text asks for. @returns whether it could be read */
  #tell(told: Told, at: number): boolean {
    const { heading } = this.#columns[at]!.field;
    for (const { tally, before, after } of told.changes) this.#told(tally, at, before, after);
    for (const { kind, count } of told.masked) this.#book.masked(kind, heading, count);
    if (told.words !== null) this.#book.inWords.compare(this.#kernel.rowAt(), [heading], [told.words]);
    return told.fault === undefined;
  }

  #tallyOf(rule: string): Tally {
    const known = this.#tallies.find((tally) => tally.rule === rule);
    if (known) return known;
    const cells = new Float64Array(this.#plan.kept.length);
    const made = { at: this.#tallies.length, rule, cells, examples: [] };
    this.#tallies.push(made);
    return made;
  }

  #told(tally: Tally, at: number, before: string, after: string): void {
    tally.cells[at]! += 1;
    if (tally.examples.length === EXAMPLES) return;
    const column = this.#columns[at]!.field.heading;
    tally.examples.push({ row: this.#kernel.rowAt(), column, before, after });
    if (tally.examples.length === EXAMPLES) this.#kernel.setFull(tally.at, true);
  }

  /** Puts what the rules changed into the book, and begins to count anew. */
  #settle(book: IngestBook): void {
    for (const { at: tally, rule, cells, examples } of this.#tallies) {
      const columns: Record<string, number> = {};
      cells.forEach((told, at) => {
        const count = told + this.#kernel.takeCount(at, tally);
        const { heading } = this.#columns[at]!.field;
        if (count > 0) columns[heading] = (columns[heading] ?? 0) + count;
      });
      if (examples.length > 0) book.tally(rule, columns, examples);
      cells.fill(0);
      this.#kernel.setFull(tally, false);
    }
    for (const tally of this.#tallies) tally.examples = [];
  }
}

/** How the kernel tries the cells of a column before the rules are asked. */
function laneOf(field: ProposedField): number {
  if (isAmount(field) && field.decimal === 'point') return LANE.number;
  return field.type === 'string' && !isPayeeColumn(field.heading) ? LANE.text : LANE.rules;
}

/** The bytes of the sign of a column's currency as one number, and how many they are. */
function signOf({ currency: sign }: ProposedField): [sign: number, bytes: number] {
  const bytes = new TextEncoder().encode(sign ?? '');
  return bytes.length > SIGN_BYTES
    ? [0, 0]
    : [bytes.reduce((sum, byte, at) => sum + byte * 256 ** at, 0), bytes.length];
}

function outliersOf(outliers: Map<string | null, Outliers>, currency: string | null): Outliers {
  const known = outliers.get(currency);
  if (known) return known;
  const made = new Outliers();
  outliers.set(currency, made);
  return made;
}
