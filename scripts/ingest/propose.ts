import { readAmount } from './amount.ts';

/** What a column looks like: a proposal that a person edits. */
export interface ProposedField {
  name: string;
  heading: string;
  type: 'string' | 'integer' | 'number' | 'year' | 'partial-date';
  /** Share of the filled cells that fit the type. */
  sureness: number;
  filled: number;
  examples: string[];
}

const ENOUGH = 0.95;
const EXAMPLES = 3;
const DATE =
  /^\d{4}([-/.年]\d{1,2}([-/.月]\d{1,2}日?)?)?(\s+\d{1,2}:\d{2}(:\d{2})?)?$|^\d{1,2}\/\d{1,2}\/\d{4}$/;

/** Proposes names and types of the columns of a table. */
export function proposeFields(headings: string[], rows: string[][]): ProposedField[] {
  const names = new Map<string, number>();
  return headings.map((heading, column) => {
    const cells = rows.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
    const { type, sureness } = typeOf(cells);
    return {
      name: uniqueName(heading, column, names),
      heading,
      type,
      sureness,
      filled: cells.length,
      examples: [...new Set(cells)].slice(0, EXAMPLES),
    };
  });
}

function typeOf(cells: string[]): Pick<ProposedField, 'type' | 'sureness'> {
  if (cells.length === 0) return { type: 'string', sureness: 1 };
  const share = (fits: (cell: string) => boolean): number => cells.filter(fits).length / cells.length;
  // A code with leading zeros or more digits than a number can hold is text.
  const isCode = cells.some((cell) => /^0\d+$/.test(cell) || /^\d{16,}$/.test(cell));
  const year = share((cell) => /^(19|20)\d{2}$/.test(cell));
  if (year >= ENOUGH) return { type: 'year', sureness: year };
  const date = share((cell) => DATE.test(cell));
  if (date >= ENOUGH) return { type: 'partial-date', sureness: date };
  const number = isCode ? 0 : share((cell) => readAmount(cell) !== null || /^[-–—]$/.test(cell));
  if (number >= ENOUGH) {
    const whole = cells.every((cell) => Number.isInteger(readAmount(cell) ?? 0));
    return { type: whole ? 'integer' : 'number', sureness: number };
  }
  return { type: 'string', sureness: 1 };
}

/** A name in snake_case, from the heading where it has Latin letters, else by position; never twice. */
function uniqueName(heading: string, column: number, taken: Map<string, number>): string {
  const base =
    heading
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .replace(/^(?=\d)/, 'c_') || `column_${column + 1}`;
  const count = (taken.get(base) ?? 0) + 1;
  taken.set(base, count);
  return count === 1 ? base : `${base}_${count}`;
}
