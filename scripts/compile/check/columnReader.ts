import type { Field } from '../../../src/model/field.ts';
import type { Cell } from '../../../src/model/row.ts';
import type { Fault } from '../../lib/fault.ts';
import { TextCache } from '../../lib/textCache.ts';
import { columnOf } from '../../rules/rule.ts';
import { cleanerOf, COMPILE_RULES, type Cleaner } from '../../rules/rules.ts';
import { breaksConstraint } from './constraints.ts';
import { readCell } from './type.ts';

/** A change that a rule made to a cell. */
interface CellChange {
  rule: string;
  before: string;
  after: string;
}

/** What the text of a cell comes to. */
interface CellReading {
  readonly cell: Cell;
  readonly changes: readonly CellChange[];
  /** What is wrong with it; the cell is then empty. */
  readonly fault: Pick<Fault, 'value' | 'what' | 'right'> | undefined;
}

const NONE: readonly never[] = [];

/** Cleans, types and checks the cells of one column. */
export class ColumnReader {
  readonly #field: Field;
  readonly #cleaner: Cleaner;
  readonly #isFreeText: boolean;
  readonly #empty: CellReading;
  readonly #known = new TextCache((text) => this.#readNew(text));

  constructor(field: Field) {
    this.#field = field;
    this.#cleaner = cleanerOf(columnOf(field.type, field.name), COMPILE_RULES);
    this.#isFreeText = field.type === 'string' && !field.constraints?.enum && !field.constraints?.pattern;
    this.#empty = this.#readNew('');
  }

  /** Whether a text is the cell, unchanged: true of most cells of free text, and to ask costs less than to remember them. */
  isCell(text: string): boolean {
    return this.#isFreeText && text !== '' && this.#cleaner.clean(text) === text;
  }

  read(text: string): CellReading {
    return text === '' ? this.#empty : this.#known.get(text);
  }

  #readNew(raw: string): CellReading {
    let changes: CellChange[] | undefined;
    const text = this.#cleaner.clean(raw, (rule, before, after) =>
      (changes ??= []).push({ rule, before, after }),
    );
    const typed = readCell(this.#field, text);
    const cell = 'cell' in typed ? typed.cell : null;
    const wrong = 'cell' in typed ? breaksConstraint(this.#field, cell) : typed;
    return {
      cell,
      changes: changes ?? NONE,
      fault: wrong && { value: text === '' ? undefined : raw, ...wrong },
    };
  }
}
