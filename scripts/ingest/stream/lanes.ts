/**
 * Fast lanes for the cells that most cells are: texts and numbers that no rule changes and that hold nothing personal. A lane decides on
 * the bytes alone and only ever says yes where the rules, applied to the text, would leave it (`tests/fuzz/ingestStream.test.ts`
 * compares them); to everything else it says no, and the rules are asked.
 */

/** What a byte is to the lanes, as bits that are gathered over a cell. */
export const SPACE = 1;
export const DIGIT = 2;
/** A sign that rules or quoting may have to do with: beyond ASCII, control characters, comma, quotation mark, `@`, `M` (Mr, Ms). */
export const ODD = 4;

export const CLASSES = new Uint8Array(256);
for (let byte = 0; byte < 256; byte += 1)
  CLASSES[byte] =
    byte === 0x20
      ? SPACE
      : byte >= 0x30 && byte <= 0x39
        ? DIGIT
        : byte < 0x20 || byte >= 0x7f || byte === 0x2c || byte === 0x22 || byte === 0x40 || byte === 0x4d
          ? ODD
          : 0;

const BLANK = 0x20;
const DASH = 0x2d;
const DOT = 0x2e;
const COMMA = 0x2c;
const ZERO = 0x30;
/** With more digits a text could hold a telephone or an identity number; with two dashes, a Japanese one. */
const FEW_DIGITS = 9;
const SHORTEST_NUMBER = 9;

/** Whether a text stays as it is. @param classes those of its bytes, gathered */
export function isPlainText(bytes: Uint8Array, start: number, end: number, classes: number): boolean {
  if ((classes & ODD) !== 0) return false;
  if ((classes & SPACE) !== 0) {
    if (bytes[start] === BLANK || bytes[end - 1] === BLANK) return false;
    for (let at = start + 1; at < end; at += 1)
      if (bytes[at] === BLANK && bytes[at - 1] === BLANK) return false;
  }
  if ((classes & DIGIT) === 0 || end - start < SHORTEST_NUMBER) return true;
  let digits = 0;
  let dashes = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at]!;
    if (byte >= ZERO && byte <= 0x39) digits += 1;
    else if (byte === DASH) dashes += 1;
  }
  return digits <= FEW_DIGITS && dashes < 2;
}

/** Digits before the point; eleven could be a telephone number. */
const MOST_WHOLE = 10;
/** Digits after the point, so that a number is printed without an exponent. */
const MOST_FRACTION = 5;

/** A number as a lane read it; one object is used again and again. */
export class PlainNumber {
  value = 0;
  /** It had commas between thousands. */
  grouped = false;
  /** It speaks for the point as the sign before fractions. */
  pointed = false;
  /** Its digits after the point, noughts at the end left out. */
  fraction = 0;

  /**
   * Reads digits with a point, with commas between thousands or without.
   * @returns whether the cell is nothing but that
   */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    let at = start;
    const minus = bytes[at] === DASH;
    if (minus) at += 1;
    const first = at;
    let whole = 0;
    let digits = 0;
    let group = 0;
    let commas = 0;
    for (; at < end; at += 1) {
      const byte = bytes[at]!;
      if (byte >= ZERO && byte <= 0x39) {
        whole = whole * 10 + byte - ZERO;
        digits += 1;
        group += 1;
      } else if (byte === COMMA) {
        if (commas === 0 ? group < 1 || group > 3 : group !== 3) return false;
        commas += 1;
        group = 0;
      } else break;
    }
    if (digits === 0 || digits > MOST_WHOLE || (commas > 0 && group !== 3)) return false;
    if (bytes[first] === ZERO && digits > 1) return false;
    let places = 0;
    let scale = 1;
    let fraction = 0;
    let parts = 0;
    if (at < end) {
      if (bytes[at] !== DOT) return false;
      at += 1;
      parts = end - at;
      if (parts === 0 || parts > MOST_FRACTION) return false;
      for (let place = 1; at < end; at += 1, place += 1) {
        const byte = bytes[at]!;
        if (byte < ZERO || byte > 0x39) return false;
        if (byte !== ZERO) places = place;
        fraction = fraction * 10 + byte - ZERO;
        scale *= 10;
      }
    }
    // Both are whole numbers that a double holds exactly, so their quotient is the double nearest to the printed number.
    const size = (whole * scale + fraction) / scale;
    this.value = minus && size !== 0 ? -size : size;
    this.grouped = commas > 0;
    this.pointed = (parts > 0 && (parts <= 2 || commas > 0)) || commas > 1;
    this.fraction = places;
    return true;
  }

  /** Writes the number as JavaScript prints it. @returns where the next byte stands */
  write(bytes: Uint8Array, start: number, end: number, out: Uint8Array, to: number): number {
    if (this.value === 0) {
      out[to] = ZERO;
      return to + 1;
    }
    let place = to;
    let at = start;
    for (; at < end && bytes[at] !== DOT; at += 1) if (bytes[at] !== COMMA) out[place++] = bytes[at]!;
    if (this.fraction > 0)
      for (let count = 0; count <= this.fraction; count += 1) out[place++] = bytes[at + count]!;
    return place;
  }
}
