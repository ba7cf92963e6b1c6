/** A text of which something was masked, in how many rows of its column. */
export interface MaskedText {
  text: string;
  column: string;
  rows: number;
}

/** Texts that are shown. */
const SHOWN = 10;
/** Texts that are counted; a file with more distinct ones is counted by its first. */
const COUNTED = 100_000;
const BETWEEN = '\u001f';

/** Counts the rows of each text of which something was masked. What it holds is never published. */
export class MaskedTexts {
  readonly #rows = new Map<string, number>();

  add(column: string, text: string): void {
    const key = `${column}${BETWEEN}${text}`;
    const rows = this.#rows.get(key);
    if (rows !== undefined) this.#rows.set(key, rows + 1);
    else if (this.#rows.size < COUNTED) this.#rows.set(key, 1);
  }

  /** Those in most rows. */
  most(): MaskedText[] {
    return [...this.#rows]
      .sort((a, b) => b[1] - a[1])
      .slice(0, SHOWN)
      .map(([key, rows]) => {
        const at = key.indexOf(BETWEEN);
        return { column: key.slice(0, at), text: key.slice(at + 1), rows };
      });
  }
}
