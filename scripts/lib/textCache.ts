/** The most texts in the cache; it is cleared when it is full. */
const MOST = 50_000;
/** Number of lookups after which the hit rate is checked. */
const WINDOW = 50_000;
/** The lowest hit rate at which the cache is kept. */
const ENOUGH = 0.5;

/**
 * A cache of the result for each text, while texts repeat. Memory is bounded, and for a column of mostly different texts
 * (numbers of documents) the cache is switched off.
 */
export class TextCache<T> {
  readonly #make: (text: string) => T;
  #known: Map<string, T> | null = new Map();
  #lookups = 0;
  #misses = 0;

  constructor(make: (text: string) => T) {
    this.#make = make;
  }

  get(text: string): T {
    if (this.#known === null) return this.#make(text);
    this.#lookups += 1;
    return this.#known.get(text) ?? this.#missed(text, this.#known);
  }

  #missed(text: string, known: Map<string, T>): T {
    this.#misses += 1;
    if (this.#lookups >= WINDOW) {
      if (this.#misses > this.#lookups * (1 - ENOUGH)) {
        this.#known = null;
        return this.#make(text);
      }
      this.#lookups = 0;
      this.#misses = 0;
    }
    const own = copyOf(text);
    const made = this.#make(own);
    if (known.size >= MOST) known.clear();
    known.set(own, made);
    return made;
  }
}

/**
 * A copy of a string: V8 stores a cell as a slice of the block of text in which it was read, which would keep all of it in memory. A concatenated
 * string is flattened into a new one when it is sliced.
 */
export const copyOf = (text: string): string => ` ${text}`.slice(1);
