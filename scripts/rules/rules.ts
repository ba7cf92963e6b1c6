import { charactersOf } from './characters.ts';
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
import { noDecimals } from './noDecimals.ts';
import { rocYear } from './rocYear.ts';
import type { Column, Rule } from './rule.ts';
import { scale } from './scale.ts';
import { scientific } from './scientific.ts';
import { thousands } from './thousands.ts';
import { timeOfDay } from './timeOfDay.ts';
import { whitespace } from './whitespace.ts';
import { withheld } from './withheld.ts';
import { yearFirst } from './yearFirst.ts';

/** The rules that ingest applies to raw exports, in order: first what surrounds a value, then the value. */
export const INGEST_RULES: readonly Rule[] = [
  whitespace,
  fullwidth,
  currency,
  dash,
  withheld,
  chineseNumerals,
  scale,
  noDecimals,
  negative,
  decimalComma,
  thousands,
  scientific,
  timeOfDay,
  yearFirst,
  rocYear,
  chineseDate,
  japaneseEra,
  dayMonthYear,
  namedMonth,
  excelSerial,
  epochSeconds,
];

/** The rules that the compile applies to `data/`: changes that lose nothing and need no judgement. What needs judgement is a fault. */
export const COMPILE_RULES: readonly Rule[] = [whitespace, fullwidth, thousands, chineseDate];

/** Called for every rule that changed a text. */
export type OnChange = (rule: string, before: string, after: string) => void;

/** Cleans the texts of one column. */
export interface Cleaner {
  /** Kinds of characters; a text with none of them is unchanged. */
  needs: number;
  /** @param characters what `charactersOf` found in the text */
  clean(value: string, onChange?: OnChange, characters?: number): string;
}

/**
 * Combines the rules of a list that apply to a column. A rule is run only on a text that has a character that the rule needs.
 * @param rules in their order
 */
export function cleanerOf(column: Column, rules: readonly Rule[]): Cleaner {
  const applied = rules.filter((rule) => rule.appliesTo(column));
  const needs = applied.reduce((all, rule) => all | rule.needs, 0);
  return {
    needs,
    clean(value, onChange, known) {
      let characters = known ?? charactersOf(value);
      if ((characters & needs) === 0) return value;
      let text = value;
      for (const rule of applied) {
        if ((characters & rule.needs) === 0) continue;
        const after = rule.clean(text, column);
        if (after === text) continue;
        onChange?.(rule.name, text, after);
        text = after;
        characters = charactersOf(text);
      }
      return text;
    },
  };
}
