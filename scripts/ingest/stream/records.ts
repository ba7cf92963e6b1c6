import { CommandError } from '../../fault.ts';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const BLANK = 0x20;
/** A record that does not end within so many bytes has a quotation mark that is not closed. */
export const LONGEST_RECORD = 2 << 20;

/** Where a record ends, read with the rules of `Records`; one object is used again and again. */
export class Records {
  readonly #delimiter: number;
  /** Starts and ends of the cells of the last record read; its cells number `width`. */
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  /** 0: bare; 1: in quotes; 2: in quotes, with marks inside. */
  quoted = new Uint8Array(64);
  width = 0;
  /** Gathered classes of each cell's bytes; all of them, where it is in quotes. */
  classes = new Uint8Array(64);
  readonly #table: Uint8Array;

  /** @param table what each byte is to the reader's lanes */
  constructor(delimiter: string, table: Uint8Array) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#table = table;
  }

  /**
   * Reads the record that begins at `from`: cells between delimiters, a record a line, a quotation mark at the beginning of a cell opening
   * one that ends with a mark before a delimiter or a line end (spaces between let pass); any other mark is a letter.
   * @param last whether no bytes follow
   * @returns where the next record begins, or -1 where this one is not whole
   * @see RFC 4180; the leniences are PapaParse's
   */
  read(bytes: Uint8Array, from: number, last: boolean): number {
    const delimiter = this.#delimiter;
    const table = this.#table;
    const size = bytes.length;
    let at = from;
    let cell = 0;
    for (;;) {
      if (cell === this.starts.length) this.#grow();
      if (bytes[at] === QUOTE) {
        const end = this.#quoted(bytes, at, cell, last);
        if (end < 0) return -1;
        at = end;
      } else {
        const start = at;
        let classes = 0;
        let byte = 0;
        while (at < size && (byte = bytes[at]!) !== delimiter && byte !== LF && byte !== CR) {
          classes |= table[byte]!;
          at += 1;
        }
        this.starts[cell] = start;
        this.ends[cell] = at;
        this.quoted[cell] = 0;
        this.classes[cell] = classes;
      }
      cell += 1;
      if (at >= size) {
        this.width = cell;
        return last ? size : -1;
      }
      const byte = bytes[at]!;
      at += 1;
      if (byte === delimiter) continue;
      if (byte === CR) {
        if (at >= size && !last) return -1;
        if (bytes[at] === LF) at += 1;
      }
      this.width = cell;
      return at;
    }
  }

  /** A cell in quotes that begins at `open`. @returns where its delimiter or line end stands, or -1 */
  #quoted(bytes: Uint8Array, open: number, cell: number, last: boolean): number {
    const size = bytes.length;
    let marks = 1;
    let at = open + 1;
    for (;;) {
      if (at >= size) {
        if (!last) return -1;
        // Never closed: all that follows is the cell.
        return this.#close(cell, open + 1, size, 2, size);
      }
      const byte = bytes[at]!;
      if (byte !== QUOTE) {
        at += 1;
        continue;
      }
      if (at + 1 >= size && !last) return -1;
      if (bytes[at + 1] === QUOTE) {
        marks = 2;
        at += 2;
        continue;
      }
      let after = at + 1;
      while (after < size && bytes[after] === BLANK) after += 1;
      if (after >= size && !last) return -1;
      const next = bytes[after];
      if (after >= size || next === this.#delimiter || next === LF || next === CR)
        return this.#close(cell, open + 1, at, marks, after);
      marks = 2;
      at += 1;
    }
  }

  #close(cell: number, start: number, end: number, marks: number, after: number): number {
    this.starts[cell] = start;
    this.ends[cell] = end;
    this.quoted[cell] = marks;
    this.classes[cell] = 0xff;
    return after;
  }

  #grow(): void {
    const wider = <T extends Int32Array | Uint8Array>(old: T, made: T): T => {
      made.set(old as never);
      return made;
    };
    const size = this.starts.length * 2;
    this.starts = wider(this.starts, new Int32Array(size));
    this.ends = wider(this.ends, new Int32Array(size));
    this.quoted = wider(this.quoted, new Uint8Array(size));
    this.classes = wider(this.classes, new Uint8Array(size));
  }

  /** Whether something stands in a cell from the `width`th on. */
  reaches(width: number): boolean {
    for (let cell = width; cell < this.width; cell += 1)
      if (this.starts[cell] !== this.ends[cell]) return true;
    return false;
  }

  texts(bytes: Uint8Array): string[] {
    return Array.from({ length: this.width }, (_, cell) => this.text(bytes, cell));
  }

  /** The text of a cell of the last record, as PapaParse gives it. @throws TypeError where it is not UTF-8 */
  text(bytes: Uint8Array, cell: number): string {
    const raw = utf8.decode(bytes.subarray(this.starts[cell]!, this.ends[cell]!));
    return this.quoted[cell] === 0 ? raw : raw.replaceAll('""', '"').replace(/\r\n?/g, '\n');
  }
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

/** @throws CommandError where what is left of a record is longer than any */
export function checkLength(bytes: number, place: string, row: number): void {
  if (bytes > LONGEST_RECORD)
    throw new CommandError(
      `${place}:${row} does not end within ${LONGEST_RECORD >> 20} MB (is a quotation mark opened and not closed?)`,
    );
}
