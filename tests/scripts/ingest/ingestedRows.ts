import type { Row } from '../../../src/model/row.ts';
import { inputsOf } from '../../../scripts/ingest/read/input.ts';
import { readSheets } from '../../../scripts/ingest/read/read.ts';
import type { Sheet } from '../../../scripts/ingest/read/sheet.ts';
import { ingestInto } from '../../../scripts/ingest/recipes/ingestRecipe.ts';
import { rowMaker } from '../../../scripts/ingest/recipes/intoTable.ts';
import { readOptionsOf, type Recipe } from '../../../scripts/ingest/recipes/recipe.ts';
import { recipeNamed } from '../../../scripts/ingest/recipes/recipes.ts';
import type { IngestLedger, Reject } from '../../../scripts/ingest/table/ingestLedger.ts';

/** The rows that a recipe makes of its files, as its table of `data/` has them. */
export interface IngestedRows {
  rows: Row[];
  rejects: Reject[];
  ledger: IngestLedger;
  /** How many names have a token in their place. */
  masked: number;
}

/** Runs a recipe on those of its files that are in a folder. */
export async function ingestedRows(name: string, folder: string): Promise<IngestedRows> {
  const recipe = recipeNamed(name);
  const sheets: Sheet[] = [];
  for (const input of inputsOf([folder]))
    if (recipe.files.test(input.file)) sheets.push(...(await readSheets(input, readOptionsOf(recipe))));
  return rowsOfSheets(recipe, sheets);
}

/** Runs a recipe on sheets. */
export async function rowsOfSheets(recipe: Recipe, sheets: readonly Sheet[]): Promise<IngestedRows> {
  const { fields, make, suppliers } = rowMaker('.', recipe);
  const rows: Row[] = [];
  const rejects: Reject[] = [];
  const { ledger } = await ingestInto(recipe, fields, sheets, make, () => ({
    write(clean) {
      for (const { cells } of clean)
        rows.push(Object.fromEntries(fields.map(({ name }, index) => [name, cells[index] ?? null])));
    },
    reject: (reject) => void rejects.push(reject),
    close: () => undefined,
  }));
  return { rows, rejects, ledger, masked: suppliers.masked };
}
