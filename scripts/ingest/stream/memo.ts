/** Texts that are remembered, at most; a column of more is begun anew. */
const MOST = 1 << 15;
const BYTES = 2 << 20;
const SLOTS_AT_FIRST = 1 << 10;
const BYTES_AT_FIRST = 1 << 14;

/** Numbers kept of an entry: its hash, where its key begins, the key's length, the length of what it is published as. */
const STRIDE = 4;
/** In place of a length: it is published as it stands. */
export const SAME = -1;

/**
 * What became of the raw texts of a column, found again by their bytes without making a string of them: a table with open addressing over
 * one store of bytes, in which what a text is published as stands behind the text.
 * @template Told what else there is to tell of a text
 */
export class ByteMemo<Told> {
  #slots = new Int32Array(SLOTS_AT_FIRST);
  #entries = new Int32Array((SLOTS_AT_FIRST / 2) * STRIDE);
  #count = 0;
  #used = 0;
  /** The store; what an entry is published as stands in it. */
  bytes = new Uint8Array(BYTES_AT_FIRST);
  /** The number of each entry, where it is one. */
  values: (number | null)[] = [];
  told: (Told | null)[] = [];
  /** A number of the caller's own for each entry. */
  codes: number[] = [];

  /** The entry of a text, or -1. */
  find(raw: Uint8Array, start: number, end: number): number {
    const hash = hashOf(raw, start, end);
    const slots = this.#slots;
    const entries = this.#entries;
    const last = slots.length - 1;
    const length = end - start;
    let slot = hash & last;
    for (let entry = slots[slot]!; entry !== 0; entry = slots[slot]!) {
      const at = (entry - 1) * STRIDE;
      if (entries[at] === hash && entries[at + 2] === length) {
        const { bytes } = this;
        let key = entries[at + 1]!;
        let from = start;
        while (from < end && bytes[key] === raw[from]) {
          key += 1;
          from += 1;
        }
        if (from === end) return entry - 1;
      }
      slot = (slot + 1) & last;
    }
    return -1;
  }

  /** Where in `bytes` begins what an entry is published as. */
  start(entry: number): number {
    return this.#entries[entry * STRIDE + 1]! + this.#entries[entry * STRIDE + 2]!;
  }

  /** The length of what an entry is published as, or `SAME`. */
  length(entry: number): number {
    return this.#entries[entry * STRIDE + 3]!;
  }

  /** Remembers a text. @param made what it is published as, `null` for as it stands */
  add(
    raw: Uint8Array,
    start: number,
    end: number,
    made: Uint8Array | null,
    value: number | null,
    told: Told | null,
    code: number,
  ): void {
    const length = end - start;
    const size = length + (made?.length ?? 0);
    if (size > BYTES / 64) return;
    if (this.#count === MOST || this.#used + size > BYTES) this.#clear();
    if (this.#used + size > this.bytes.length) this.bytes = wider(this.bytes, this.#used + size);
    if ((this.#count + 1) * 2 > this.#slots.length) this.#grow();
    const hash = hashOf(raw, start, end);
    this.bytes.set(raw.subarray(start, end), this.#used);
    if (made) this.bytes.set(made, this.#used + length);
    const at = this.#count * STRIDE;
    this.#entries[at] = hash;
    this.#entries[at + 1] = this.#used;
    this.#entries[at + 2] = length;
    this.#entries[at + 3] = made ? made.length : SAME;
    this.values.push(value);
    this.told.push(told);
    this.codes.push(code);
    this.#count += 1;
    this.#used += size;
    this.#place(this.#count, hash);
  }

  #place(entry: number, hash: number): void {
    const last = this.#slots.length - 1;
    let slot = hash & last;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & last;
    this.#slots[slot] = entry;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    const entries = new Int32Array((this.#slots.length / 2) * STRIDE);
    entries.set(this.#entries);
    this.#entries = entries;
    for (let entry = 1; entry <= this.#count; entry += 1)
      this.#place(entry, this.#entries[(entry - 1) * STRIDE]!);
  }

  #clear(): void {
    this.#slots.fill(0);
    this.#count = 0;
    this.#used = 0;
    this.values = [];
    this.told = [];
    this.codes = [];
  }
}

/** FNV-1a, its high bits folded into the low ones, which the table goes by. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return hash ^ (hash >>> 15);
}

function wider(bytes: Uint8Array<ArrayBuffer>, least: number): Uint8Array<ArrayBuffer> {
  const made = new Uint8Array(Math.max(bytes.length * 2, least));
  made.set(bytes);
  return made;
}
