import { BLANK, byteAt, countOf, dashes, digits, isAny, odd, partOf, SURE } from './text';

/**
 * A fast lane for the cells that most cells are: texts that no rule changes and that hold nothing personal. It decides on the bytes alone
 * and only ever says yes where the rules, applied to the text, would leave it (`tests/fuzz/ingestStream.test.ts` compares them); to
 * everything else it says no, and the rules are asked. The same for numbers is `number.ts`.
 */

/** With more digits a text could hold a telephone or an identity number; with two dashes, a Japanese one. */
const FEW_DIGITS: i32 = 9;
const SHORTEST_NUMBER: i32 = 9;

/** Whether a text, not empty, stays as it is. */
export function isPlainText(start: i32, end: i32): bool {
  const length = end - start;
  if (length > SURE) return isPlainLongText(start, end);
  const strange = partOf(odd, start, length) | u64(byteAt(start) === BLANK) | u64(byteAt(end - 1) === BLANK);
  const count = <i32>popcnt(partOf(digits, start, length));
  const many =
    i32(count > FEW_DIGITS) |
    (i32(count > 0) & i32(popcnt(partOf(dashes, start, length)) > 1) & i32(length >= SHORTEST_NUMBER));
  // One question instead of four, whose answers a processor could not foresee.
  return (strange | (<u64>many)) === 0;
}

function isPlainLongText(start: i32, end: i32): bool {
  if (isAny(odd, start, end) || byteAt(start) === BLANK || byteAt(end - 1) === BLANK) return false;
  const count = countOf(digits, start, end);
  return count === 0 || (count <= FEW_DIGITS && countOf(dashes, start, end) < 2);
}
