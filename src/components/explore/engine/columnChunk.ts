import type { DecodedArray } from 'hyparquet';

/** The cells of a column in one row group: codes of a dictionary, or numbers with NaN for empty cells. */
export type Chunk = Uint16Array | Uint32Array | Float64Array;

/** The code of an empty cell. */
export const EMPTY = 0;

const decoder = new TextDecoder();

/** Codes for the distinct texts of a column, over all row groups: a million cells take two or four bytes each. */
export class Dictionary {
  /** The text of each code; that of an empty cell is empty. */
  readonly values: string[] = [''];
  readonly #codes = new Map<string, number>([['', EMPTY]]);

  code(text: string): number {
    let code = this.#codes.get(text);
    if (code === undefined) {
      code = this.values.length;
      this.values.push(text);
      this.#codes.set(text, code);
    }
    return code;
  }

  /** Reads a text of a file as its code: a dictionary page of the file is then decoded once, and not once a cell. */
  readonly codeFromBytes = (bytes: Uint8Array | undefined): number | undefined =>
    bytes && this.code(decoder.decode(bytes));

  /** Joins the pages of a row group; texts were read as codes, cells of other types are replaced by the codes of their texts. */
  encode(pages: readonly DecodedArray[], rows: number): Uint16Array | Uint32Array {
    const codes = new Uint32Array(rows);
    let next = 0;
    for (const cells of pages)
      for (let at = 0; at < cells.length; at += 1) {
        const cell: unknown = cells[at];
        codes[next++] =
          typeof cell === 'number'
            ? cell
            : cell === null || cell === undefined
              ? EMPTY
              : this.code(String(cell));
      }
    return this.values.length <= 0x10000 ? Uint16Array.from(codes) : codes;
  }
}

/** The numbers of a row group as they are compared: NaN where a cell is empty. */
export function encodeNumbers(pages: readonly DecodedArray[], rows: number): Float64Array {
  const numbers = new Float64Array(rows);
  let next = 0;
  for (const cells of pages) {
    if (cells instanceof Float64Array) numbers.set(cells, next);
    else
      for (let at = 0; at < cells.length; at += 1) {
        const cell: unknown = cells[at];
        numbers[next + at] = cell === null || cell === undefined ? Number.NaN : Number(cell);
      }
    next += cells.length;
  }
  return numbers;
}

/** The year of a full or partial ISO date; NaN where there is none. */
export const yearOf = (date: string): number => (/^\d{4}/.test(date) ? Number(date.slice(0, 4)) : Number.NaN);
