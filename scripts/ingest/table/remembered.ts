/** Texts that are remembered at most; then all are forgotten. */
const MOST = 50_000;
/** New texts after which a column that hardly repeats itself is no longer remembered. */
const TRIED = 10_000;
/** How many texts must have been found again for each new one. */
const OFTEN = 2;

/**
 * What was made of each text, remembered while texts repeat. Memory is bounded, and a column of texts that are all different (numbers of
 * documents) soon costs nothing more than to make each.
 */
export class Remembered<T> {
  readonly #make: (text: string) => T;
  readonly #known = new Map<string, T>();
  #made = 0;
  #found = 0;
  #isOn = true;

  constructor(make: (text: string) => T) {
    this.#make = make;
  }

  get(text: string): T {
    if (!this.#isOn) return this.#make(text);
    const known = this.#known.get(text);
    if (known !== undefined) {
      this.#found += 1;
      return known;
    }
    const own = copyOf(text);
    const made = this.#make(own);
    this.#made += 1;
    if (this.#made >= TRIED && this.#found < this.#made * OFTEN) {
      this.#isOn = false;
      this.#known.clear();
    } else {
      if (this.#known.size >= MOST) this.#known.clear();
      this.#known.set(own, made);
    }
    return made;
  }
}

/** A string of its own: a cell is a part of the block of text in which it was read, and would keep all of it in memory. */
const copyOf = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');
