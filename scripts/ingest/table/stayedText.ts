import { isAmountHeading } from '../../rules/amountHeading.ts';
import { isDateHeading } from '../../rules/dateHeading.ts';
import type { Column } from '../../rules/rule.ts';
import { readerOf } from './cell.ts';
import { isIdentifierHeading } from './identifier.ts';

/** A column headed as amounts or dates that stayed text, with the commonest cell that did not fit. */
export interface StayedText {
  column: string;
  kind: 'amount' | 'date';
  /** Filled cells that are neither a number nor a date. */
  cells: number;
  commonest: string;
  /** How often that cell occurs. */
  count: number;
}

/** What a heading says that its column has. */
export function kindOfHeading(heading: string): StayedText['kind'] | null {
  if (isIdentifierHeading(heading)) return null;
  return isDateHeading(heading) ? 'date' : isAmountHeading(heading) ? 'amount' : null;
}

/**
 * The columns headed as amounts or dates whose type is text, so that a person sees what kept them from being read; a column of words, or of texts with a number in
 * them, never was one.
 * @param texts the cells of the first rows, in the order of the fields
 */
export function stayedTexts(fields: readonly Column[], texts: readonly (readonly string[])[]): StayedText[] {
  return fields.flatMap((field, at): StayedText[] => {
    const kind = field.type === 'string' ? kindOfHeading(field.heading) : null;
    if (kind === null) return [];
    const readers = (kind === 'date' ? ['partial-date', 'year'] : ['number']).map((type) =>
      readerOf({ ...field, type: type as Column['type'] }),
    );
    const counts = new Map<string, number>();
    for (const row of texts) if (row[at]) counts.set(row[at], (counts.get(row[at]) ?? 0) + 1);
    if (![...counts.keys()].some(mayBeNumber)) return [];
    const unfit = [...counts].filter(([text]) =>
      readers.every((reader) => reader.read(text).what !== undefined),
    );
    // Where every cell could be read, the column is unsure: all its cells are named.
    const named = unfit.length > 0 ? unfit : [...counts];
    const [first] = named.sort((a, b) => b[1] - a[1]);
    if (!first) return [];
    const cells = named.reduce((sum, [, count]) => sum + count, 0);
    return [{ column: field.heading, kind, cells, commonest: first[0], count: first[1] }];
  });
}

/** Whether a good part of a text is digits. */
const mayBeNumber = (text: string): boolean => (text.match(/\p{N}/gu)?.length ?? 0) * 4 >= text.length;
