import { isNumber } from '../read/printedNumber.ts';
import { filled, isDateLike, tidy } from './headerRow.ts';
import type { Shape } from './shape.ts';

const isTyped = (cell: string): boolean => isNumber(cell) || isDateLike(cell);
const isBlank = (cells: readonly string[] | undefined): boolean =>
  cells === undefined || cells.every((cell) => cell.trim() === '');

/** What a sheet has besides its first table: another one below or beside it, whose cells must not be read under the names of the first; `null` where nothing. */
export function secondTable(rows: readonly string[][], shape: Shape): string | null {
  return tableBeside(rows, shape) ?? tableBelow(rows, shape);
}

/** A row of names below a blank row or a total, over columns of numbers or dates of its own. */
function tableBelow(rows: readonly string[][], { header, nonData, dropped }: Shape): string | null {
  for (let index = header + 3; index < rows.length - 1; index += 1) {
    const names = tidy(rows[index]!);
    const words = filled(names);
    if (words.length < 2 || words.some((word) => isTyped(word) || !/\p{L}/u.test(word))) continue;
    if (
      !(dropped.has(index - 1) || followsBlank(rows, index, header)) ||
      nonData.header.includes(names.join('\u001f'))
    )
      continue;
    if (new Set(words).size < words.length) continue;
    const below = rows.slice(index + 1, index + 4).filter((cells) => !isBlank(cells));
    const isHeading = names.some(
      (name, column) =>
        name !== '' &&
        below.length > 0 &&
        below.every((cells) => isTyped((cells[column] ?? '').trim())) &&
        !rows.slice(header + 1, index).some((cells) => (cells[column] ?? '').trim() === name),
    );
    if (isHeading) return `row ${index + 1} begins another table (${shown(words)})`;
  }
  return null;
}

/** Whether a row stands below a blank one, or below a title that does. */
const followsBlank = (rows: readonly string[][], index: number, header: number): boolean =>
  isBlank(rows[index - 1]) ||
  (index - 2 > header && filled(rows[index - 1]!).length === 1 && isBlank(rows[index - 2]));

/** Columns behind one that is empty throughout, which have the names of those before it, or go on below them. */
function tableBeside(rows: readonly string[][], { header, headings, dropped }: Shape): string | null {
  if (header < 0) return null;
  const data = rows.filter((cells, index) => index > header && !dropped.has(index) && !isBlank(cells));
  for (const [gap, name] of headings.entries()) {
    if (name !== '' || data.some((cells) => (cells[gap] ?? '').trim() !== '')) continue;
    const [left, right] = [filled(headings.slice(0, gap)), filled(headings.slice(gap + 1))];
    if (left.length < 2 || right.length < 2) continue;
    const repeated = right.filter((one) => left.includes(one)).length;
    const goesOn = data.findIndex((cells) => isBlank(cells.slice(0, gap)));
    const isLonger = goesOn > 0 && data.slice(goesOn).every((cells) => isBlank(cells.slice(0, gap)));
    if (repeated > 1 || isLonger)
      return `two tables stand side by side (${shown(left)}; from column ${gap + 2} on ${shown(right)})`;
  }
  return null;
}

const SHOWN = 3;
const shown = (words: readonly string[]): string =>
  `${words
    .slice(0, SHOWN)
    .map((word) => `"${word}"`)
    .join(', ')}${words.length > SHOWN ? ' …' : ''}`;
