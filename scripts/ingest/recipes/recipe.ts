import type { Bilingual } from '../../../src/model/language.ts';
import type { Cell, Row } from '../../../src/model/row.ts';
import { CommandError } from '../../lib/fault.ts';
import { readCell } from '../table/cell.ts';
import { dayOrderOf, decimalOf } from '../table/evidence.ts';
import { IngestBook } from '../table/ingestLedger.ts';
import { outliersOf } from '../table/outliers.ts';
import { MASK, mask, PERSONAL_COLUMN } from '../names/personal.ts';
import { dropRepeated, type Candidate, type Sameness } from './sameness.ts';
import { fieldsOf, toPurchase } from './purchaseShape.ts';
import type { Sheet } from '../read/sheet.ts';
import { currencySign } from '../../rules/currency.ts';
import type { Column } from '../../rules/rule.ts';
import { whitespace } from '../../rules/whitespace.ts';
import { tieProjects } from '../table/project.ts';
import { safeCell, safeCells } from '../names/safe.ts';
import { findShape } from '../table/shape.ts';
import { ANY } from '../table/plan.ts';
import { dataRows, placeOf, type Ingested } from '../table/ingestSheet.ts';

/** What a column of a source means. */
export interface RecipeColumn {
  /** Name in the output; those of `PURCHASE_FIELDS` are the shape's own, others stand behind it. */
  name: string;
  /** Tested on the heading in NFKC, white space made one: the first column that fits. Of several patterns the earlier is preferred. */
  heading: RegExp | readonly RegExp[];
  /** `string` unless said otherwise. */
  type?: Column['type'];
  /** A cell that is not of the type becomes empty instead of a reject; an amount's text is kept in `amount_printed`. */
  unreadable?: 'empty';
  /** The column is missing in some files. */
  optional?: true;
  /** What a number is multiplied by: 10000 for 万元. */
  times?: number;
  /** Minutes east of Greenwich, for times in seconds. */
  utcOffset?: number;
  /** Read, so that the row can be told from others, and left out of the output. */
  internal?: true;
}

/** How the files of one source become one table in the shape of `data/purchases`. */
export interface Recipe {
  name: string;
  title: Bilingual;
  /** Id in `data/sources`. */
  source: string;
  /** Id in `data/places`. */
  place: string;
  /** ISO 4217. */
  currency: string;
  /** The paths that the recipe reads. */
  files: RegExp;
  /** What the header row must have, each in some cell. */
  header: readonly RegExp[];
  columns: readonly RecipeColumn[];
  /** Words of the shape that are the same in every row: `coverage`, `instrument`, `purchaser` … */
  constants?: Row;
  /** What the path of a file tells of its rows. */
  fromFile?(file: string): Row;
  /** Cuts a row that is several run together, before anything else is looked at; named in the ledger as `cut`. */
  cut?(cells: readonly string[]): string[][] | null;
  /** Puts the cells of a broken row right, before they are read; named in the ledger as `mend`. */
  mend?(cells: string[], headings: readonly string[]): string[] | null;
  /** Why a row is no purchase and is dropped, or `null`. `printed` has the texts as they stood. */
  leaveOut?(row: Row, printed: Record<string, string>): string | null;
  /** Fields that follow from others. */
  derive?(row: Row, printed: Record<string, string>): Row;
  /** What the notices of one project have in common; they are tied together by `project`, none is dropped. */
  project?(row: Row): string | null;
  /** Which rows are the same purchase told again; one of each is kept. */
  repeated?: readonly Sameness[];
}

/**
 * The sheets of a source as one table: columns by their meaning, rows in the shape of `data/purchases`, kinds and levels with the rule
 * that said so, personal data masked.
 * @param sheets read one after the other, as they are asked for
 * @throws CommandError where a sheet lacks a column that the recipe needs
 */
export async function ingestRecipe(
  recipe: Recipe,
  sheets: Iterable<Sheet> | AsyncIterable<Sheet>,
): Promise<Ingested> {
  const book = new IngestBook();
  const candidates: Candidate[] = [];
  // Of a sheet that was read only its purchases are held.
  for await (const sheet of sheets)
    for (const candidate of sheetRows(recipe, sheet, book)) candidates.push(candidate);
  const kept = dropRepeated(candidates, recipe.repeated ?? [], (reason) => book.drop(reason));
  const whole = kept.map(({ row }) => row);
  const projects = recipe.project ? tieProjects(whole, recipe.project) : undefined;
  const fields = fieldsOf(recipe, whole);
  const rows = kept.map(({ row }) => fields.map(({ name }) => row[name] ?? null));
  return {
    fields,
    rows,
    rejects: book.rejects,
    ledger: {
      ...book.close(rows.length, outliersOf(fields, rows, recipe.currency)),
      ...(projects ? { projects } : {}),
    },
  };
}

/** Of a row that is compared with no other. */
const NOTHING_TO_COMPARE = { printed: {}, filled: 0 };

interface Found {
  wanted: RecipeColumn;
  index: number;
  column: Column;
}

