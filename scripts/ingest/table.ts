import type { Cell } from '../../src/model/row.ts';
import { CommandError } from '../fault.ts';
import { readCell } from './cell.ts';
import { IngestBook, type IngestLedger, type Reject } from './ledger.ts';
import { outliersOf } from './outliers.ts';
import { MASK, PERSONAL_COLUMN } from './personal.ts';
import { proposeFields, type ProposedField } from './propose.ts';
import type { Sheet } from './read/sheet.ts';
import { whitespace } from './rules/whitespace.ts';
import { safeCell, safeCells } from './safe.ts';
import { findShape, type Shape } from './shape.ts';

/** What an ingest came to: a clean table, what was rejected, and the account. */
export interface Ingested {
  fields: ProposedField[];
  rows: Cell[][];
  rejects: Reject[];
  ledger: IngestLedger;
}

/** A column as a person put it in `dataset.yaml`; it overrules what the cells look like. */
export type GivenField = Pick<ProposedField, 'name' | 'type'>;

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
  const shape = findShape(sheet.rows);
  const { headings } = shape;
  book.sheet(sheet, shape.titles);
  if (headings.length === 0)
    throw new CommandError(`${placeOf(sheet)}: no header was found (a row of column names)`);
  if (sheet.mergedFilled > 0) book.changed('merged-cells', 0, '', '', '', sheet.mergedFilled);
  const kept = headings.flatMap((heading, index) => (PERSONAL_COLUMN.test(heading) ? [] : [index]));
  for (const heading of headings) if (PERSONAL_COLUMN.test(heading)) book.columnDropped(heading);
  const raw = dataRows(sheet, shape, book);
  for (const { row, cells } of raw) book.inWords.compare(row, headings, cells);
  const rows = raw.map(({ row, cells }) => ({
    row,
    all: cells,
    cells: kept.map((index) => {
      const before = cells[index] ?? '';
      const trimmed = whitespace.clean(before, ANY);
      const safe = safeCell(trimmed, headings[index]!, book);
      if (trimmed !== before)
        book.changed(whitespace.name, row, headings[index]!, safe === trimmed ? before : MASK, safe);
      return safe;
    }),
  }));
  const fields = withGiven(
    proposeFields(
      kept.map((index) => headings[index]!),
      rows.map(({ cells }) => cells),
    ),
    given,
    sheet,
  );
  const out: Cell[][] = [];
  for (const { row, cells, all } of rows) {
    const read = fields.map((field, index) =>
      readCell(cells[index]!, field, (rule, before, after) =>
        book.changed(rule, row, field.heading, before, after),
      ),
    );
    const bad = read.findIndex(({ what }) => what !== undefined);
    if (bad < 0) out.push(read.map(({ cell }) => cell ?? null));
    else
      book.rejects.push({
        file: placeOf(sheet),
        row,
        column: fields[bad]!.heading || fields[bad]!.name,
        value: cells[bad]!,
        what: read[bad]!.what!,
        ...('right' in read[bad]! ? { right: read[bad].right } : {}),
        cells: safeCells(all, headings),
      });
  }
  return {
    fields,
    rows: out,
    rejects: book.rejects,
    ledger: book.close(out.length, outliersOf(fields, out, null)),
  };
}

/** The column that whitespace is cleaned as: any, the rule asks nothing of it. */
export const ANY = {
  heading: '',
  type: 'string',
  dayOrder: 'unclear',
  decimal: 'point',
  currency: null,
  utcOffset: 0,
} as const;

/** A sheet's name as faults show it. */
export const placeOf = ({ file, sheet }: Sheet): string => (sheet === undefined ? file : `${file}#${sheet}`);

/**
 * The rows below the header that are data and no wider than it; the others are dropped or rejected in the book.
 * @param numbers the row of each in its file, where rows were cut
 */
export function dataRows(
  sheet: Sheet,
  shape: Shape,
  book: IngestBook,
  numbers?: readonly number[],
): RawRow[] {
  const { headings } = shape;
  const rows: RawRow[] = [];
  for (let index = shape.header + 1; index < sheet.rows.length; index += 1) {
    const cells = sheet.rows[index]!;
    book.rowIn();
    const reason = shape.dropped.get(index);
    if (reason !== undefined) book.drop(reason);
    else if (cells.slice(headings.length).some((cell) => cell.trim() !== ''))
      book.rejects.push({
        file: placeOf(sheet),
        row: numbers?.[index] ?? index + 1,
        what: `has ${cells.length} cells, the header ${headings.length}`,
        right: 'is a delimiter within a cell not in quotes?',
        cells: safeCells(cells, headings),
      });
    else rows.push({ row: numbers?.[index] ?? index + 1, cells });
  }
  return rows;
}

function withGiven(
  proposed: ProposedField[],
  given: readonly GivenField[] | undefined,
  sheet: Sheet,
): ProposedField[] {
  if (!given) return proposed;
  if (given.length !== proposed.length)
    throw new CommandError(
      `${placeOf(sheet)} has ${proposed.length} columns, its dataset.yaml ${given.length} fields (delete it to have it proposed anew)`,
    );
  return proposed.map((field, index) => ({ ...field, ...given[index]! }));
}
