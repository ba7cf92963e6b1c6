import type { Fault } from '../../lib/fault.ts';

/** Where a row is: the file, as shown in faults, and its row there. */
export interface Place {
  file: string;
  row: number;
}

/** Rows that one file can have before the numbers of `Places` run together. */
const STEP = 2 ** 32;

/** Places of a table's rows as numbers, as a million of them stay in memory until the end: the row, and which file of the table. */
export class Places {
  readonly #files: string[] = [];

  numberOf({ file, row }: Place): number {
    let at = this.#files.length - 1;
    if (this.#files[at] !== file) at = this.#files.push(file) - 1;
    return at * STEP + row;
  }

  at(place: number): Place {
    return { file: this.#files[Math.floor(place / STEP)]!, row: place % STEP };
  }
}

/** `is in row 2 already`, with the file where it is another one. */
export const standsAlready = (before: Place, here: Place): Pick<Fault, 'what'> => ({
  what: `is in ${before.file === here.file ? '' : `${before.file}, `}row ${before.row} already`,
});
