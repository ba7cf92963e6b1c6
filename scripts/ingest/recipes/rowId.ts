import { basename } from 'node:path';
import type { Sheet } from '../read/sheet.ts';
import type { Recipe } from './recipe.ts';

const stems = new WeakMap<Sheet, string>();

/**
 * The id of a row: recipe, file and row, so that a row keeps its id when other rows are added.
 * @example `oxford-expenditure-over-500-jan-mar-2014-17`
 */
export function idOf(recipe: Recipe, of: Sheet, number: string): string {
  let stem = stems.get(of);
  if (stem === undefined) {
    const { file, sheet } = of;
    stem = (
      recipe.stem?.(file) ?? [basename(file).replace(/\.(csv|json|xlsx).*$/i, ''), sheet ?? ''].join('-')
    )
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '');
    stems.set(of, stem);
  }
  return `${recipe.name}-${stem}-${number}`;
}
