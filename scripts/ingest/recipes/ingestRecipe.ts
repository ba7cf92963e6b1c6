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
import { tieProjects } from '../table/project.ts';
import { TextCache } from '../../lib/textCache.ts';
import { findShape } from '../table/shape.ts';
import { tooWide, type CleanRow } from '../table/tableCleaner.ts';
import { fieldsOf, toPurchase } from './purchaseShape.ts';
import type { Recipe, RecipeColumn } from './recipe.ts';
import { dropDuplicates, type Candidate } from './duplicates.ts';

const TEXT = columnOf('string');
/** Placeholder for rows of recipes that compare none. */
const NOTHING_TO_COMPARE = { printed: {}, filled: 0 };

/**
 * The sheets of a source as one table: columns by their meaning, rows in the shape of `data/purchases`, kinds and levels with the rule
 * that matched, personal data masked. The purchases are kept in memory, since which columns exist, and which rows repeat others, is
 * known at the end only.
 * @param sheets read one after the other
 * @throws CommandError where a sheet lacks a column that the recipe needs
 */
export async function ingestRecipe(
  recipe: Recipe,
  sheets: Iterable<Sheet> | AsyncIterable<Sheet>,
  open: OpenOutput,
): Promise<Ingested> {
  const reader = new RecipeReader(recipe);
  const candidates: Candidate[] = [];
  for await (const sheet of sheets)
    for (const candidate of await reader.candidates(sheet)) candidates.push(candidate);
  const { ledger, rejects } = reader;
  const kept = dropDuplicates(candidates, recipe.repeated ?? [], (reason) => ledger.drop(reason));
  const purchases = kept.map(({ row }) => row);
  const projects = recipe.project ? tieProjects(purchases, recipe.project) : undefined;
  const fields = fieldsOf(recipe, purchases);
  const outliers = new TableOutliers(fields, recipe.currency);
  const rows = purchases.map((purchase, index): CleanRow => {
    const cells = fields.map(({ name }) => purchase[name] ?? null);
    outliers.add(index + 1, cells);
    return { number: index + 1, cells, csv: cells.map((cell) => `,${csvCell(cell)}`).join('') };
  });
  const output = open(fields);
  for (const reject of rejects) output.reject(reject);
  await output.write(rows);
  await output.close();
  return {
    fields,
    rejects: ledger.rejects,
    ledger: { ...ledger.close(rows.length, outliers.close()), ...(projects ? { projects } : {}) },
  };
}

/** A column of a sheet that the recipe wants. */
interface FoundColumn {
  wanted: RecipeColumn;
  index: number;
  heading: string;
  /** The result for a text without surrounding white space, cached. */
  read: TextCache<ReadText>;
}

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

  constructor(recipe: Recipe) {
    this.#recipe = recipe;
  }

  /** The purchases of a sheet. */
  async candidates(sheet: Sheet): Promise<Candidate[]> {
    const cut = this.#split(await rowsOf(sheet));
    const shape = findShape(
      cut.map(({ cells }) => cells),
      this.#recipe.header,
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
    const found = findColumns(this.#recipe, sheet, headings, rows);
    const ofFile = this.#recipe.fromFile?.(sheet.file) ?? {};
    const parts = new Map<number, number>();
    return rows.flatMap((row) => {
      const part = (parts.get(row.number) ?? 0) + 1;
      parts.set(row.number, part);
      return this.#candidate(sheet, headings, found, ofFile, row, part);
    });
  }

  /** Rows split where the recipe says so, with the number that each has in the file. */
  #split(rows: string[][]): RawRow[] {
    return rows.flatMap((cells, index) => {
      const split = this.#recipe.split?.(cells) ?? [cells];
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
  ): Candidate[] {
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
      return [];
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
      return [];
    }
    return [
      {
        row: toPurchase(this.#recipe, row, printed, { sheet, number, part }, (text, heading, payee) =>
          this.#safeText(text, heading, payee),
        ),
        ...(this.#recipe.repeated ? { printed, filled: groups(cells, headings) } : NOTHING_TO_COMPARE),
      },
    ];
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

/** @throws CommandError where a column is missing that the recipe needs */
function findColumns(
  recipe: Recipe,
  sheet: Sheet,
  headings: readonly string[],
  rows: readonly RawRow[],
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
    const { dayOrder, decimal } = evidenceOf(rows.map(({ cells }) => cells[index] ?? ''));
    const column: Column = {
      heading,
      type: wanted.type ?? 'string',
      dayOrder,
      decimal,
      currency: currencySymbol(recipe.currency),
      utcOffset: wanted.utcOffset ?? 0,
    };
    const reader = readerOf(column);
    return [{ wanted, index, heading, read: new TextCache((text) => readText(reader, text)) }];
  });
}

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
