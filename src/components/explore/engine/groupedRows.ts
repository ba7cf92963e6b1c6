import { inTurn, type ColumnStore } from './columnStore.ts';
import type { GroupQuery, GroupRow } from './explorerQuery.ts';
import { keysOfRows, type RowKeys } from './groupKeys.ts';
import { MEETS, type Matching } from './matchingRows.ts';
import { medianOf } from './medianOf.ts';

/** Groups that a result has at most: more are not read by anyone, and fill the memory of a phone. */
const MOST = 2 ** 17;

/** Pairs of a group and a key that are looked up in an array; more are looked up in a map, which is slower. */
const DENSE = 2 ** 22;

/** Groups the rows found. The result has no order. @throws Error where there are too many groups */
export async function groupedRows(
  store: ColumnStore,
  matching: Matching,
  query: GroupQuery,
): Promise<GroupRow[]> {
  const { by, measure, currency } = query;
  const keyColumns = [...by, ...(measure !== undefined && currency !== undefined ? [currency] : [])];
  const groups = await store.groups();
  const needed = [...keyColumns, ...(measure === undefined ? [] : [measure])];
  const wanted = groups
    .map((_, at) => at)
    .filter((at) => matching.masks[at] === undefined || matching.masks[at]?.includes(MEETS));
  await inTurn(wanted, async (at) => {
    await Promise.all(needed.map((column) => store.chunk(column, at)));
  });
  const keys = keyColumns.map((column) => keysOfRows(store, matching, wanted, column));
  const [groupOfRow, keysOfGroups] = combine(keys, matching.found);
  const counts = new Uint32Array(keysOfGroups.length);
  for (let row = 0; row < groupOfRow.length; row += 1) counts[groupOfRow[row]!]! += 1;
  const numbers =
    measure === undefined
      ? undefined
      : numbersByGroup(numbersOfRows(store, matching, wanted, measure), groupOfRow, counts);
  return keysOfGroups.map((numbersOfKeys, at) => {
    const names = numbersOfKeys.map((key, column) => keys[column]!.names[key]!);
    const group: GroupRow = { keys: names.slice(0, by.length), count: counts[at]! };
    if (names.length > by.length) group.currency = names.at(-1)!;
    const own = numbers?.[at];
    if (own && own.length > 0) {
      let sum = 0;
      for (const number of own) sum += number;
      group.sum = sum;
      group.median = medianOf(own);
    }
    return group;
  });
}

/** The group of each row, and the keys of each group: column after column, a group is divided by the keys of its rows. */
function combine(keys: readonly RowKeys[], found: number): [groupOfRow: Uint32Array, groups: number[][]] {
  let groupOfRow = new Uint32Array(found);
  let groups: number[][] = found > 0 ? [[]] : [];
  for (const { names, keyOfRow } of keys) {
    const [first] = keyOfRow;
    if (keyOfRow.every((key) => key === first)) {
      // The same key in all rows divides no group.
      for (const group of groups) group.push(first!);
      continue;
    }
    const width = names.length;
    const next = new Uint32Array(found);
    const divided: number[][] = [];
    const isDense = groups.length * width <= DENSE;
    // The number of a new group plus one, so that zero is none.
    const dense = new Uint32Array(isDense ? groups.length * width : 0);
    const sparse = new Map<number, number>();
    for (let row = 0; row < found; row += 1) {
      const pair = groupOfRow[row]! * width + keyOfRow[row]!;
      let group = isDense ? dense[pair]! : (sparse.get(pair) ?? 0);
      if (group === 0) {
        group = divided.push([...groups[groupOfRow[row]!]!, keyOfRow[row]!]);
        if (group > MOST) throw new Error('there are too many values to group by');
        if (isDense) dense[pair] = group;
        else sparse.set(pair, group);
      }
      next[row] = group - 1;
    }
    [groupOfRow, groups] = [next, divided];
  }
  return [groupOfRow, groups];
}

/** The numbers of a column, of the rows found. */
function numbersOfRows(
  store: ColumnStore,
  { found, masks }: Matching,
  wanted: readonly number[],
  column: string,
): Float64Array {
  const numbers = new Float64Array(found);
  let next = 0;
  for (const at of wanted) {
    const mask = masks[at];
    const chunk = store.loaded(column, at)! as Float64Array;
    if (mask) {
      for (let row = 0; row < chunk.length; row += 1) if (mask[row] === MEETS) numbers[next++] = chunk[row]!;
    } else {
      numbers.set(chunk, next);
      next += chunk.length;
    }
  }
  return numbers;
}

/** The numbers of each group, without empty ones, in one array that is cut into pieces. */
function numbersByGroup(
  numberOfRow: Float64Array,
  groupOfRow: Uint32Array,
  counts: Uint32Array,
): Float64Array[] {
  const starts = new Uint32Array(counts.length);
  for (let group = 1; group < counts.length; group += 1)
    starts[group] = starts[group - 1]! + counts[group - 1]!;
  const next = starts.slice();
  const all = new Float64Array(numberOfRow.length);
  for (let row = 0; row < numberOfRow.length; row += 1) {
    const number = numberOfRow[row]!;
    if (!Number.isNaN(number)) all[next[groupOfRow[row]!]!++] = number;
  }
  return Array.from(starts, (start, group) => all.subarray(start, next[group]));
}
