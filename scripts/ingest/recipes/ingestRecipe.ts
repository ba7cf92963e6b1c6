/** Over 250 lines: every step of a row from a sheet to a purchase is a method of one class, with the ledger they share. */
import type { Cell, Row } from '../../../src/model/row.ts';
import { csvCell } from '../../../src/model/csv.ts';
import { currencySymbol } from '../../rules/currency.ts';
import { evidenceOf } from '../../rules/evidence.ts';
import { columnOf, type Column } from '../../rules/rule.ts';
import { whitespace } from '../../rules/whitespace.ts';
import { CommandError } from '../../lib/fault.ts';
import { MASK, mask } from '../names/personal.ts';
import { safeCell, safeCells } from '../names/safe.ts';
import { placeOf, rowsOf, type Sheet } from '../read/sheet.ts';
import { readerOf, type CellReader, type ReadCell } from '../table/cell.ts';
import { IngestLedgerBuilder, type Reject } from '../table/ingestLedger.ts';
import { openLedger, type Ingested } from '../table/ingestTable.ts';
import { TableOutliers } from '../table/outliers.ts';
import type { OpenOutput } from '../table/output.ts';
import { isTooWide } from '../table/plan.ts';
import { tieProjects, type ProjectsReport } from '../table/project.ts';
import type { ProposedField } from '../table/propose.ts';
import { TextCache } from '../../lib/textCache.ts';
import { dropReason, findShape, type NonData, type Shape } from '../table/shape.ts';
import { tooWide, type CleanRow } from '../table/tableCleaner.ts';
import { fieldsOf, toPurchase } from './purchaseShape.ts';
import type { Recipe, RecipeColumn } from './recipe.ts';
import type { RowOrigin } from './tableRow.ts';
import { dropDuplicates, type Candidate } from './duplicates.ts';

const TEXT = columnOf('string');
/** The most purchases that are handed on at once. */
const BATCH = 500;
/** Placeholder for rows of recipes that compare none. */
const NOTHING_TO_COMPARE = { printed: {}, filled: 0 };

/** Makes a published row of one that was read. */
export type MakeRow = (row: Row, printed: Record<string, string>, origin: RowOrigin, safe: Safe) => Row;
type Safe = (text: string, column: string, payee: boolean) => string;

/**
 * The sheets of a source as one table in the shape of `data/purchases`: columns by their meaning, kinds and levels with the rule that matched,
 * personal data masked. The purchases are kept in memory, since which columns exist, and which rows repeat others, is known at the end only.
 * @param sheets read one after the other
 * @throws CommandError where a sheet lacks a column that the recipe needs
 */
export async function ingestRecipe(
  recipe: Recipe,
  sheets: Iterable<Sheet> | AsyncIterable<Sheet>,
  open: OpenOutput,
): Promise<Ingested> {
  const reader = new RecipeReader(recipe, (row, printed, origin, safe) =>
    toPurchase(recipe, row, printed, origin, safe),
  );
  const candidates: Candidate[] = [];
  for await (const sheet of sheets)
    for await (const batch of reader.candidates(sheet)) candidates.push(...batch);
  const { ledger, rejects } = reader;
  const { rows: purchases, projects } = settled(recipe, candidates, ledger);
  const fields = fieldsOf(recipe, purchases);
  const outliers = new TableOutliers(fields, recipe.currency);
  const output = open(fields);
  for (const reject of rejects) output.reject(reject);
  await output.write(cleanRows(recipe, fields, purchases, 0, outliers));
  await output.close();
  return {
    fields,
    rejects: ledger.rejects,
    ledger: { ...ledger.close(purchases.length, outliers.close()), ...(projects ? { projects } : {}) },
  };
}

/**
 * The sheets of a source as rows of a table of `data/`, with the columns of that table. Rows are written sheet by sheet, so memory does not grow
 * with them, unless the recipe compares rows with each other.
 * @param make makes a row of the table
 * @throws CommandError where a sheet lacks a column that the recipe needs
 */
export async function ingestInto(
  recipe: Recipe,
  fields: readonly ProposedField[],
  sheets: Iterable<Sheet> | AsyncIterable<Sheet>,
  make: MakeRow,
  open: OpenOutput,
): Promise<Ingested> {
  const reader = new RecipeReader(recipe, make);
  const { ledger, rejects } = reader;
  const outliers = new TableOutliers(fields, recipe.currency);
  const output = open(fields);
  const compares = recipe.repeated !== undefined || recipe.project !== undefined;
  const held: Candidate[] = [];
  let rowsOut = 0;
  const write = async (rows: readonly Row[]): Promise<void> => {
    await output.write(cleanRows(recipe, fields, rows, rowsOut, outliers));
    rowsOut += rows.length;
  };
  for await (const sheet of sheets) {
    for await (const batch of reader.candidates(sheet)) {
      if (compares) held.push(...batch);
      else await write(batch.map(({ row }) => row));
    }
    for (const reject of rejects.splice(0)) output.reject(reject);
  }
  const { rows, projects } = settled(recipe, held, ledger);
  if (rows.length > 0) await write(rows);
  await output.close();
  return {
    fields: [...fields],
    rejects: ledger.rejects,
    ledger: { ...ledger.close(rowsOut, outliers.close()), ...(projects ? { projects } : {}) },
  };
}

