/** Texts that are remembered at most; then all are forgotten. */
const MOST = 50_000;
/** Lookups after which it is judged again whether remembering is worth it. */
const WINDOW = 50_000;
/** The proportion of lookups that must find something. */
const ENOUGH = 0.5;

/**
 * What was made of each text, remembered while texts repeat. Memory is bounded, and for a column of texts that are mostly different
 * (numbers of documents) nothing is remembered any more.
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
 * A string of its own: a cell is a part of the block of text in which it was read, and would keep all of it in memory. What was put
 * together from two strings is copied once a part of it is taken.
 */
export const copyOf = (text: string): string => ` ${text}`.slice(1);
