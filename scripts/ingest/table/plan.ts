import { CommandError } from '../../lib/fault.ts';
import { holdsNumbers, placeOf, type HeaderOption, type Sheet } from '../read/sheet.ts';
import { columnOf } from '../../rules/rule.ts';
import { whitespace } from '../../rules/whitespace.ts';
import { personalColumns } from '../names/personHeadings.ts';
import { safeCell } from '../names/safe.ts';
import { proposeFields, type ProposedField } from './propose.ts';
import { findShape, type NonData, type Shape } from './shape.ts';
import { secondTable } from './secondTable.ts';
import { stayedTexts, type StayedText } from './stayedText.ts';

/** A column of an edited `dataset.yaml`; it overrides what is inferred from the cells. */
export type GivenField = Pick<ProposedField, 'name' | 'type'>;

/** Everything that must be known of a table before its first row is cleaned. */
export interface TablePlan {
  /** The name of the sheet in faults. */
  place: string;
  /** The delimiter of delimited text. */
  delimiter?: string;
  headings: string[];
  /** Index of each column that is published; columns of persons are not. */
  kept: number[];
  /** The field of each kept column. */
  fields: ProposedField[];
  nonData: NonData;
  /** Whether a person gave the names and types of the columns. */
  isGiven: boolean;
  /** Whether the file holds numbers as such, not as they are printed. */
  isNative: boolean;
  /** Rows above the data: titles and the header. */
  above: number;
  titles: number;
  /** Columns headed as amounts or dates whose first rows did not show that. */
  stayedText: StayedText[];
}

/**
 * Infers the plan of a table from its first rows.
 * @param given name and type of each kept column, from an edited `dataset.yaml`
 * @throws CommandError where there is no header, or `given` has another number of columns
 */
export function planTable(
  rows: readonly string[][],
  sheet: Omit<Sheet, 'batches'>,
  given?: readonly GivenField[],
): TablePlan {
  const isNative = holdsNumbers(sheet);
  const place = placeOf(sheet);
  const shape = findShape(rows, { at: sheet.header, fixedCells: sheet.format !== 'delimited' });
  const { headings } = shape;
  checkHeader(shape, rows, sheet.header, place);
  const other = sheet.header === undefined ? secondTable(rows, shape) : null;
  if (other !== null)
    throw new CommandError(
      `${place}: ${other}; put each into a file or sheet of its own (--header ROW reads all rows under one header)`,
    );
  const personal = personalColumns(headings);
  const kept = headings.flatMap((_, index) => (personal[index] === true ? [] : [index]));
  const data = rows.filter(
    (cells, index) => index > shape.header && !shape.dropped.has(index) && !isTooWide(cells, headings),
  );
  const texts = tidyTexts(data, kept);
  const proposed = proposeFields(
    kept.map((index) => headings[index]!),
    texts,
    isNative,
    safeText,
  );
  if (given && given.length !== proposed.length)
    throw new CommandError(
      `${place} has ${proposed.length} columns, its dataset.yaml ${given.length} fields (delete it to have it proposed again)`,
    );
  const fields = proposed.map((field, index) => ({ ...field, ...given?.[index] }));
  return {
    place,
    ...(sheet.delimiter === undefined ? {} : { delimiter: sheet.delimiter }),
    headings,
    kept,
    fields,
    nonData: shape.nonData,
    isGiven: given !== undefined,
    isNative,
    above: shape.header + 1,
    titles: shape.titles,
    stayedText: stayedTexts(fields, texts).map((one) => ({
      ...one,
      commonest: safeText(one.commonest, one.column),
    })),
  };
}

/** @throws CommandError where there is no header, or what a person or the rows say of it cannot be */
function checkHeader(
  { headings, doubtful, dropped }: Shape,
  rows: readonly string[][],
  at: HeaderOption | undefined,
  place: string,
): void {
  if (typeof at === 'number' && (rows[at - 1] ?? []).every((cell) => cell.trim() === ''))
    throw new CommandError(`${place}: --header ${at}, and row ${at} is empty or does not exist`);
  if (headings.length === 0) throw new CommandError(`${place}: no header was found (a row of column names)`);
  if (typeof at === 'object') {
    const widest = rows.reduce(
      (most, cells, index) => (dropped.has(index) ? most : Math.max(most, lastFilled(cells) + 1)),
      0,
    );
    if (widest !== at.length)
      throw new CommandError(`${place}: --header names ${at.length} columns, the rows have ${widest}`);
  }
  if (doubtful < 0) return;
  const row = doubtful + 1;
  const shown = (rows[row - 1] ?? []).slice(0, 3).map((cell) => `"${safeText(cell, '')}"`);
  throw new CommandError(
    `${place}:${row} should be a row of column names, and rows here look like data (it begins ${shown.join(', ')}); --no-header reads all rows as data, --header "a,b,c" names the columns, --header ${row} takes that row as the names`,
  );
}

const lastFilled = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell.trim() !== '');

/** Whether a row has something in a cell beyond the header's last. */
export const isTooWide = (cells: readonly string[], headings: readonly string[]): boolean =>
  cells.length > headings.length && cells.slice(headings.length).some((cell) => cell.trim() !== '');

/** The kept cells of rows without surrounding white space; each text is cleaned once. Their types are inferred before anything is masked. */
function tidyTexts(rows: readonly string[][], kept: number[]): string[][] {
  const known = new Map<string, string>();
  return rows.map((cells) =>
    kept.map((index) => {
      const raw = cells[index] ?? '';
      let tidy = known.get(raw);
      if (tidy === undefined) known.set(raw, (tidy = whitespace.clean(raw, TEXT)));
      return tidy;
    }),
  );
}

const IGNORED = { masked: () => undefined };
const TEXT = columnOf('string');
const safeText = (text: string, heading: string): string => safeCell(text, heading, IGNORED);
