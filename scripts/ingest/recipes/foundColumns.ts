import { TextCache } from '../../lib/textCache.ts';
import { CommandError } from '../../lib/fault.ts';
import { evidenceOf } from '../../rules/evidence.ts';
import type { Column } from '../../rules/rule.ts';
import { mask } from '../names/personal.ts';
import { holdsNumbers, placeOf, type Sheet } from '../read/sheet.ts';
import { readerOf, type CellReader, type ReadCell } from '../table/cell.ts';
import type { Recipe, RecipeColumn } from './recipe.ts';

/** A column of a sheet that the recipe wants. */
export interface FoundColumn {
  wanted: RecipeColumn;
  index: number;
  heading: string;
  /** The result for a text without surrounding white space, cached. */
  read: TextCache<ReadText>;
}

/** By name and heading of a column. */
export type TextReaders = Map<string, TextCache<ReadText>>;

/** A raw row with its number in the file. */
export interface RawRow {
  number: number;
  cells: string[];
}

/** @throws CommandError where a column is missing that the recipe needs */
export function findColumns(
  recipe: Recipe,
  sheet: Sheet,
  headings: readonly string[],
  rows: readonly RawRow[],
  texts: TextReaders,
): FoundColumn[] {
  return recipe.columns.flatMap((wanted) => {
    const patterns = [wanted.heading].flat();
    const [index = -1] = patterns
      .map((pattern) => headings.findIndex((heading) => pattern.test(heading)))
      .filter((found) => found >= 0);
    if (index < 0) {
      if (wanted.optional) return [];
      throw new CommandError(
        `${placeOf(sheet)} has no column for ${wanted.name} (expected a heading like ${patterns[0]!.source}; it has ${headings.join(' | ')})`,
      );
    }
    const heading = headings[index]!;
    const { currency } = recipe;
    const evidence =
      wanted.dayOrder === undefined && wanted.type !== undefined
        ? evidenceOf(
            rows.map(({ cells }) => cells[index] ?? ''),
            holdsNumbers(sheet),
          )
        : null;
    const column: Column = {
      heading,
      type: wanted.type ?? 'string',
      dayOrder: wanted.dayOrder ?? evidence?.dayOrder ?? 'unclear',
      decimal: evidence?.decimal({ heading, currency }) ?? 'point',
      currency,
      utcOffset: wanted.utcOffset ?? 0,
    };
    const isText = column.type === 'string';
    const key = `${wanted.name}\u001f${heading}`;
    let read = isText ? texts.get(key) : undefined;
    if (read === undefined) {
      const reader = readerOf(column);
      read = new TextCache((text) => readText(reader, text));
      if (isText) texts.set(key, read);
    }
    return [{ wanted, index, heading, read }];
  });
}

/** A cleaned text, with its changes without personal data. */
interface ReadText {
  read: ReadCell;
  changes: { rule: string; before: string; after: string }[];
}

function readText(reader: CellReader, text: string): ReadText {
  const changes: ReadText['changes'] = [];
  const read = reader.read(text, (rule, before, after) =>
    changes.push({ rule, before: mask(before).text, after: mask(after).text }),
  );
  return { read, changes };
}
