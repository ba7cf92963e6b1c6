import { csvCell } from '../../../src/model/csv.ts';
import type { Cell } from '../../../src/model/row.ts';
import { TextCache } from '../../lib/textCache.ts';
import { CHARACTERS, charactersOf } from '../../rules/characters.ts';
import { Evidence } from '../../rules/evidence.ts';
import { isAmountHeading } from '../../rules/amountHeading.ts';
import { columnOf, isAmount, type Column } from '../../rules/rule.ts';
import { whitespace } from '../../rules/whitespace.ts';
import { isPayeeColumn } from '../names/personHeadings.ts';
import { isProcessId, mask, MASK, mayBePersonal } from '../names/personal.ts';
import { safeCell, safeCells } from '../names/safe.ts';
import { AmountsInWords } from './amountsInWords.ts';
import { INEXACT, NOT_WHOLE, readerOf, type CellReader, type ReadCell } from './cell.ts';
import { isCodeCell } from './identifier.ts';

/** A change by a rule. */
interface Change {
  rule: string;
  before: string;
  after: string;
}

/** The number of maskings of one kind of personal data. */
interface Masking {
  kind: string;
  count: number;
}

/** What is to be recorded of a text. */
export interface CellNotes {
  /** Texts without personal data, for the ledger's examples. */
  changes: readonly Change[];
  masked: readonly Masking[];
  fault: { value: string; what: string; right: string } | null;
  /** Whether the text may contain an amount in words. */
  inWords: boolean;
}

/** The result for one raw text in one column. It depends on nothing else, so it can be cached. */
export interface CleanedCell {
  /** As published; `null` where the cell is empty or faulty. */
  cell: Cell;
  /** The same as written in a CSV file. */
  csv: string;
  /** `null` where there is nothing to record, as for most texts. */
  notes: CellNotes | null;
}

const TEXT = columnOf('string');
const NONE: readonly never[] = [];
const C = CHARACTERS;
/** Kinds of characters that CSV may need to quote. */
const QUOTED = C.comma | C.quote | C.space | C.whiteSpace;

/** Cleans the texts of one column: white space, personal data where the column is text, then the rules of its type. */
export class ColumnCleaner {
  /** The evidence in the texts for how the column is written. */
  readonly evidence: Evidence;
  /** Whether a column of integers has a number with a fraction. */
  hasFraction = false;
  /** Whether a column of numbers has a code with a letter or a leading zero, or more digits than a number can hold. */
  hasCode = false;
  readonly #column: Column;
  /** Only texts are searched for personal data. */
  readonly #isText: boolean;
  readonly #payee: boolean;
  readonly #reader: CellReader;
  readonly #known = new TextCache<CleanedCell>((raw) => this.#cleaned(raw));

  /** What is recorded of the text that is being cleaned. */
  #changes: Change[] = [];
  #masked: Masking[] = [];
  readonly #onChange = (rule: string, before: string, after: string): void => {
    this.#changes.push({ rule, before, after });
  };
  readonly #counter = {
    masked: (kind: string, _column: string, count = 1): void => {
      this.#masked.push({ kind, count });
    },
  };

  /** @param isNative whether the file holds numbers as such, not as they are printed */
  constructor(column: Column, isNative = false) {
    this.#column = column;
    this.evidence = new Evidence(isNative);
    this.#isText = column.type === 'string';
    this.#payee = this.#isText && isPayeeColumn(column.heading);
    this.#reader = readerOf(column);
  }

  clean(raw: string): CleanedCell {
    return this.#known.get(raw);
  }

  #cleaned(raw: string): CleanedCell {
    const characters = charactersOf(raw);
    this.evidence.add(raw, this.#column, characters);
    const isPlain =
      (characters & (this.#reader.needs | whitespace.needs)) === 0 &&
      !this.#payee &&
      (!this.#isText || !mayBePersonal(raw, characters));
    if (!isPlain) return this.#byRules(raw, characters);
    const read = this.#reader.readClean(raw);
    this.#note(raw, read);
    const cell = read.what === undefined ? read.cell : null;
    const csv = cell === raw && (characters & QUOTED) === 0 ? raw : csvCell(cell);
    const inWords = (characters & C.han) !== 0 && AmountsInWords.concernsText(raw);
    if (read.what === undefined && !inWords) return { cell, csv, notes: null };
    return { cell, csv, notes: { changes: NONE, masked: NONE, fault: this.#faultOf(raw, read), inWords } };
  }

  #byRules(raw: string, characters: number): CleanedCell {
    const changes = (this.#changes = [] as Change[]);
    const masked = (this.#masked = [] as Masking[]);
    const trimmed = (characters & whitespace.needs) === 0 ? raw : whitespace.clean(raw, TEXT);
    const { heading } = this.#column;
    const safe =
      this.#isText && !isProcessId(heading, trimmed)
        ? safeCell(trimmed, heading, this.#counter, this.#payee, characters)
        : trimmed;
    if (trimmed !== raw)
      changes.push({ rule: whitespace.name, before: safe === trimmed ? raw : MASK, after: safe });
    const read = this.#reader.read(safe, this.#onChange, safe === raw ? characters : undefined);
    this.#note(trimmed, read);
    if (read.what !== undefined && !this.#isText) this.#maskChanges();
    const cell = read.what === undefined ? read.cell : null;
    const inWords = (characters & (C.han | C.other)) !== 0 && AmountsInWords.concernsText(raw);
    const csv = csvCell(cell);
    if (changes.length === 0 && masked.length === 0 && read.what === undefined && !inWords)
      return { cell, csv, notes: null };
    return {
      cell,
      csv,
      notes: { changes: this.#changes, masked, fault: this.#faultOf(safe, read), inWords },
    };
  }

  /** What a cell of numbers shows of its column. */
  #note(text: string, read: ReadCell): void {
    this.hasFraction ||= read.what === NOT_WHOLE;
    if (this.#isText || this.hasCode) return;
    if (read.what === INEXACT || isCodeCell(text, this.#column.heading))
      this.hasCode = isAmount(this.#column) && !isAmountHeading(this.#column.heading);
  }

  /** A cell that is not of its column's type may be anything: what is recorded of it has no personal data. */
  #maskChanges(): void {
    this.#changes = this.#changes.map(({ rule, before, after }) => ({
      rule,
      before: mask(before).text,
      after: mask(after).text,
    }));
  }

  #faultOf(text: string, read: ReadCell): CellNotes['fault'] {
    if (read.what === undefined) return null;
    const value = this.#isText ? text : safeCells([text], [this.#column.heading])[0]!;
    return { value, what: read.what, right: read.right };
  }
}
