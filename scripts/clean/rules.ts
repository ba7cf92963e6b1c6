import { chineseDate } from './chineseDate.ts';
import { fullwidth } from './fullwidth.ts';
import type { CleaningRule } from './rule.ts';
import { thousands } from './thousands.ts';
import { whitespace } from './whitespace.ts';

/** The rules in the order in which they are applied. */
export const CLEANING_RULES: readonly CleaningRule[] = [whitespace, fullwidth, thousands, chineseDate];
