import { basename } from 'node:path';
import type { Cell, Row } from '../../../src/model/row.ts';
import type { Sheet } from '../read/sheet.ts';
import type { ServiceCategories } from './serviceCategories.ts';
import { idOf } from './rowId.ts';
import type { Recipe } from './recipe.ts';
import { isMasked } from '../../lib/maskedName.ts';
import type { Suppliers } from './suppliers.ts';

/** Where a row stands in its raw file. */
export interface RowOrigin {
  sheet: Sheet;
  number: number;
  /** The number of the row among those that one raw row was split into. */
  part: number;
}

/** Masks personal data in a text of a column. */
type Safe = (text: string, column: string, payee: boolean) => string;

/**
 * Cells that need no masking: ids, codes, and what the recipe and ingest write themselves.
 */
const FIXED = new Set([
  'id',
  'place',
  'currency',
  'source_id',
  'file',
  'supplier_id',
  'supplier_kind',
  'supplier_kind_rule',
  'service_field',
  'main_procurement_category',
  'main_procurement_category_rule',
  // Read, and masked, by `Suppliers`.
  'supplier',
  'period',
  'contract_id',
  'procedure',
  'stage',
  'division_code',
  'url',
  'awarded',
  'start',
  'end',
]);

/** By recipe: the cells that need no masking, its constants and columns of numbers and dates included. */
const fixedCells = new WeakMap<Recipe, ReadonlySet<string>>();

function fixedOf(recipe: Recipe): ReadonlySet<string> {
  let fixed = fixedCells.get(recipe);
  if (!fixed) {
    const typed = recipe.columns.filter(({ type = 'string' }) => type !== 'string').map(({ name }) => name);
    fixed = new Set([...FIXED, ...Object.keys(recipe.constants ?? {}), ...typed]);
    fixedCells.set(recipe, fixed);
  }
  return fixed;
}

/** The name of a file without its folder, by sheet. */
const names = new WeakMap<Sheet, string>();

function nameOf(sheet: Sheet): string {
  let name = names.get(sheet);
  if (name === undefined) names.set(sheet, (name = basename(sheet.file)));
  return name;
}

/**
 * A row of one of the tables `contracts`, `payments`, … from a row of a raw file.
 * @param row cells by the recipe's names, its derived ones included; `supplier` as printed; `stated_kind` and `stated_kind_rule` where the publisher says what
 * the supplier is; `category_printed` is the publisher's own category of service, `service_field` what the title says where the category says nothing; `id` and
 * `place` where the recipe derives them
 */
export function tableRow(
  recipe: Recipe,
  row: Row,
  { sheet, number, part }: RowOrigin,
  suppliers: Suppliers,
  categories: ServiceCategories,
  safe: Safe,
): Row {
  const { supplier, stated_kind: kind, stated_kind_rule: rule } = row;
  const made: Row = {
    ...recipe.constants,
    ...row,
    id: textOf(row['id']) || idOf(recipe, sheet, part === 1 ? `${number}` : `${number}-${part}`),
    place: row['place'] ?? recipe.place,
    currency: recipe.currency,
    service_field:
      categories.fieldOf(textOf(row['category_printed']), textOf(row['department'])) ??
      row['service_field'] ??
      null,
    source_id: recipe.source,
    file: nameOf(sheet),
    row_in_file: number,
    ...suppliers.of(
      textOf(supplier),
      typeof kind === 'string'
        ? { kind, rule: textOf(rule), isLegalForm: row['stated_kind_is_form'] === 1 }
        : undefined,
    ),
  };
  const fixed = fixedOf(recipe);
  if (isMasked(textOf(made['supplier'])) && repeatsName(textOf(made['title']), textOf(supplier)))
    made['title'] = null;
  for (const name in made) {
    const cell = made[name];
    if (typeof cell === 'string' && !fixed.has(name)) made[name] = safe(cell, name, false) || null;
  }
  return made;
}

/** Whether a title has a word of a person's name. */
function repeatsName(title: string, name: string): boolean {
  const words = new Set(wordsOf(title));
  return wordsOf(name).some((word) => word.length > 2 && words.has(word));
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

const textOf = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell));
