import { CommandError } from '../lib/fault.ts';
import type { Effects } from '../lib/effects.ts';
import type { Settings } from './commandLine.ts';
import { inputsOf, type Input } from './read/input.ts';
import { readSheets } from './read/read.ts';
import type { Sheet } from './read/sheet.ts';
import { readOptionsOf, type Recipe } from './recipes/recipe.ts';
import { checkRejects, SHOWN, summaryLine } from './summary.ts';

/**
 * Reads all files of a recipe into the parts of the table in `data/` that it names.
 * @throws CommandError where a row cannot be read, unless it may go to the rejects
 */
export async function runRecipe(name: string, settings: Settings, effects: Effects): Promise<void> {
  // Loaded on demand: recipes bring large lookup tables that other runs do not need.
  const { recipeNamed } = await import('./recipes/recipes.ts');
  const { ingestIntoTable } = await import('./recipes/intoTable.ts');
  const recipe = recipeNamed(name);
  const inputs = wantedOf(recipe, settings.names, effects);
  const staged = await ingestIntoTable(
    '.',
    settings.to ?? 'data',
    recipe,
    sheetsOf(recipe, inputs, settings, effects),
  );
  try {
    checkRejects([staged], settings.keepGoing);
  } catch (error) {
    staged.drop();
    throw error;
  }
  staged.publish();
  effects.log(`${summaryLine(staged.ledger)}; ${staged.masked} names have a token → ${staged.folder}`);
  const { unmapped } = staged;
  if (unmapped.length > 0)
    effects.log(
      `${unmapped.length} categories are not in data/service-categories, with the most rows: ${unmapped
        .slice(0, SHOWN)
        .map(([category, rows]) => `${category} (${rows})`)
        .join(', ')}`,
    );
}

/** The files that a recipe reads. @throws CommandError where it reads none */
function wantedOf(recipe: Recipe, names: string[], effects: Effects): Input[] {
  const inputs = inputsOf(names);
  const wanted = inputs.filter(({ file }) => recipe.files.test(file));
  if (wanted.length === 0)
    throw new CommandError(
      `no file matches the recipe "${recipe.name}" (it reads names like ${recipe.files.source})`,
    );
  if (wanted.length < inputs.length)
    effects.log(
      `${inputs.length - wanted.length} of ${inputs.length} files are not for the recipe "${recipe.name}"`,
    );
  return wanted;
}

/** The sheets of files, one file after the other. */
async function* sheetsOf(
  recipe: Recipe,
  inputs: readonly Input[],
  settings: Settings,
  effects: Effects,
): AsyncGenerator<Sheet> {
  for (const input of inputs) {
    effects.progress(input.file);
    yield* await readSheets(input, {
      ...settings,
      ...readOptionsOf(recipe),
    });
  }
}
