import { BLANK, byteAt, continuations, dashes, digits, hanLeads, odd, partOf, SURE, text } from './text';

/**
 * A fast lane for the cells that most cells are: texts that no rule changes and that hold nothing personal. It decides on the bytes alone
 * and only ever says yes where the rules, applied to the text, would leave it (`tests/fuzz/ingestKernel.test.ts` compares them); to
 * everything else it says no, and the rules are asked. The same for numbers is `number.ts`.
 */

/** With more digits a text could hold a telephone or an identity number; with two dashes, a Japanese one. */
const FEW_DIGITS: i32 = 9;
const SHORTEST_NUMBER: i32 = 9;

/** Whether a text, not empty, stays as it is. */
export function isPlainText(start: i32, end: i32): bool {
  const length = end - start;
  if (byteAt(start) === BLANK || byteAt(end - 1) === BLANK) return false;
  return length <= SURE && partOf(odd, start, length) === 0
    ? !mayBeNumber(
        length,
        <i32>popcnt(partOf(digits, start, length)),
        <i32>popcnt(partOf(dashes, start, length)),
      )
    : isPlainHan(start, end);
}

/** One question instead of four, whose answers a processor could not foresee. */
function mayBeNumber(length: i32, digits: i32, dashes: i32): bool {
  return (
    (i32(digits > FEW_DIGITS) | (i32(digits > 0) & i32(dashes > 1) & i32(length >= SHORTEST_NUMBER))) !== 0
  );
}

/** The same of a text of any length that may hold Han characters. */
function isPlainHan(start: i32, end: i32): bool {
  let digit: i32 = 0;
  let dash: i32 = 0;
  let han: u64 = 0;
  /** Bytes that must follow as continuations, one bit each. */
  let expected: u64 = 0;
  for (let at = start; at < end; at += SURE) {
    const length = min(end - at, SURE);
    const leads = partOf(hanLeads, at, length);
    const following = partOf(continuations, at, length);
    if ((partOf(odd, at, length) & ~(leads | following)) !== 0) return false;
    expected |= (leads << 1) | (leads << 2);
    if (following !== (expected & (((<u64>1) << (<u64>length)) - 1))) return false;
    expected >>= <u64>length;
    han |= leads;
    digit += <i32>popcnt(partOf(digits, at, length));
    dash += <i32>popcnt(partOf(dashes, at, length));
  }
  if (expected !== 0 || mayBeNumber(end - start, digit, dash)) return false;
  return han === 0 || !mayTell(start, end, digit > 0);
}

const COLON: u8 = 0x3a;

/**
 * Whether a text with Han characters may name a person behind a colon (联系人:), or, with digits, say an amount in words too, which ends
 * with 元, 圆 or 圓.
 */
function mayTell(start: i32, end: i32, withDigits: bool): bool {
  const colons = i8x16.splat(COLON);
  const firsts = i8x16.splat(<i8>0xe5);
  for (let at = start; at < end; at += 16) {
    const from = text + <usize>at;
    const signs = v128.load(from);
    let found = i8x16.eq(signs, colons);
    if (withDigits) {
      const second = v128.load(from, 1);
      const third = v128.load(from, 2);
      const yuan = v128.and(i8x16.eq(second, i8x16.splat(<i8>0x85)), i8x16.eq(third, i8x16.splat(<i8>0x83)));
      const round = v128.and(
        i8x16.eq(second, i8x16.splat(<i8>0x9c)),
        v128.or(i8x16.eq(third, i8x16.splat(<i8>0x86)), i8x16.eq(third, i8x16.splat(<i8>0x93))),
      );
      found = v128.or(found, v128.and(i8x16.eq(signs, firsts), v128.or(yuan, round)));
    }
    // What stands behind the text is found at times, too: then the rules say it.
    if (v128.any_true(found)) return true;
  }
  return false;
}
