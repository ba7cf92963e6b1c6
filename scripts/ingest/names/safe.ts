import { mask, MASK } from './personal.ts';
import { isPayeeColumn, personalColumns } from './personHeadings.ts';
import { maskPayee, privatePayee } from './privatePayee.ts';

/** Counts what was masked: the ledger, or a cache that passes the counts on to it. */
interface MaskCounter {
  masked(kind: string, column: string, count?: number): void;
}

/**
 * A cell without personal data, counted in the ledger by kind and column. In a column of payees a private person's whole name is masked.
 * @param characters what `charactersOf` found in the text
 */
export function safeCell(
  text: string,
  heading: string,
  counter: MaskCounter,
  payee = isPayeeColumn(heading),
  characters?: number,
): string {
  const name = payee ? maskPayee(text) : { text, kind: null };
  if (name.kind !== null) counter.masked(name.kind, heading);
  const { text: safe, masked } = mask(name.text, name.text === text ? characters : undefined, heading);
  for (const [kind, count] of Object.entries(masked)) counter.masked(kind, heading, count);
  return safe;
}

/**
 * The cells of a rejected row. Its cells may have shifted into neighbouring columns, so each is treated as if it could
 * contain anything: columns of persons, and anything that looks like a person's name, are masked entirely.
 */
export function safeCells(cells: string[], headings: string[]): string[] {
  const personal = personalColumns(headings);
  return cells.map((cell, index) => {
    if (cell.trim() === '') return '';
    const isPrivate = personal[index] === true || personal[index - 1] === true || index >= headings.length;
    if (isPrivate && !/^[\d.,\s]{1,12}$/.test(cell)) return MASK;
    return privatePayee(cell) === null ? mask(cell, undefined, headings[index]).text : MASK;
  });
}
