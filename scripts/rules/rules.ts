import { chineseDate } from './chineseDate.ts';
import { chineseNumerals } from './chineseNumerals.ts';
import { currency } from './currency.ts';
import { dash } from './dash.ts';
import { dayMonthYear } from './dayMonthYear.ts';
import { decimalComma } from './decimalComma.ts';
import { epochSeconds } from './epochSeconds.ts';
import { excelSerial } from './excelSerial.ts';
import { fullwidth } from './fullwidth.ts';
import { japaneseEra } from './japaneseEra.ts';
import { namedMonth } from './namedMonth.ts';
import { negative } from './negative.ts';
import type { Column, IngestRule } from './rule.ts';
import { scale } from './scale.ts';
import { scientific } from './scientific.ts';
import { thousands } from './thousands.ts';
import { timeOfDay } from './timeOfDay.ts';
import { whitespace } from './whitespace.ts';
import { withheld } from './withheld.ts';
import { yearFirst } from './yearFirst.ts';

/** The rules in the order in which they are applied: what stands around a value first, then the value. */
export const INGEST_RULES: readonly IngestRule[] = [
  whitespace,
  fullwidth,
  currency,
  dash,
  withheld,
  chineseNumerals,
  scale,
  negative,
  decimalComma,
  thousands,
  scientific,
  timeOfDay,
  yearFirst,
  chineseDate,
  japaneseEra,
  dayMonthYear,
  namedMonth,
  excelSerial,
  epochSeconds,
];

/**
 * A cell after all rules that apply to its column.
 * @param changed told of every rule that changed it
 */
export function applyRules(
  value: string,
  column: Column,
  changed: (rule: string, before: string, after: string) => void = () => {},
): string {
  let text = value;
  for (const rule of INGEST_RULES) {
    if (!rule.appliesTo(column)) continue;
    const after = rule.clean(text, column);
    if (after !== text) changed(rule.name, text, after);
    text = after;
  }
  return text;
}
