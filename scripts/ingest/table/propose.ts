import { isDateHeading } from '../../rules/dateHeading.ts';
import { evidenceOf } from '../../rules/evidence.ts';
import { INEXACT, readerOf, type CellReader, type ReadCell } from './cell.ts';
import { currencyOf } from '../../rules/currency.ts';
import { decimalProof } from '../../rules/decimalSign.ts';
import { isAmount, type Column, type DayOrder } from '../../rules/rule.ts';
import { cleanerOf, INGEST_RULES } from '../../rules/rules.ts';
import { isIdentifierHeading, isCodeCell } from './identifier.ts';

/** The proposed description of a column, for a person to edit. */
export interface ProposedField extends Column {
  name: string;
  /** The proportion of the filled cells that fit the type. */
  sureness: number;
  filled: number;
  examples: string[];
  /** Whether the order of day and month is known only from dates that are all of one month. */
  isOrderGuessed?: boolean;
  /** The separator that is taken for one of thousands without a proof. */
  thousandsGuessed?: 'point' | 'comma';
  /** The column stayed text since its cells allow two readings as numbers; one of them. */
  unsure?: string;
}

const ENOUGH = 0.95;
const EXAMPLES = 3;
/** A number that a date may be kept as: it is one only where the heading says so. */
const DATE_NUMBER = /^(?!(?:19|20)\d\d$)\d{4,5}(\.\d+)?$|^1\d{6}$|^[1-4]\d{9}(\d{3})?$/;

/** The filled cells of a column: each text once, with how often it occurs. */
type Counts = ReadonlyMap<string, number>;

/**
 * Proposes names and types of the columns of a table, each from all its cells.
 * @param isNative whether the file holds numbers as such (a workbook, JSON)
 * @param safe makes of an example, in a column of text, one without personal data
 */
export function proposeFields(
  headings: string[],
  rows: readonly (readonly string[])[],
  isNative = false,
  safe: (cell: string, heading: string) => string = (cell) => cell,
): ProposedField[] {
  // `row` is the number of the row.
  const names = new Map([['row', 1]]);
  const columns = headings.map((_, index) => countsOf(rows, index));
  const evidence = columns.map((counts) => evidenceOf(counts.keys(), isNative));
  // All columns of a table use one order of day and month: where it is unclear, a column is read like the others.
  const orders = new Set(evidence.map(({ dayOrder }) => dayOrder).filter((order) => order !== 'unclear'));
  const [tableOrder]: DayOrder[] = orders.size === 1 ? [...orders] : ['unclear'];
  return headings.map((heading, index) => {
    const counts = columns[index]!;
    const { dayOrder } = evidence[index]!;
    const currency = currencyOf(counts);
    const column = {
      heading,
      dayOrder: dayOrder === 'unclear' ? tableOrder! : dayOrder,
      decimal: evidence[index]!.decimal({ heading, currency }),
      currency,
      utcOffset: 0,
    };
    const type = typeOf(counts, column);
    const isOrderGuessed = evidence[index]!.isOrderGuessed && orders.size === 1;
    const thousandsGuessed = isAmount({ ...column, ...type }) ? evidence[index]!.guessed : null;
    const examples = [...counts.keys()].slice(0, EXAMPLES);
    return {
      ...column,
      name: uniqueName(heading, index, names),
      ...type,
      ...(isOrderGuessed ? { isOrderGuessed } : {}),
      ...(thousandsGuessed === null ? {} : { thousandsGuessed }),
      filled: sumOf(counts.values()),
      examples: type.type === 'string' ? examples.map((cell) => safe(cell, heading)) : examples,
    };
  });
}

function countsOf(rows: readonly (readonly string[])[], column: number): Counts {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const cell = (row[column] ?? '').trim();
    if (cell !== '') counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return counts;
}

function sumOf(counts: Iterable<number>): number {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
}

/** A cell that is evidence for the type of its column, with the types it could have. */
interface TypedCell {
  count: number;
  isNumber: boolean;
  isYear: boolean;
  isDate: boolean;
}

