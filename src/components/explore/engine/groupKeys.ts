import { yearOf } from './columnChunk.ts';
import type { ColumnStore } from './columnStore.ts';
import { MEETS, type Matching } from './matchingRows.ts';

/** The values of a column by which rows are grouped, and the number of that of each row found. */
export interface RowKeys {
  names: string[];
  keyOfRow: Uint32Array;
}

/** The keys of the rows found: of dates the years. */
export function keysOfRows(
  store: ColumnStore,
  { found, masks }: Matching,
  wanted: readonly number[],
  column: string,
): RowKeys {
  const keys = new KeyNumbers();
  const keyOfRow = new Uint32Array(found);
  const isNumber = store.isNumber(column);
  const table = isNumber ? undefined : keysOfCodes(store, column, keys);
  let next = 0;
  for (const at of wanted) {
    const mask = masks[at];
    const chunk = store.loaded(column, at)!;
    if (table) {
      for (let row = 0; row < chunk.length; row += 1)
        if (!mask || mask[row] === MEETS) keyOfRow[next++] = table[chunk[row]!]!;
    } else {
      let [last, key] = [Number.POSITIVE_INFINITY, 0];
      for (let row = 0; row < chunk.length; row += 1) {
        if (mask && mask[row] !== MEETS) continue;
        const number = chunk[row]!;
        if (number !== last) key = keys.of(Number.isNaN(number) ? '' : String(number));
        last = number;
        keyOfRow[next++] = key;
      }
    }
  }
  return { names: keys.names, keyOfRow };
}

/** The key of each code of a dictionary. */
function keysOfCodes(store: ColumnStore, column: string, keys: KeyNumbers): Uint32Array {
  const isDate = store.columns.get(column)!.holds === 'date';
  const { values } = store.dictionary(column);
  return Uint32Array.from(values, (value) => keys.of(isDate && value !== '' ? String(yearOf(value)) : value));
}

/** Numbers keys in the order in which they come. */
class KeyNumbers {
  readonly names: string[] = [];
  readonly #numbers = new Map<string, number>();

  of(name: string): number {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.names.push(name) - 1;
      this.#numbers.set(name, number);
    }
    return number;
  }
}
