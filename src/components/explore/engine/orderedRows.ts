import { inTurn, type ColumnStore } from './columnStore.ts';
import { MEETS, type Matching } from './matchingRows.ts';

/**
 * The numbers, within the table, of the rows found: at most `size` from `start` on in the order asked for; empty cells come last either way, and rows
 * of one value keep the order of the files.
 * @param sort a column, with a minus in front for descending; empty for the order of the files
 */
export async function orderedRows(
  store: ColumnStore,
  matching: Matching,
  sort: string,
  { start, size, language }: { start: number; size: number; language: string },
): Promise<number[]> {
  if (sort === '') return inFileOrder(store, matching, start, size);
  const column = sort.replace(/^-/, '');
  const groups = await store.groups();
  const wanted = groups.map((_, at) => at).filter((at) => matching.masks[at] !== null);
  await inTurn(wanted, async (at) => void (await store.chunk(column, at)));
  const rank = rankOf(store, column, sort.startsWith('-') ? -1 : 1, language);
  const keys = new Float64Array(matching.found);
  const rows = new Uint32Array(matching.found);
  let next = 0;
  for (const at of wanted) {
    const mask = matching.masks[at];
    const chunk = store.loaded(column, at)!;
    for (let row = 0; row < chunk.length; row += 1) {
      if (mask && mask[row] !== MEETS) continue;
      keys[next] = rank(chunk[row]!);
      rows[next++] = groups[at]!.first + row;
    }
  }
  return pick(keys, rows, start, Math.min(keys.length, start + size));
}

/** The rows of the given places in the order: the keys alone are sorted, which is fast, and then only the rows at or below the last of them. */
function pick(keys: Float64Array, rows: Uint32Array, start: number, end: number): number[] {
  if (end <= start) return [];
  const last = keys.slice().sort()[end - 1]!;
  const below: number[] = [];
  const equal: number[] = [];
  for (let at = 0; at < keys.length; at += 1) {
    if (keys[at]! < last) below.push(at);
    else if (keys[at] === last && equal.length < end) equal.push(at);
  }
  below.sort((a, b) => keys[a]! - keys[b]! || a - b);
  return [...below, ...equal].slice(start, end).map((at) => rows[at]!);
}

/** The place of a cell in the order as a number; empty cells at the end. */
function rankOf(
  store: ColumnStore,
  column: string,
  sign: 1 | -1,
  language: string,
): (cell: number) => number {
  if (store.isNumber(column)) return (cell) => (Number.isNaN(cell) ? Infinity : sign * cell);
  const { values } = store.dictionary(column);
  const { compare } = new Intl.Collator(language, { numeric: true });
  const ranks = new Float64Array(values.length);
  const shown = values.map((value) => store.label(column, value));
  values
    .map((_, code) => code)
    .sort((a, b) => compare(shown[a]!, shown[b]!))
    .forEach((code, place) => (ranks[code] = sign * place));
  ranks[0] = Infinity;
  return (code) => ranks[code]!;
}

async function inFileOrder(
  store: ColumnStore,
  { masks }: Matching,
  start: number,
  size: number,
): Promise<number[]> {
  const picked: number[] = [];
  if (masks.length === 0) {
    for (let row = start; row < Math.min(store.rows, start + size); row += 1) picked.push(row);
    return picked;
  }
  let skip = start;
  const groups = await store.groups();
  for (const [at, { first, rows }] of groups.entries()) {
    const mask = masks[at];
    if (!mask) continue;
    for (let row = 0; row < rows && picked.length < size; row += 1)
      if (mask[row] === MEETS && skip-- <= 0) picked.push(first + row);
  }
  return picked;
}