/** Rows without those that repeat others, notices of one project linked. */
function settled(
  recipe: Recipe,
  candidates: readonly Candidate[],
  ledger: IngestLedgerBuilder,
): { rows: Row[]; projects: ProjectsReport | undefined } {
  const kept = dropDuplicates(candidates, recipe.repeated ?? [], (reason) => ledger.drop(reason));
  const rows = kept.map(({ row }) => row);
  return { rows, projects: recipe.project ? tieProjects(rows, recipe.project) : undefined };
}

/** Rows as an output takes them. @param before the number of rows before them */
function cleanRows(
  recipe: Recipe,
  fields: readonly ProposedField[],
  rows: readonly Row[],
  before: number,
  outliers: TableOutliers,
): CleanRow[] {
  return rows.map((row, index) => {
    const cells = fields.map(({ name }) => row[name] ?? null);
    const number = before + index + 1;
    outliers.add(number, cells);
    return {
      number,
      cells,
      csv: `,${cells.map(csvCell).join(',')}`,
      ...(recipe.table ? { part: partOf(recipe, row) } : {}),
    };
  });
}

/** The part of a table in which a row is kept. */
const partOf = (recipe: Recipe, row: Row): string =>
  recipe.part?.(row) ?? `${recipe.name}-${String(row['date'] ?? '').slice(0, 4) || 'undated'}`;

/** A column of a sheet that the recipe wants. */
interface FoundColumn {
  wanted: RecipeColumn;
  index: number;
  heading: string;
  /** The result for a text without surrounding white space, cached. */
  read: TextCache<ReadText>;
}

/** By name and heading of a column. */
type TextReaders = Map<string, TextCache<ReadText>>;

/** A raw row with its number in the file. */
interface RawRow {
  number: number;
  cells: string[];
}

/** Reads the sheets of one recipe and keeps their ledger. */
class RecipeReader {
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
  if (!headings) return findShape(rows, header);
  const nonData: NonData = { width: headings.length, header: [] };
  const dropped = new Map<number, string>();
  rows.forEach((cells, index) => {
    const reason = dropReason(cells, nonData);
    if (reason !== null) dropped.set(index, reason);
  });
  return { header: -1, headings: [...headings], titles: 0, dropped, nonData };
}

/** @throws CommandError where a column is missing that the recipe needs */
function findColumns(
  recipe: Recipe,
  sheet: Sheet,
  headings: readonly string[],
  rows: readonly RawRow[],
  texts: TextReaders,
): FoundColumn[] {
  return recipe.columns.flatMap((wanted) => {
    const patterns = [wanted.heading].flat();
    const [index = -1] = patterns
      .map((pattern) => headings.findIndex((heading) => pattern.test(heading)))
      .filter((found) => found >= 0);
    if (index < 0) {
      if (wanted.optional) return [];
      throw new CommandError(
        `${placeOf(sheet)} has no column for ${wanted.name} (expected a heading like ${patterns[0]!.source}; it has ${headings.join(' | ')})`,
      );
    }
    const heading = headings[index]!;
    const { dayOrder, decimal } =
      wanted.dayOrder === undefined && wanted.type !== undefined
        ? evidenceOf(rows.map(({ cells }) => cells[index] ?? ''))
        : NO_EVIDENCE;
    const column: Column = {
      heading,
      type: wanted.type ?? 'string',
      dayOrder: wanted.dayOrder ?? dayOrder,
      decimal,
      currency: currencySymbol(recipe.currency),
      utcOffset: wanted.utcOffset ?? 0,
    };
    const isText = column.type === 'string';
    const key = `${wanted.name}\u001f${heading}`;
    let read = isText ? texts.get(key) : undefined;
    if (read === undefined) {
      const reader = readerOf(column);
      read = new TextCache((text) => readText(reader, text));
      if (isText) texts.set(key, read);
    }
    return [{ wanted, index, heading, read }];
  });
}

/** Of a column of text, or one of which the recipe says how it is written. */
const NO_EVIDENCE = { dayOrder: 'unclear', decimal: 'point' } as const;

/** A cleaned text, with its changes without personal data. */
interface ReadText {
  read: ReadCell;
  changes: { rule: string; before: string; after: string }[];
}

function readText(reader: CellReader, text: string): ReadText {
  const changes: ReadText['changes'] = [];
  const read = reader.read(text, (rule, before, after) =>
    changes.push({ rule, before: mask(before).text, after: mask(after).text }),
  );
  return { read, changes };
}
