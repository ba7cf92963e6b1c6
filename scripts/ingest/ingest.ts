import type { Effects } from '../lib/effects.ts';
import { CommandError } from '../lib/fault.ts';
import { settingsOf, USAGE, type Settings } from './commandLine.ts';
import { inputsOf } from './read/input.ts';
import { readSheets } from './read/read.ts';
import { runRecipe } from './recipeRun.ts';
import { dropStaged, publishStaged } from './staging.ts';
import { freeFolder, stageTable, tableId, type StagedTable } from './stageTable.ts';
import { checkRejects, maskedLines, summaryJson, summaryLines } from './summary.ts';

/**
 * Reads raw files into clean tables, one folder per table. Nothing is written before everything is read; a row that cannot be read ends the run,
 * unless `--keep-going` sends it to `rejects.csv`.
 * @throws CommandError
 */
export async function ingest(args: string[], effects: Effects): Promise<void> {
  const settings = settingsOf(args);
  if (settings === 'help') return effects.log(USAGE);
  if (settings.recipe !== undefined) return runRecipe(settings.recipe, settings, effects);
  const tables: StagedTable[] = [];
  const skipped: string[] = [];
  try {
    await stageAll(settings, tables, skipped, effects);
    checkRejects(tables, settings.keepGoing);
  } catch (error) {
    for (const { folder } of tables) dropStaged(folder);
    throw error;
  }
  for (const table of tables) {
    publishStaged(table.folder);
    if (settings.json) effects.log(summaryJson(table));
    else for (const line of summaryLines(table)) effects.log(line);
    for (const line of maskedLines(table)) effects.confidential?.(line);
  }
  for (const one of skipped)
    if (settings.json) effects.log(JSON.stringify({ not_read: one }));
    else effects.log(`not read: ${one}`);
}

/** Every sheet of every file as a separate table. With `keepGoing` a file that cannot be read is reported and the others are read. */
async function stageAll(
  settings: Settings,
  tables: StagedTable[],
  skipped: string[],
  effects: Effects,
): Promise<void> {
  const inputs = inputsOf(settings.names);
  for (const input of inputs) {
    effects.progress(input.file);
    try {
      const sheets = await readSheets(input, { ...settings, skipped: (what) => skipped.push(what) });
      for (const sheet of sheets) {
        const folder = freeFolder(settings.to ?? 'ingested', tableId(sheet, sheets.length > 1), tables);
        tables.push(await stageTable(folder, sheet, settings));
      }
    } catch (error) {
      if (!settings.keepGoing || inputs.length === 1 || !(error instanceof CommandError)) throw error;
      effects.error(`${error.message}; left out`);
    }
  }
}
