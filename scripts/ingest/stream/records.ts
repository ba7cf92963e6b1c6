import { CommandError } from '../../lib/fault.ts';
import { makeKernel } from './kernel.ts';
import { KernelText } from './kernelText.ts';

/** A record that does not end within so many bytes has a quotation mark that is not closed. */
export const LONGEST_RECORD = 2 << 20;

/** Tells where records end, without looking into them. */
export class RecordEnds {
  readonly #kernel = makeKernel();
  readonly #text = new KernelText(this.#kernel);

  constructor(delimiter: string) {
    this.#kernel.setDelimiter(delimiter.charCodeAt(0));
  }

  /** Looks at a text that goes on where the one before ended. @returns bytes that were not passed, with these */
  look(bytes: Uint8Array): number {
    const length = this.#text.put(bytes);
    this.#kernel.beginPassing(length);
    return length;
  }

  /**
   * Passes over whole records that begin before the byte `until` of the text looked at.
   * @param most how many, at most
   * @param last whether nothing follows the text
   * @returns how many
   */
  pass(until: number, most: number, last: boolean): number {
    return this.#kernel.pass(Math.min(until, MOST), Math.min(most, MOST), last);
  }

  /** Bytes of the text looked at that were passed. */
  get at(): number {
    return this.#kernel.read();
  }

  /** A copy of the bytes that were passed from a place on. @param spare memory that it may use */
  passed(from: number, spare?: ArrayBuffer): Uint8Array<ArrayBuffer> {
    return this.#text.copy(from, this.at, spare);
  }
}

/** The largest number that the kernel counts with. */
const MOST = 2 ** 31 - 1;

/** @throws CommandError where what is left of a record is longer than any */
export function checkLength(bytes: number, place: string, row: number): void {
  if (bytes > LONGEST_RECORD)
    throw new CommandError(
      `${place}:${row} does not end within ${LONGEST_RECORD >> 20} MB (is a quotation mark opened and not closed?)`,
    );
}
