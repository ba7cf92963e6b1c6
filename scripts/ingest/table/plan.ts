import type { Cell } from '../../../src/model/row.ts';
import { CommandError } from '../../lib/fault.ts';
import { readCell } from './cell.ts';
import { MASK, PERSONAL_COLUMN } from '../names/personal.ts';
import { proposeFields, type ProposedField } from './propose.ts';
import type { Column } from '../../rules/rule.ts';
import { whitespace } from '../../rules/whitespace.ts';
import { safeCell } from '../names/safe.ts';
import { findShape, type NoData } from './shape.ts';

/** A column as a person put it in `dataset.yaml`; it overrules what the cells look like. */
export type GivenField = Pick<ProposedField, 'name' | 'type'>;

/** All that has to be known of a table before its first row is cleaned; plain data, so that it can go to another thread. */
export interface TablePlan {
  /** The sheet as faults name it. */
  place: string;
  headings: string[];
  /** Index of each column that is published; columns of persons are not. */
  kept: number[];
  /** What becomes of each kept column. */
  fields: ProposedField[];
  noData: NoData;
  /** Rows above the data: titles and the header. */
  above: number;
  titles: number;
}

/**
 * Reads the plan of a table from its rows, or from as many of the first as were looked at.
 * @param given name and type of each column that is kept, from an edited `dataset.yaml`
 * @throws CommandError where there is no header, or `given` has another number of columns
 */
export function planTable(rows: string[][], place: string, given?: readonly GivenField[]): TablePlan {
  const shape = findShape(rows);
  const { headings } = shape;
  if (headings.length === 0) throw new CommandError(`${place}: no header was found (a row of column names)`);
  const kept = headings.flatMap((heading, index) => (PERSONAL_COLUMN.test(heading) ? [] : [index]));
  const data = rows.filter(
    (cells, index) => index > shape.header && !shape.dropped.has(index) && !isTooWide(cells, headings),
  );
  const proposed = proposeFields(
    kept.map((index) => headings[index]!),
    safeTexts(data, kept, headings),
  );
  if (given && given.length !== proposed.length)
    throw new CommandError(
      `${place} has ${proposed.length} columns, its dataset.yaml ${given.length} fields (delete it to have it proposed anew)`,
    );
  return {
    place,
    headings,
    kept,
    fields: proposed.map((field, index) => ({ ...field, ...given?.[index] })),
    noData: shape.noData,
    above: shape.header + 1,
    titles: shape.titles,
  };
}

/** Whether a row has something in a cell beyond the header's last. */
export const isTooWide = (cells: readonly string[], headings: readonly string[]): boolean =>
  cells.length > headings.length && cells.slice(headings.length).some((cell) => cell.trim() !== '');

/** The kept cells of rows as texts without personal data; a text that stands often is looked at once. */
function safeTexts(rows: string[][], kept: number[], headings: string[]): string[][] {
  const known = kept.map(() => new Map<string, string>());
  return rows.map((cells) =>
    kept.map((index, at) => {
      const raw = cells[index] ?? '';
      const safe = known[at]!.get(raw) ?? safeText(raw, headings[index]!);
      known[at]!.set(raw, safe);
      return safe;
    }),
  );
}

const IGNORED = { masked: () => undefined };
const safeText = (raw: string, heading: string): string =>
  safeCell(whitespace.clean(raw, ANY), heading, IGNORED);

/** The column that white space is cleaned as: any, the rule asks nothing of it. */
export const ANY = {
  heading: '',
  type: 'string',
  dayOrder: 'unclear',
  decimal: 'point',
  currency: null,
  utcOffset: 0,
} as const satisfies Column;

/** What became of one raw text in one column: it hangs on nothing else, so it can be remembered. */
export interface CleanedCell {
  /** As published; `null` where nothing was, or the cell is at fault. */
  cell: Cell;
  /** Texts without personal data, for the ledger's examples. */
  changes: { rule: string; before: string; after: string }[];
  masked: { kind: string; count: number }[];
  fault?: { value: string; what: string; right: string };
}

/** A raw text as its column publishes it: white space, personal data, then the rules of the column's type. */
export function cleanCell(raw: string, field: ProposedField): CleanedCell {
  const changes: CleanedCell['changes'] = [];
  const masked: CleanedCell['masked'] = [];
  const trimmed = whitespace.clean(raw, ANY);
  const safe = safeCell(trimmed, field.heading, {
    masked: (kind, _column, count = 1) => masked.push({ kind, count }),
  });
  if (trimmed !== raw)
    changes.push({ rule: whitespace.name, before: safe === trimmed ? raw : MASK, after: safe });
  const read = readCell(safe, field, (rule, before, after) => changes.push({ rule, before, after }));
  return read.what === undefined
    ? { cell: read.cell, changes, masked }
    : { cell: null, changes, masked, fault: { value: safe, what: read.what, right: read.right } };
}
