import type { Cell, Row } from '../../../src/model/row.ts';
import { columnOf } from '../../rules/rule.ts';
import { whitespace } from '../../rules/whitespace.ts';
import { TextCache } from '../../lib/textCache.ts';
import { MASK, mask } from '../names/personal.ts';
import { safeCell, safeCells } from '../names/safe.ts';
import { placeOf, rowsOf, type Sheet } from '../read/sheet.ts';
import { IngestLedgerBuilder, type Reject } from '../table/ingestLedger.ts';
import { openLedger } from '../table/ingestTable.ts';
import { isTooWide } from '../table/plan.ts';
import { dropReason, findShape, type NonData, type Shape } from '../table/shape.ts';
import { tooWide } from '../table/tableCleaner.ts';
import type { Candidate } from './duplicates.ts';
import { findColumns, type FoundColumn, type RawRow, type TextReaders } from './foundColumns.ts';
import type { Recipe } from './recipe.ts';
import type { RowOrigin } from './tableRow.ts';

const TEXT = columnOf('string');
/** The most purchases that are handed on at once. */
const BATCH = 500;
/** Placeholder for rows of recipes that compare none. */
const NOTHING_TO_COMPARE = { printed: {}, filled: 0 };

/** Makes a published row of one that was read. */
export type MakeRow = (row: Row, printed: Record<string, string>, origin: RowOrigin, safe: Safe) => Row;
type Safe = (text: string, column: string, payee: boolean) => string;

/** Reads the sheets of one recipe and keeps their ledger. */
export class RecipeReader {
  readonly ledger = new IngestLedgerBuilder();
  readonly rejects: Reject[] = [];
  readonly #recipe: Recipe;
  /** By heading: cached texts without personal data, with what was masked in each. */
  readonly #safe = new Map<string, TextCache<{ text: string; masked: [kind: string, count: number][] }>>();

  /** Readers of texts, which are the same in every sheet. */
  readonly #texts: TextReaders = new Map();
  readonly #make: MakeRow;
  readonly #safeOf: Safe = (text, heading, payee) => this.#safeText(text, heading, payee);

  constructor(recipe: Recipe, make: MakeRow) {
    this.#recipe = recipe;
    this.#make = make;
  }