function sheetRows(recipe: Recipe, sheet: Sheet, book: IngestBook): Candidate[] {
  if (sheet.mergedFilled > 0) book.changed('merged-cells', 0, '', '', '', sheet.mergedFilled);
  const { rows, numbers } = cutRows(recipe, sheet.rows, book);
  const shape = findShape(rows, recipe.header);
  const { headings } = shape;
  book.sheet(sheet, shape.titles);
  for (const heading of headings) if (PERSONAL_COLUMN.test(heading)) book.columnDropped(heading);
  const mended = rows.map((cells, index) => {
    if (index <= shape.header || shape.dropped.has(index)) return cells;
    const right =
      recipe.mend?.(
        cells.map((cell) => whitespace.clean(cell, ANY)),
        headings,
      ) ?? null;
    if (right) book.changed('mend', numbers[index]!, '', '', '', 1);
    return right ?? cells;
  });
  const below = {
    headings,
    first: shape.header + 1,
    reason: (_cells: string[], index: number) => shape.dropped.get(index) ?? null,
  };
  const raw = [...dataRows({ ...sheet, rows: mended }, below, book, numbers)];
  const found = findColumns(
    recipe,
    sheet,
    headings,
    raw.map(({ cells }) => cells),
  );
  const ofFile = recipe.fromFile?.(sheet.file) ?? {};
  const seen = new Map<number, number>();
  return raw.flatMap(({ row: number, cells }) => {
    const part = (seen.get(number) ?? 0) + 1;
    seen.set(number, part);
    book.inWords.compare(number, headings, cells);
    const printed: Record<string, string> = {};
    const row: Row = {};
    const faults: { found: Found; text: string; what: string; right: string }[] = [];
    for (const one of found) {
      const { wanted, index, column } = one;
      const before = cells[index] ?? '';
      const text = whitespace.clean(before, ANY);
      printed[wanted.name] = text;
      if (wanted.internal !== true && text !== before)
        book.changed(whitespace.name, number, column.heading, MASK, MASK);
      // Kinds are read from the whole name; what is published of it is masked afterwards.
      const read = readCell(text, column, (rule, a, b) =>
        book.changed(rule, number, column.heading, mask(a).text, mask(b).text),
      );
      if (read.what !== undefined && wanted.unreadable === 'empty')
        book.changed('unreadable-as-empty', number, column.heading, mask(text).text, '');
      else if (read.what !== undefined) faults.push({ found: one, text, what: read.what, right: read.right });
      row[wanted.name] = multiplied(read.what === undefined ? read.cell : null, wanted.times);
    }
    Object.assign(row, ofFile, recipe.derive?.({ ...row, ...ofFile }, printed));
    const reason = recipe.leaveOut?.(row, printed) ?? null;
    if (reason !== null) {
      book.drop(reason);
      return [];
    }
    const [fault] = faults;
    if (fault) {
      book.reject({
        file: placeOf(sheet),
        row: number,
        column: fault.found.column.heading,
        value: safeCells([fault.text], [fault.found.column.heading])[0]!,
        what: fault.what,
        right: fault.right,
        cells: safeCells(cells, headings),
      });
      return [];
    }
    const safe = (text: string, heading: string, payee: boolean): string =>
      safeCell(text, heading, book, payee);
    return [
      {
        row: toPurchase(recipe, row, printed, { sheet, number, part }, safe),
        ...(recipe.repeated ? { printed, filled: groups(cells, headings) } : NOTHING_TO_COMPARE),
      },
    ];
  });
}

/** Rows cut where the recipe says so, with the number that each has in the file. */
function cutRows(
  recipe: Recipe,
  rows: readonly string[][],
  book: IngestBook,
): { rows: string[][]; numbers: number[] } {
  const numbers: number[] = [];
  const all = rows.flatMap((cells, index) => {
    const cut = recipe.cut?.(cells) ?? [cells];
    if (cut.length > 1) book.changed('cut', index + 1, '', '', '', cut.length);
    numbers.push(...cut.map(() => index + 1));
    return cut;
  });
  return { rows: all, numbers };
}

const multiplied = (cell: Cell, times = 1): Cell =>
  typeof cell === 'number' && times !== 1 ? Number((cell * times).toPrecision(15)) : cell;

/** How many things a row tells: filled columns, those of one nested list counted once. */
const groups = (cells: string[], headings: readonly string[]): number =>
  new Set(headings.filter((_, index) => (cells[index] ?? '') !== '').map((heading) => heading.split('.')[0]))
    .size;

function findColumns(recipe: Recipe, sheet: Sheet, headings: readonly string[], rows: string[][]): Found[] {
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
    const cells = rows.map((row) => row[index] ?? '');
    const column: Column = {
      heading: headings[index]!,
      type: wanted.type ?? 'string',
      dayOrder: dayOrderOf(cells),
      decimal: decimalOf(cells),
      currency: currencySign(recipe.currency),
      utcOffset: wanted.utcOffset ?? 0,
    };
    return [{ wanted, index, column }];
  });
}
