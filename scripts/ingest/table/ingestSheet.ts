import type { Cell } from '../../../src/model/row.ts';
import { IngestBook, type IngestLedger, type Reject } from './ingestLedger.ts';
import { outliersOf } from './outliers.ts';
import { PERSONAL_COLUMN } from '../names/personal.ts';
import { cleanCell, isTooWide, planTable, type GivenField, type TablePlan } from './plan.ts';
import type { ProposedField } from './propose.ts';
import type { Sheet } from '../read/sheet.ts';
import { safeCells } from '../names/safe.ts';
import { dropReason } from './shape.ts';

/** What an ingest came to: a clean table, what was rejected, and the account. */
export interface Ingested {
  fields: ProposedField[];
  rows: Cell[][];
  /** Row of each in its file, as a spreadsheet counts, where all come from one sheet. */
  numbers?: number[];
  rejects: readonly Reject[];
  ledger: IngestLedger;
}

interface RawRow {
  /** Row as a spreadsheet counts. */
  row: number;
  cells: string[];
}

/**
 * A sheet as a clean table, titles, totals and personal data left out, every cell of the type of its column. A row that does not fit is a
 * reject with its place, its reason, and what would be right.
 * @param given name and type of each column that is kept, from an edited `dataset.yaml`
 * @throws CommandError where there is no header, or `given` has another number of columns
 */
export function ingestSheet(sheet: Sheet, given?: readonly GivenField[]): Ingested {
  const book = new IngestBook();
  const plan = planTable(sheet.rows, placeOf(sheet), given);
  openBook(book, sheet, plan);
  const rows: Cell[][] = [];
  const numbers: number[] = [];
  const below = {
    headings: plan.headings,
    first: plan.above,
    reason: (cells: string[]) => dropReason(cells, plan.noData),
  };
  for (const { row, cells } of dataRows(sheet, below, book)) {
    const clean = cleanRow(cells, row, plan, book);
    if (clean === null) continue;
    rows.push(clean);
    numbers.push(row);
  }
  return {
    fields: plan.fields,
    rows,
    numbers,
    rejects: book.rejects,
    ledger: book.close(rows.length, outliersOf(plan.fields, rows, null, numbers)),
  };
}

/** Writes down what is known of a sheet before its first row. */
export function openBook(
  book: IngestBook,
  sheet: Omit<Sheet, 'rows'>,
  { headings, titles }: Pick<TablePlan, 'headings' | 'titles'>,
): void {
  book.sheet(sheet, titles);
  if (sheet.mergedFilled > 0) book.changed('merged-cells', 0, '', '', '', sheet.mergedFilled);
  for (const heading of headings) if (PERSONAL_COLUMN.test(heading)) book.columnDropped(heading);
}

/** A row's kept cells as they are published, or `null` where it is a reject; both stand in the book. */
export function cleanRow(
  cells: string[],
  row: number,
  { place, headings, kept, fields }: TablePlan,
  book: IngestBook,
): Cell[] | null {
  book.inWords.compare(
    row,
    kept.map((index) => headings[index]!),
    kept.map((index) => cells[index] ?? ''),
  );
  const cleaned = kept.map((index, at) => cleanCell(cells[index] ?? '', fields[at]!));
  cleaned.forEach(({ changes, masked }, at) => {
    const { heading } = fields[at]!;
    for (const { kind, count } of masked) book.masked(kind, heading, count);
    for (const { rule, before, after } of changes) book.changed(rule, row, heading, before, after);
  });
  const bad = cleaned.findIndex(({ fault }) => fault !== undefined);
  if (bad < 0) return cleaned.map(({ cell }) => cell);
  book.reject({
    file: place,
    row,
    column: fields[bad]!.heading || fields[bad]!.name,
    ...cleaned[bad]!.fault!,
    cells: safeCells(cells, headings),
  });
  return null;
}

/** A sheet's name as faults show it. */
export const placeOf = ({ file, sheet }: Pick<Sheet, 'file' | 'sheet'>): string =>
  sheet === undefined ? file : `${file}#${sheet}`;

/** A row that is wider than its header, as a reject. */
export const tooWide = (place: string, row: number, cells: string[], headings: string[]): Reject => ({
  file: place,
  row,
  what: `has ${cells.length} cells, the header ${headings.length}`,
  right: 'is a delimiter within a cell not in quotes?',
  cells: safeCells(cells, headings),
});

/** Where the data of a sheet begins, and which of its rows are none. */
interface Below {
  headings: string[];
  /** Index of the first row below the header. */
  first: number;
  reason(cells: string[], index: number): string | null;
}

/**
 * The rows below the header that are data and no wider than it; the others are dropped or rejected in the book.
 * @param numbers the row of each in its file, where rows were cut
 */
export function* dataRows(
  sheet: Sheet,
  { headings, first, reason }: Below,
  book: IngestBook,
  numbers?: readonly number[],
): Generator<RawRow> {
  for (let index = first; index < sheet.rows.length; index += 1) {
    const cells = sheet.rows[index]!;
    const row = numbers?.[index] ?? index + 1;
    book.rowIn();
    const why = reason(cells, index);
    if (why !== null) book.drop(why);
    else if (isTooWide(cells, headings)) book.reject(tooWide(placeOf(sheet), row, cells, headings));
    else yield { row, cells };
  }
}