  /** The purchases of a sheet, in batches, so that few are in memory at once. */
  async *candidates(sheet: Sheet): AsyncGenerator<Candidate[]> {
    const cut = this.#split(await rowsOf(sheet));
    const shape = shapeOf(
      this.#recipe,
      cut.map(({ cells }) => cells),
    );
    const { headings } = shape;
    openLedger(this.ledger, sheet, shape);
    const rows: RawRow[] = [];
    for (let index = shape.header + 1; index < cut.length; index += 1) {
      const { number, cells } = cut[index]!;
      this.ledger.rowIn();
      const reason = shape.dropped.get(index);
      if (reason !== undefined) {
        this.ledger.drop(reason);
        continue;
      }
      const whole = this.#repaired(cells, headings, number);
      if (isTooWide(whole, headings)) this.#reject(tooWide(placeOf(sheet), number, whole, headings));
      else rows.push({ number, cells: whole });
    }
    const found = findColumns(this.#recipe, sheet, headings, rows, this.#texts);
    const ofFile = this.#recipe.fromFile?.(sheet.file) ?? {};
    const parts = new Map<number, number>();
    let batch: Candidate[] = [];
    for (const row of rows) {
      const part = (parts.get(row.number) ?? 0) + 1;
      parts.set(row.number, part);
      const candidate = this.#candidate(sheet, headings, found, ofFile, row, part);
      if (candidate) batch.push(candidate);
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    yield batch;
  }

  /** Rows split where the recipe says so, with the number that each has in the file. */
  #split(rows: string[][]): RawRow[] {
    return rows.flatMap((cells, index) => {
      const split = this.#recipe.split?.(cells, rows[0]!) ?? [cells];
      if (split.length > 1) this.ledger.changed('row-split', index + 1, '', '', '', split.length);
      return split.map((part) => ({ number: index + 1, cells: part }));
    });
  }

  #repaired(cells: string[], headings: readonly string[], number: number): string[] {
    if (!this.#recipe.repair) return cells;
    const trimmed = cells.map((cell) => whitespace.clean(cell, TEXT));
    const repaired = this.#recipe.repair(trimmed, headings);
    if (repaired) this.ledger.changed('row-repaired', number, '', '', '', 1);
    return repaired ?? cells;
  }

  #candidate(
    sheet: Sheet,
    headings: string[],
    found: readonly FoundColumn[],
    ofFile: Row,
    { number, cells }: RawRow,
    part: number,
  ): Candidate | undefined {
    const { ledger } = this;
    ledger.inWords.compare(number, headings, cells);
    const printed: Record<string, string> = {};
    const row: Row = {};
    let fault: { heading: string; text: string; what: string; right: string } | undefined;
    for (const { wanted, index, heading, read: reader } of found) {
      const before = cells[index] ?? '';
      const text = whitespace.clean(before, TEXT);
      printed[wanted.name] = text;
      if (wanted.internal !== true && text !== before)
        ledger.changed(whitespace.name, number, heading, MASK, MASK);
      // Kinds are read from the whole name; it is masked afterwards.
      const { read, changes } = reader.get(text);
      for (const change of changes) ledger.changed(change.rule, number, heading, change.before, change.after);
      if (read.what !== undefined && wanted.unreadable === 'empty')
        ledger.changed('unreadable-as-empty', number, heading, mask(text).text, '');
      else if (read.what !== undefined) fault ??= { heading, text, what: read.what, right: read.right };
      row[wanted.name] = multiplied(read.what === undefined ? read.cell : null, wanted.times);
    }
    Object.assign(row, ofFile, this.#recipe.derive?.({ ...row, ...ofFile }, printed));
    const reason = this.#recipe.leaveOut?.(row, printed) ?? null;
    if (reason !== null) {
      ledger.drop(reason);
      return undefined;
    }
    if (fault) {
      this.#reject({
        file: placeOf(sheet),
        row: number,
        column: fault.heading,
        value: safeCells([fault.text], [fault.heading])[0]!,
        what: fault.what,
        right: fault.right,
        cells: safeCells(cells, headings),
      });
      return undefined;
    }
    const made = this.#make(row, printed, { sheet, number, part }, this.#safeOf);
    return this.#recipe.repeated
      ? { row: made, printed, filled: groups(cells, headings) }
      : { row: made, ...NOTHING_TO_COMPARE };
  }

  #safeText(text: string, heading: string, payee: boolean): string {
    let known = this.#safe.get(heading);
    if (!known) {
      known = new TextCache((raw) => {
        const masked: [string, number][] = [];
        const counter = { masked: (kind: string, _column: string, count = 1) => masked.push([kind, count]) };
        return { text: safeCell(raw, heading, counter, payee), masked };
      });
      this.#safe.set(heading, known);
    }
    const safe = known.get(text);
    for (const [kind, count] of safe.masked) this.ledger.masked(kind, heading, count);
    return safe.text;
  }

  #reject(reject: Reject): void {
    this.ledger.reject(reject);
    this.rejects.push(reject);
  }
}

const multiplied = (cell: Cell, times = 1): Cell =>
  typeof cell === 'number' && times !== 1 ? Number((cell * times).toPrecision(15)) : cell;

/** How many groups of columns a row fills: columns of one nested list count once. */
const groups = (cells: string[], headings: readonly string[]): number =>
  new Set(headings.filter((_, index) => (cells[index] ?? '') !== '').map((heading) => heading.split('.')[0]))
    .size;

/** The layout of a sheet. A file without a header row begins with its data. */
function shapeOf({ header, headings }: Recipe, rows: readonly string[][]): Shape {
  if (!headings) return findShape(rows, { header });
  const nonData: NonData = { width: headings.length, header: [] };
  const dropped = new Map<number, string>();
  rows.forEach((cells, index) => {
    const reason = dropReason(cells, nonData);
    if (reason !== null) dropped.set(index, reason);
  });
  return { header: -1, headings: [...headings], titles: 0, doubtful: -1, dropped, nonData };
}
