import { yearOf } from './columnChunk.ts';
import { inTurn, type ColumnStore } from './columnStore.ts';
import type { GroupQuery, GroupRow } from './explorerQuery.ts';
import { MEETS, type Matching } from './matchingRows.ts';

/** One number stands for the keys of up to three columns of at most this many values: their product is exact. */
const BASE = 2 ** 17;

/** The values of a column by which rows are grouped: each cell gets a small number. */
class Keys {
  readonly names: string[] = [];
  readonly #store: ColumnStore;
  readonly #column: string;
  readonly #numbers = new Map<string, number>();
  readonly #byCode: number[] = [];

  constructor(store: ColumnStore, column: string) {
    this.#store = store;
    this.#column = column;
  }

  #key(name: string): number {
    let key = this.#numbers.get(name);
    if (key === undefined) {
      key = this.names.length;
      if (key === BASE) throw new Error(`the column ${this.#column} has too many values to group by`);
      this.#numbers.set(name, key);
      this.names.push(name);
    }
    return key;
  }

  /** A function from a row of a row group to its key. */
  of(group: number): (row: number) => number {
    const chunk = this.#store.loaded(this.#column, group)!;
    if (this.#store.isNumber(this.#column))
      return (row) => this.#key(Number.isNaN(chunk[row]) ? '' : String(chunk[row]));
    const { values } = this.#store.dictionary(this.#column);
    const isDate = this.#store.columns.get(this.#column)!.holds === 'date';
    return (row) => {
      const code = chunk[row]!;
      return (this.#byCode[code] ??= this.#key(
        isDate && values[code] !== '' ? String(yearOf(values[code]!)) : values[code]!,
      ));
    };
  }
}

/** Rows per group: how many, and the numbers of the measure one after another. */
interface Tally {
  groups: { keys: number[]; count: number; numbers: number }[];
  groupOfRow: Uint32Array;
  numberOfRow: Float64Array;
}

/** Groups the rows found. The result has no order. */
export async function groupedRows(
  store: ColumnStore,
  matching: Matching,
  query: GroupQuery,
): Promise<GroupRow[]> {
  const { by, measure, currency } = query;
  const keyColumns = [...by, ...(measure !== undefined && currency !== undefined ? [currency] : [])];
  const groups = await store.groups();
  const wanted = groups.map((_, at) => at).filter((at) => matching.masks[at] !== null);
  const needed = [...keyColumns, ...(measure === undefined ? [] : [measure])];
  await inTurn(wanted, async (at) => {
    const mask = matching.masks[at];
    if (!mask || mask.includes(MEETS)) await Promise.all(needed.map((column) => store.chunk(column, at)));
  });
  const keys = keyColumns.map((column) => new Keys(store, column));
  const tally = tallyRows(
    store,
    matching,
    wanted.map((at) => ({ at, rows: groups[at]!.rows })),
    keys,
    measure,
  );
  const numbers = measure === undefined ? undefined : numbersByGroup(tally);
  return tally.groups.map(({ keys: numbersOfKeys, count }, at) => {
    const names = numbersOfKeys.map((key, column) => keys[column]!.names[key]!);
    const group: GroupRow = { keys: names.slice(0, by.length), count };
    if (names.length > by.length) group.currency = names.at(-1)!;
    const own = numbers?.[at];
    if (own && own.length > 0) {
      group.sum = own.reduce((sum, number) => sum + number, 0);
      group.median = medianOf(own.sort());
    }
    return group;
  });
}

function tallyRows(
  store: ColumnStore,
  { found, masks }: Matching,
  wanted: readonly { at: number; rows: number }[],
  keys: readonly Keys[],
  measure: string | undefined,
): Tally {
  const groups: Tally['groups'] = [];
  const groupOfRow = new Uint32Array(found);
  const numberOfRow = new Float64Array(measure === undefined ? 0 : found);
  const known = new Map<number, number>();
  let next = 0;
  for (const { at, rows } of wanted) {
    const mask = masks[at];
    if (mask && !mask.includes(MEETS)) continue;
    const keyOf = keys.map((key) => key.of(at));
    const measured = measure === undefined ? undefined : store.loaded(measure, at)!;
    for (let row = 0; row < rows; row += 1) {
      if (mask && mask[row] !== MEETS) continue;
      let combined = 0;
      for (const key of keyOf) combined = combined * BASE + key(row);
      let group = known.get(combined);
      if (group === undefined) {
        group = groups.length;
        known.set(combined, group);
        groups.push({ keys: keyOf.map((key) => key(row)), count: 0, numbers: 0 });
      }
      groups[group]!.count += 1;
      groupOfRow[next] = group;
      if (measured) {
        numberOfRow[next] = measured[row]!;
        if (!Number.isNaN(measured[row])) groups[group]!.numbers += 1;
      }
      next += 1;
    }
  }
  return { groups, groupOfRow, numberOfRow };
}

/** The numbers of each group, in one array that is cut into pieces. */
function numbersByGroup({ groups, groupOfRow, numberOfRow }: Tally): Float64Array[] {
  const ends: number[] = [];
  let end = 0;
  for (const { numbers } of groups) ends.push((end += numbers));
  const all = new Float64Array(end);
  const next = groups.map(({ numbers }, at) => ends[at]! - numbers);
  for (let row = 0; row < groupOfRow.length; row += 1)
    if (!Number.isNaN(numberOfRow[row])) all[next[groupOfRow[row]!]!++] = numberOfRow[row]!;
  return groups.map(({ numbers }, at) => all.subarray(ends[at]! - numbers, ends[at]));
}

/** The middle of sorted numbers; of an even number of them, the mean of the two in the middle. */
function medianOf(sorted: Float64Array): number {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
