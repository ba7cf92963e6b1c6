import { yearOf, type Chunk } from './columnChunk.ts';
import { inTurn, type ColumnStore } from './columnStore.ts';
import { columnsOf, type Condition } from './explorerQuery.ts';

/** In a mask: the row meets every condition. A number `k` from 1 on: it fails only the condition `k - 1`. */
export const MEETS = 0;
const FAILS_MORE = 255;

/** Which rows meet the conditions. */
export interface Matching {
  found: number;
  /** A mask per row group; `undefined` where all its rows meet the conditions, `null` where none does and none would with one fewer. */
  masks: (Uint8Array | null | undefined)[];
  /** The column of each condition, for facets, which leave out the condition on their own column. */
  columns: (string | undefined)[];
}

/**
 * Judges the rows of a table. Row groups that the statistics exclude are not read, and a condition is read only where the ones before it leave rows.
 * @param facets columns whose values are counted as if there were no condition on them
 * @param progress row groups judged so far, and their number
 */
export async function matchingRows(
  store: ColumnStore,
  conditions: readonly Condition[],
  facets: readonly string[] = [],
  progress: (done: number, of: number) => void = () => undefined,
): Promise<Matching> {
  const columns = conditions.map((condition) => (condition.kind === 'words' ? undefined : condition.column));
  if (conditions.length === 0) return { found: store.rows, masks: [], columns };
  const costs = await Promise.all(conditions.map((condition) => store.cost(condition)));
  const tests = conditions.map((condition, at) => ({
    condition,
    number: at + 1,
    isFacet: facets.includes(columns[at] ?? ''),
    passes: passing(store, condition),
  }));
  const possible = await Promise.all(conditions.map((condition) => store.possible(condition)));
  const ordered = tests.sort((a, b) => costs[a.number - 1]! - costs[b.number - 1]!);
  const groups = await store.groups();
  const masks: (Uint8Array | null)[] = [];
  let [found, done] = [0, 0];
  await inTurn(groups, async ({ rows }, at) => {
    const mask = new Uint8Array(rows);
    let open = true;
    // Those that the statistics already fail cost nothing.
    for (const { number, isFacet } of ordered)
      if (!possible[number - 1]![at]) open = failAll(mask, number) && (isFacet || hasRows(mask, ordered));
    for (const { condition, number, passes } of ordered) {
      if (!open) break;
      if (!possible[number - 1]![at]) continue;
      const chunks = await Promise.all(columnsOf(condition).map((column) => store.chunk(column, at)));
      passes(chunks, mask, number);
      open = hasRows(mask, ordered);
    }
    masks[at] = open ? mask : null;
    if (open) for (let row = 0; row < rows; row += 1) if (mask[row] === MEETS) found += 1;
    progress((done += 1), groups.length);
  });
  return { found, masks, columns };
}

/** Whether a mask has rows that are shown, or counted by the facet of the one condition that they fail. */
function hasRows(mask: Uint8Array, tests: readonly { number: number; isFacet: boolean }[]): boolean {
  const counted = new Uint8Array(FAILS_MORE + 1);
  counted[MEETS] = 1;
  for (const { number, isFacet } of tests) if (isFacet) counted[number] = 1;
  for (let row = 0; row < mask.length; row += 1) if (counted[mask[row]!]) return true;
  return false;
}

const fail = (state: number, number: number): number => (state === MEETS ? number : FAILS_MORE);

function failAll(mask: Uint8Array, number: number): true {
  for (let row = 0; row < mask.length; row += 1) mask[row] = fail(mask[row]!, number);
  return true;
}

type Passes = (chunks: readonly Chunk[], mask: Uint8Array, number: number) => void;

/** Marks in a mask the rows that fail a condition. A text is judged once, however many rows have it. */
function passing(store: ColumnStore, condition: Condition): Passes {
  if (condition.kind === 'range' && store.isNumber(condition.column)) {
    const { least = -Infinity, most = Infinity } = condition;
    return ([chunk], mask, number) => {
      const numbers = chunk as Float64Array;
      for (let row = 0; row < mask.length; row += 1)
        if (!(numbers[row]! >= least && numbers[row]! <= most)) mask[row] = fail(mask[row]!, number);
    };
  }
  if (condition.kind === 'words') {
    const tests = condition.words.map((word) =>
      condition.columns.map((column) => wordTest(store, column, word.toLowerCase())),
    );
    return (chunks, mask, number) => {
      const all = new Uint8Array(mask.length).fill(1);
      for (const columns of tests) {
        const found = new Uint8Array(mask.length);
        for (const [at, mark] of columns.entries()) mark(chunks[at]!, found);
        for (let row = 0; row < all.length; row += 1) all[row]! &= found[row]!;
      }
      for (let row = 0; row < mask.length; row += 1) if (!all[row]) mask[row] = fail(mask[row]!, number);
    };
  }
  if (store.isNumber(condition.column)) {
    const wanted = new Set(condition.kind === 'is' ? condition.values : []);
    return ([chunk], mask, number) => {
      for (let row = 0; row < mask.length; row += 1) {
        const value = chunk![row]!;
        if (!wanted.has(Number.isNaN(value) ? '' : String(value))) mask[row] = fail(mask[row]!, number);
      }
    };
  }
  const verdict = verdictsOf(store, condition.column, textTest(condition));
  return ([chunk], mask, number) => {
    const table = verdict();
    for (let row = 0; row < mask.length; row += 1)
      if (!table[chunk![row]!]) mask[row] = fail(mask[row]!, number);
  };
}

/** Marks the rows in which a column has a word, in its text, its number or the label of its code. */
function wordTest(
  store: ColumnStore,
  column: string,
  word: string,
): (chunk: Chunk, found: Uint8Array) => void {
  if (store.isNumber(column))
    return (chunk, found) => {
      for (let row = 0; row < chunk.length; row += 1)
        if (!Number.isNaN(chunk[row]!) && String(chunk[row]!).includes(word)) found[row] = 1;
    };
  const verdict = verdictsOf(store, column, (text) => {
    const label = store.label(column, text);
    return text.toLowerCase().includes(word) || (label !== text && label.toLowerCase().includes(word));
  });
  return (chunk, found) => {
    const table = verdict();
    for (let row = 0; row < chunk.length; row += 1) if (table[chunk[row]!]) found[row] = 1;
  };
}

function textTest(condition: Exclude<Condition, { kind: 'words' }>): (text: string) => boolean {
  if (condition.kind === 'is') {
    const wanted = new Set(condition.values);
    return (text) => wanted.has(text);
  }
  const { least = -Infinity, most = Infinity } = condition;
  return (text) => yearOf(text) >= least && yearOf(text) <= most;
}

/** The verdicts on all texts of a dictionary by code, 1 where a text meets the test; it grows while row groups are read. */
function verdictsOf(store: ColumnStore, column: string, test: (text: string) => boolean): () => Uint8Array {
  let verdicts = new Uint8Array();
  let judged = 0;
  const { values } = store.dictionary(column);
  return () => {
    if (verdicts.length < values.length) {
      const grown = new Uint8Array(values.length * 2);
      grown.set(verdicts);
      verdicts = grown;
    }
    for (; judged < values.length; judged += 1) if (test(values[judged]!)) verdicts[judged] = 1;
    return verdicts;
  };
}
