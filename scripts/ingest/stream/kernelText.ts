import type { Kernel } from './kernel.ts';

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
const encoder = new TextEncoder();
/** Numbers kept of a cell: where it starts, where it ends, how it is quoted. */
const STRIDE = 3;
/** Bytes that a letter of a string takes at most. */
const WIDEST = 3;

/** A copy of bytes, in memory that is spare where they fit into it: fresh memory has to be cleared by the system first. */
export function copied(bytes: Uint8Array, spare?: ArrayBuffer): Uint8Array<ArrayBuffer> {
  const fits = spare !== undefined && bytes.length <= spare.byteLength;
  const copy = fits ? new Uint8Array(spare, 0, bytes.length) : new Uint8Array(bytes.length);
  copy.set(bytes);
  return copy;
}

/** What stands in a kernel's memory, as strings and arrays; its views are made anew where the memory has grown. */
export class KernelText {
  readonly #kernel: Kernel;
  #bytes: Uint8Array<ArrayBuffer>;
  #cells: Int32Array<ArrayBuffer>;
  #from = 0;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
    this.#bytes = new Uint8Array();
    this.#cells = new Int32Array();
    this.#from = kernel.text.value;
  }

  #refresh(): void {
    const buffer = this.#kernel.memory.buffer as ArrayBuffer;
    if (this.#bytes.buffer === buffer) return;
    this.#bytes = new Uint8Array(buffer);
    this.#cells = new Int32Array(buffer, this.#kernel.cells.value);
  }

  /**
   * Puts a text into the kernel, behind what was not read of the one before.
   * @returns bytes of both
   * @throws RangeError where they are more than the kernel holds
   */
  put(bytes: Uint8Array): number {
    const rest = this.#kernel.rest();
    const length = rest + bytes.length;
    if (length > this.#kernel.INPUT.value)
      throw new RangeError(`${length} bytes are more than ${this.#kernel.INPUT.value}`);
    this.#refresh();
    this.#bytes.set(bytes, this.#from + rest);
    return length;
  }

  /** A copy of the bytes between two places. @param spare memory that it may use */
  copy(start: number, end: number, spare?: ArrayBuffer): Uint8Array<ArrayBuffer> {
    this.#refresh();
    return copied(this.#bytes.subarray(this.#from + start, this.#from + end), spare);
  }

  /** 0: bare; 1: in quotes; 2: in quotes, with marks inside. */
  quoted(cell: number): number {
    this.#refresh();
    return this.#cells[cell * STRIDE + 2]!;
  }

  /** The text of a cell of the record at hand, as PapaParse gives it. @throws TypeError where it is not UTF-8 */
  cell(cell: number): string {
    if (cell >= this.#kernel.width.value) return '';
    this.#refresh();
    const at = cell * STRIDE;
    const start = this.#from + this.#cells[at]!;
    const raw = utf8.decode(this.#bytes.subarray(start, this.#from + this.#cells[at + 1]!));
    return this.#cells[at + 2] === 0 ? raw : raw.replaceAll('""', '"').replace(/\r\n?/g, '\n');
  }

  /** The texts of all cells of the record at hand. */
  cells(): string[] {
    return Array.from({ length: this.#kernel.width.value }, (_, cell) => this.cell(cell));
  }

  /** Writes a text behind what is written, without saying so to the kernel. @returns its bytes */
  write(text: string): number {
    const most = text.length * WIDEST;
    const at = this.#kernel.room(most);
    this.#refresh();
    return encoder.encodeInto(text, this.#bytes.subarray(at, at + most)).written;
  }

  /** What was written; it stands in the kernel until that begins anew. */
  written(): Uint8Array<ArrayBuffer> {
    this.#refresh();
    const start = this.#kernel.output.value;
    return this.#bytes.subarray(start, start + this.#kernel.written());
  }

  /** The amounts of a column that wait, and their rows; they are to be read before the kernel runs on. */
  amounts(column: number): { values: Float64Array; rows: Int32Array } {
    this.#refresh();
    const kernel = this.#kernel;
    const at = kernel.amountsOf(column);
    const count = kernel.takeAmounts(column);
    const { buffer } = this.#bytes;
    return {
      values: new Float64Array(buffer, at, count),
      rows: new Int32Array(buffer, at + kernel.MOST_AMOUNTS.value * Float64Array.BYTES_PER_ELEMENT, count),
    };
  }
}
