import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Cell } from '../../src/model/row.ts';
import { CommandError } from '../lib/fault.ts';
import type { Settings } from './commandLine.ts';
import type { Sheet } from './read/sheet.ts';
import { dropStaged, settle, stageFolder } from './staging.ts';
import type { IngestLedger } from './table/ingestLedger.ts';
import { ingestSheet, type Ingested } from './table/ingestTable.ts';
import { fileOutput, type OpenOutput } from './table/output.ts';
import { releasesFile, reportFiles } from './table/outputFiles.ts';
import type { GivenField } from './table/plan.ts';
import { givenFields } from './table/proposal.ts';

/** A table whose files are staged beside its folder. */
export interface StagedTable extends Ingested {
  folder: string;
  /** What `releases.json` has and lacks. */
  releases?: string;
}

/** Stages the files of the table of a sheet: its rows, its ledger and, where no `dataset.yaml` exists, a proposed one. */
export async function stageTable(
  folder: string,
  sheet: Sheet,
  { parquet, ocds }: Pick<Settings, 'parquet' | 'ocds'>,
): Promise<StagedTable> {
  const id = basename(folder);
  settle(folder);
  refuseOthersTable(folder, [sheet.file]);
  const proposal = !existsSync(join(folder, 'dataset.yaml'));
  const staged = stageFolder(folder);
  try {
    const output = fileOutput(staged, id, parquet);
    const rows: Cell[][] = [];
    const ingested = await ingestSheet(
      sheet,
      ocds === undefined ? output : keepingRows(output, rows),
      givenIn(folder),
    );
    const releases = ocds === undefined ? undefined : releasesFile(id, ingested.fields, rows, ocds);
    if (releases) writeFileSync(join(staged, 'releases.json'), releases.content);
    for (const [name, content] of reportFiles(id, ingested, proposal))
      writeFileSync(join(staged, name), content);
    return { folder, ...ingested, ...(releases ? { releases: releases.report } : {}) };
  } catch (error) {
    dropStaged(folder);
    throw error;
  }
}

/**
 * Two files of one name in two folders would have one output folder.
 * @throws CommandError where the folder has the table of a file that is not read in this run
 */
function refuseOthersTable(folder: string, files: readonly string[]): void {
  const path = join(folder, 'ledger.json');
  if (!existsSync(path)) return;
  const now = new Set(files.map((file) => resolve(fileOf(file))));
  const { files: before } = JSON.parse(readFileSync(path, 'utf8')) as Pick<IngestLedger, 'files'>;
  const other = before.find((file) => !now.has(resolve(fileOf(file))));
  if (other !== undefined)
    throw new CommandError(
      `${folder} has the table of ${other}, which this run does not read; it would be overwritten (name another folder with --to, or move that one away)`,
    );
}

/** The file on the disk: an archive, where it is a member of one. */
const fileOf = (file: string): string => file.split('!')[0]!;

/** An output that also keeps the cells of its rows in memory. */
function keepingRows(open: OpenOutput, kept: Cell[][]): OpenOutput {
  return (fields) => {
    kept.length = 0;
    const output = open(fields);
    return {
      ...output,
      write(rows) {
        for (const { cells } of rows) kept.push(cells);
        return output.write(rows);
      },
    };
  };
}

/** The fields of an existing `dataset.yaml`. */
function givenIn(folder: string): GivenField[] | undefined {
  const edited = join(folder, 'dataset.yaml');
  return existsSync(edited) ? givenFields(readFileSync(edited, 'utf8')) : undefined;
}

/** A name for a table from its file, and its sheet where there are several. */
export function tableId({ file, sheet }: Pick<Sheet, 'file' | 'sheet'>, several: boolean): string {
  const stem = basename(file.split('!').at(-1)!).replace(
    /(\.(csv|tsv|txt|json|ndjson|jsonl|xlsx|xlsm|xls|ods|html?|parquet|gz|zip|bak))+$/i,
    '',
  );
  return (
    [stem, ...(several && sheet !== undefined ? [sheet] : [])]
      .join('-')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'table'
  );
}

/** A folder for a table that no other table of this run uses. */
export function freeFolder(to: string, id: string, tables: readonly Pick<StagedTable, 'folder'>[]): string {
  const taken = (folder: string): boolean => tables.some((table) => table.folder === folder);
  let folder = join(to, id);
  for (let count = 2; taken(folder); count += 1) folder = join(to, `${id}-${count}`);
  return folder;
}