function typeOf(
  counts: Counts,
  column: Omit<Column, 'type'>,
): Pick<ProposedField, 'type' | 'sureness' | 'unsure'> {
  const text = { type: 'string', sureness: 1 } as const;
  const datesAsNumbers = isDateHeading(column.heading);
  if (isIdentifierHeading(column.heading) && !datesAsNumbers) return text;
  const unsure = unsureType(counts, column);
  if (unsure !== null) return { ...text, unsure };
  const readers = new Map<Column['type'], CellReader>();
  const readAs = (type: Column['type'], cell: string): ReadCell => {
    let reader = readers.get(type);
    if (!reader) readers.set(type, (reader = readerOf({ ...column, type })));
    return reader.read(cell);
  };
  const fits = (type: Column['type'], cell: string): boolean => readAs(type, cell).what === undefined;
  const isYear = (cell: string): boolean => /^(19|20)\d{2}$/.test(cell);
  const isDate = (cell: string): boolean =>
    fits('partial-date', cell) && (datesAsNumbers || !DATE_NUMBER.test(cell));
  // A dash, or a word for a missing value, fits every type and is no evidence.
  const typed: TypedCell[] = [];
  let [all, strange] = [0, 0];
  const most = sumOf(counts.values()) * (1 - ENOUGH);
  for (const [cell, count] of counts) {
    const read = readAs('number', cell);
    if (read.cell === null) continue;
    const isNumber = read.what === undefined;
    const one = { count, isNumber, isYear: isYear(cell), isDate: isDate(cell) };
    typed.push(one);
    all += count;
    // Fits no type; above the tolerated number the column is text, and the rest need not be read.
    if (!isNumber && !one.isYear && !one.isDate) strange += count;
    if (strange > most) return text;
  }
  if (all === 0) return text;
  /** The proportion of the cells that fit a type, or 0 where it is too low. */
  const share = (is: Exclude<keyof TypedCell, 'count'>): number => {
    const passed = sumOf(typed.map((one) => (one[is] ? one.count : 0))) / all;
    return passed < ENOUGH ? 0 : passed;
  };
  const year = share('isYear');
  if (year > 0) return { type: 'year', sureness: year };
  const date = share('isDate');
  if (date > 0) return { type: 'partial-date', sureness: date };
  // A code with a letter or leading zeros, or more digits than a number can hold, is text.
  const distinct = [...counts.keys()];
  const isCode = distinct.some(
    (cell) => isCodeCell(cell, column.heading) || readAs('number', cell).what === INEXACT,
  );
  const number = isCode ? 0 : share('isNumber');
  if (number === 0) return text;
  const whole = distinct.every((cell) => fits('integer', cell) || !fits('number', cell));
  return { type: whole ? 'integer' : 'number', sureness: number };
}

/** A cell that leaves it open whether a column of numbers has decimals or thousands; `null` where it is another column. */
function unsureType(counts: Counts, column: Omit<Column, 'type'>): string | null {
  if (column.decimal !== 'unsure') return null;
  const { clean } = cleanerOf({ ...column, type: 'number' }, INGEST_RULES);
  let [numbers, all] = [0, 0];
  let first: string | null = null;
  for (const [cell, count] of counts) {
    all += count;
    const either = decimalProof(clean(cell))?.startsWith('either') === true;
    if (either) first ??= cell;
    if (either || /^-?\d+$/.test(clean(cell))) numbers += count;
  }
  return numbers < all * ENOUGH ? null : first;
}

/** A unique name in snake_case, from the heading where it has Latin letters, else by position: `Paid`, `Paid 2`, `Paid` are `paid`, `paid_2`, `paid_3`. */
function uniqueName(heading: string, column: number, taken: Map<string, number>): string {
  const base =
    heading
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .replace(/^(?=\d)/, 'c_') || `column_${column + 1}`;
  let count = (taken.get(base) ?? 0) + 1;
  while (count > 1 && taken.has(`${base}_${count}`)) count += 1;
  taken.set(base, count);
  if (count === 1) return base;
  const name = `${base}_${count}`;
  taken.set(name, 1);
  return name;
}
