import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Sheet } from '../read/sheet.ts';
import type { IngestLedger, Reject } from '../table/ingestLedger.ts';
import { partsOutput } from '../table/partsOutput.ts';
import type { ProposedField } from '../table/propose.ts';
import { ingestInto } from './ingestRecipe.ts';
import type { Recipe } from './recipe.ts';
import type { MakeRow } from './recipeReader.ts';
import { ServiceCategories } from './serviceCategories.ts';
import { Suppliers } from './suppliers.ts';
import { tableRow } from './tableRow.ts';
import { targetTable } from './targetTable.ts';

/** The rows of a recipe, staged beside the table they go to. */
export interface StagedRows {
  /** The folder of the table's parts. */
  folder: string;
  rejects: readonly Reject[];
  ledger: IngestLedger;
  /** Categories of the publisher that are not mapped to a field of service, with their rows, and the number of names that have a token in their place. */
  unmapped: readonly [category: string, rows: number][];
  masked: number;
  /** Replaces the recipe's parts of the table, and its ledger; parts of other recipes stay. */
  publish(): void;
  drop(): void;
}

/**
 * Ingests the sheets of a recipe into the parts of its table in `data/`. Nothing of the table changes before `publish`.
 * @param root the project's folder, which describes the table
 * @param to the folder that holds the datasets, `data` of the project or another one
 */
export async function ingestIntoTable(
  root: string,
  to: string,
  recipe: Recipe,
  sheets: AsyncIterable<Sheet>,
): Promise<StagedRows> {
  const folder = join(to, recipe.table);
  const ledgerFile = join(dirname(folder), 'ledgers', `${recipe.name}.json`);
  const staged = join(dirname(folder), `.${recipe.name}.next`);
  const drop = (): void => rmSync(staged, { recursive: true, force: true });
  drop();
  mkdirSync(staged, { recursive: true });
  try {
    const { fields, make, suppliers, categories } = rowMaker(root, recipe);
    const rejects: Reject[] = [];
    const { ledger } = await ingestInto(
      recipe,
      fields,
      sheets,
      make,
      partsOutput(staged, (reject) => rejects.push(reject)),
    );
    const { unmapped } = categories;
    return {
      folder,
      rejects,
      ledger,
      unmapped,
      masked: suppliers.masked,
      drop,
      publish() {
        mkdirSync(folder, { recursive: true });
        mkdirSync(dirname(ledgerFile), { recursive: true });
        for (const name of existsSync(folder) ? readdirSync(folder) : [])
          if (name.startsWith(`${recipe.name}-`)) rmSync(join(folder, name));
        for (const name of readdirSync(staged)) renameSync(join(staged, name), join(folder, name));
        writeFileSync(
          ledgerFile,
          `${JSON.stringify({ ...ledger, files: ledger.files.map((file) => basename(file)), masked: suppliers.masked, unmapped_categories: Object.fromEntries(unmapped) }, null, 1)}\n`,
        );
        drop();
      },
    };
  } catch (error) {
    drop();
    throw error;
  }
}

/**
 * What makes the rows of a recipe's table, with the suppliers and categories that were met.
 * @param root the project's folder, which describes the table
 */
export function rowMaker(
  root: string,
  recipe: Recipe,
): { fields: ProposedField[]; make: MakeRow; suppliers: Suppliers; categories: ServiceCategories } {
  const fields = targetTable(root, recipe.table).fields.map(({ name, type }): ProposedField => ({
    name,
    type: type === 'url' || type === 'boolean' ? 'string' : type,
    heading: name,
    dayOrder: 'unclear',
    decimal: 'point',
    currency: null,
    utcOffset: 0,
    sureness: 1,
    filled: 0,
    examples: [],
  }));
  const suppliers = new Suppliers(recipe.ledgerNames);
  const categories = new ServiceCategories(root, recipe.name);
  return {
    fields,
    suppliers,
    categories,
    make: (row, _printed, origin, safe) => tableRow(recipe, row, origin, suppliers, categories, safe),
  };
}
