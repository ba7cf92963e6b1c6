import type { Row } from '../../../src/model/row.ts';
import { csvCell } from '../../../src/model/csv.ts';
import type { Sheet } from '../read/sheet.ts';
import type { IngestLedgerBuilder } from '../table/ingestLedger.ts';
import type { Ingested } from '../table/ingestTable.ts';
import { TableOutliers } from '../table/outliers.ts';
import type { OpenOutput } from '../table/output.ts';
import { tieProjects, type ProjectsReport } from '../table/project.ts';
import type { ProposedField } from '../table/propose.ts';
import type { CleanRow } from '../table/tableCleaner.ts';
import { dropDuplicates, type Candidate } from './duplicates.ts';
import type { Recipe } from './recipe.ts';
import { RecipeReader, type MakeRow } from './recipeReader.ts';

/**
 * The sheets of a source as rows of a table of `data/`, with the columns of that table. Rows are written sheet by sheet, so memory does not grow
 * with them, unless the recipe compares rows with each other.
 * @param make makes a row of the table
 * @throws CommandError where a sheet lacks a column that the recipe needs
 */
export async function ingestInto(
  recipe: Recipe,
  fields: readonly ProposedField[],
  sheets: Iterable<Sheet> | AsyncIterable<Sheet>,
  make: MakeRow,
  open: OpenOutput,
): Promise<Ingested> {
  const reader = new RecipeReader(recipe, make);
  const { ledger, rejects } = reader;
  const outliers = new TableOutliers(fields, recipe.currency);
  const output = open(fields);
  const compares = recipe.repeated !== undefined || recipe.project !== undefined;
  const held: Candidate[] = [];
  let rowsOut = 0;
  const write = async (rows: readonly Row[]): Promise<void> => {
    await output.write(cleanRows(recipe, fields, rows, rowsOut, outliers));
    rowsOut += rows.length;
  };
  for await (const sheet of sheets) {
    for await (const batch of reader.candidates(sheet)) {
      if (compares) held.push(...batch);
      else await write(batch.map(({ row }) => row));
    }
    for (const reject of rejects.splice(0)) output.reject(reject);
  }
  const { rows, projects } = settled(recipe, held, ledger);
  if (rows.length > 0) await write(rows);
  await output.close();
  return {
    fields: [...fields],
    mostMasked: [],
    rejects: ledger.rejects,
    ledger: { ...ledger.close(rowsOut, outliers.close()), ...(projects ? { projects } : {}) },
  };
}

/** Rows without those that repeat others, notices of one project linked. */
function settled(
  recipe: Recipe,
  candidates: readonly Candidate[],
  ledger: IngestLedgerBuilder,
): { rows: Row[]; projects: ProjectsReport | undefined } {
  const kept = dropDuplicates(candidates, recipe.repeated ?? [], (reason) => ledger.drop(reason));
  const rows = kept.map(({ row }) => row);
  return { rows, projects: recipe.project ? tieProjects(rows, recipe.project) : undefined };
}

/** Rows as an output takes them. @param before the number of rows before them */
function cleanRows(
  recipe: Recipe,
  fields: readonly ProposedField[],
  rows: readonly Row[],
  before: number,
  outliers: TableOutliers,
): CleanRow[] {
  return rows.map((row, index) => {
    const cells = fields.map(({ name }) => row[name] ?? null);
    const number = before + index + 1;
    outliers.add(number, cells);
    return {
      number,
      cells,
      csv: `,${cells.map(csvCell).join(',')}`,
      part: partOf(recipe, row),
    };
  });
}

/** The part of a table in which a row is kept. */
const partOf = (recipe: Recipe, row: Row): string =>
  recipe.part?.(row) ?? `${recipe.name}-${String(row['date'] ?? '').slice(0, 4) || 'undated'}`;
