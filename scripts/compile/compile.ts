import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue, PublishedDataset } from '../../src/model/catalogue.ts';
import type { Dataset, Table } from '../../src/model/dataset.ts';
import { parseChanges } from '../../src/model/changes.ts';
import { SITE_URL } from '../../src/model/site.ts';
import { terminal, type Effects } from '../lib/effects.ts';
import { CommandError, FaultsFound, type Fault } from '../lib/fault.ts';
import { changesFaults } from './check/changeNotes.ts';
import { RowChecks } from './check/rowChecks.ts';
import { checkVersion } from './check/versions.ts';
import { compileTable, type CompiledTable, type TableRun } from './compileTable.ts';
import { CoverageBuilder, PLACES } from './coverage.ts';
import { Kept } from './kept.ts';
import { beginPublication } from './publish.ts';
import { publishing } from './unchanged.ts';
import { openDatabase } from './derive/database.ts';
import { readDatasets } from './read/datasets.ts';
import { derivedFile, isDerived, tableFiles } from './read/tableFiles.ts';
import { rowsById, writeCatalogue, writeDescriptions } from './write/descriptions.ts';

/** A dataset of the run: as published, with what only shows when all datasets are there. */
interface CompiledDataset {
  dataset: PublishedDataset;
  faults: Fault[];
  coverage: CoverageBuilder;
  /** The sources its rows point at. */
  sources: ReadonlySet<string>;
}

/**
 * Reads `data/`, cleans, checks and publishes all datasets into `public/data`, whole or not at all; does nothing where nothing changed since the last
 * time.
 * @param root the project's folder
 * @throws FaultsFound with every fault of the run; what was published before then stays as it was
 */
export async function compile(root: string, effects: Effects = terminal): Promise<Catalogue> {
  checkAddress();
  const lastTime = publishing(root);
  if (lastTime.isUnchanged()) {
    const catalogue = JSON.parse(
      readFileSync(join(root, 'public', 'data', 'index.json'), 'utf8'),
    ) as Catalogue;
    effects.log(`nothing changed: ${inWords(catalogue)}`);
    return catalogue;
  }
  const { catalogue, kept } = await publishOnce(root, effects);
  lastTime.note();
  kept.note();
  effects.log(`compiled ${inWords(catalogue)}${usedInWords(kept)}`);
  return catalogue;
}

/** Publishes with what is kept of the last compile; without it where there are faults, which name every row. */
async function publishOnce(root: string, effects: Effects): Promise<{ catalogue: Catalogue; kept: Kept }> {
  const kept = Kept.ofLastCompile(root);
  try {
    return { catalogue: await publish(root, kept, effects), kept };
  } catch (error) {
    if (!(error instanceof FaultsFound) || kept.used.parts === 0) throw error;
  }
  const nothing = Kept.nothing(root);
  return { catalogue: await publish(root, nothing, effects), kept: nothing };
}

/** @throws FaultsFound */
async function publish(root: string, kept: Kept, effects: Effects): Promise<Catalogue> {
  const { datasets, faults } = readDatasets(root);
  const publication = beginPublication(root);
  const { folder } = publication;
  try {
    const checks = new RowChecks();
    const run: Run = { root, folder, checks, kept, effects };
    const stored = await compileStored(run, datasets);
    const compiled = (await compileDerived(run, stored)).map((one) => finish(root, one));
    faults.push(...compiled.flatMap((one) => [...one.faults, ...checkVersion(root, folder, one.dataset)]));
    faults.push(...checks.atEnd(new Set(compiled.flatMap(({ dataset }) => namesOfTables(dataset)))));
    if (faults.length > 0) throw new FaultsFound(faults);
    const catalogue = await describe(run, compiled);
    publication.swap();
    return catalogue;
  } catch (error) {
    publication.abandon();
    throw error;
  }
}

/** @throws CommandError where `SITE_URL` is given and is not the address of a host */
function checkAddress(): void {
  const isHost = URL.canParse(SITE_URL) && new URL(SITE_URL).origin === SITE_URL && /^https?:/.test(SITE_URL);
  if (SITE_URL === '' || isHost) return;
  throw new CommandError(
    `SITE_URL "${process.env['SITE_URL']}" is not the address of a host (write https://example.org; a folder of the host goes into BASE_PATH)`,
  );
}

const namesOfTables = ({ id, tables }: PublishedDataset): string[] =>
  tables.map(({ name }) => `${id}/${name}`);

/** `24 datasets, 8233 rows into public/data` */
function inWords({ datasets }: Catalogue): string {
  const rows = datasets.flatMap((dataset) => dataset.tables).reduce((sum, table) => sum + table.rows, 0);
  return `${datasets.length} datasets, ${rows} rows into public/data`;
}

/** ` (as before: 21 parts of large tables, descriptions of 27 datasets)` */
const usedInWords = ({ used: { parts, descriptions } }: Kept): string =>
  parts + descriptions === 0
    ? ''
    : ` (as before: ${parts} parts of large tables, descriptions of ${descriptions} datasets)`;

/** What every step of a compile needs. */
interface Run extends TableRun {
  effects: Effects;
}

/** A dataset whose tables are being compiled: by name, so far. */
interface OpenDataset {
  dataset: Dataset;
  coverage: CoverageBuilder;
  tables: Map<string, CompiledTable>;
  faults: Fault[];
}

/** Compiles the tables whose rows are in `data/`. */
async function compileStored(run: Run, datasets: Dataset[]): Promise<OpenDataset[]> {
  const { root, effects } = run;
  const open: OpenDataset[] = [];
  for (const [index, dataset] of datasets.entries()) {
    effects.progress(`compile ${index + 1}/${datasets.length} ${dataset.id}`);
    const one: OpenDataset = { dataset, coverage: new CoverageBuilder(), tables: new Map(), faults: [] };
    for (const table of dataset.tables)
      if (!isDerived(root, dataset.id, table.name))
        one.tables.set(
          table.name,
          await compileTable(
            run,
            dataset,
            table,
            one.coverage,
            tableFiles(root, dataset.id, table.name),
            !isLarge(root, datasets, dataset, table),
          ),
        );
    open.push(one);
  }
  return open;
}

/**
 * Compiles the tables that SQL derives from others, in the order of datasets and tables; the SQL may read every stored table, and derived ones that
 * come before. They are checked and published like any table. Nothing is derived from rows that have faults. The keys of large tables are looked over
 * here too.
 */
async function compileDerived(run: Run, open: OpenDataset[]): Promise<OpenDataset[]> {
  const { root, folder, effects } = run;
  const derived = open.flatMap((one) =>
    one.dataset.tables.filter(({ name }) => !one.tables.has(name)).map((table) => ({ one, table })),
  );
  const datasets = open.map(({ dataset }) => dataset);
  const hasFaults = open.some(({ tables }) => [...tables.values()].some(({ faults }) => faults.length > 0));
  const large = open
    .flatMap((one) => [...one.tables.values()].map(({ table }) => ({ one, table })))
    .filter(({ one, table }) => isLarge(root, datasets, one.dataset, table));
  if (derived.length + large.length === 0 || hasFaults) return open;
  const database = await openDatabase(folder);
  try {
    for (const { dataset, tables } of open)
      for (const { table } of tables.values()) await database.add(dataset.id, table);
    for (const { one, table } of large) {
      const key = await database.repeatedKey(table);
      if (key !== undefined)
        one.faults.push({
          file: `data/${one.dataset.id}/${table.name}`,
          column: table.primaryKey.join('+'),
          value: key,
          what: 'is there more than once',
          right: 'a key names one row',
        });
    }
    for (const { one, table } of derived) {
      const { dataset } = one;
      effects.progress(`derive ${dataset.id}/${table.name}`);
      const file = derivedFile(dataset.id, table.name);
      const path = join(folder, `${table.name}.derived.csv`);
      const sql = readFileSync(join(root, file), 'utf8');
      const fault = await database.derive(table, sql, path, file);
      if (fault) {
        one.faults.push(fault);
        continue;
      }
      const result = await compileTable(run, dataset, table, one.coverage, [
        { file: `result of ${file}`, path },
      ]);
      rmSync(path);
      result.table.sql = sql;
      one.tables.set(table.name, result);
      await database.add(dataset.id, result.table);
    }
  } finally {
    database.close();
  }
  return open;
}

/** Whether the keys of a table are too many to be kept: it is in compressed parts, and no other table points at it. */
const isLarge = (root: string, datasets: readonly Dataset[], dataset: Dataset, { name }: Table): boolean =>
  tableFiles(root, dataset.id, name).every(({ file, part }) => part !== undefined && file.endsWith('.gz')) &&
  !datasets.some(({ tables }) =>
    tables.some(({ foreignKeys }) =>
      foreignKeys.some(({ reference }) => reference.dataset === dataset.id && reference.table === name),
    ),
  );

/** A dataset of which all tables are compiled. */
function finish(root: string, { dataset, coverage, tables, faults }: OpenDataset): CompiledDataset {
  const results = dataset.tables.flatMap(({ name }) => tables.get(name) ?? []);
  const sources = new Set(results.flatMap((result) => [...result.sources]));
  const changes = readFileSync(join(root, 'data', dataset.id, 'CHANGES.md'), 'utf8');
  const versions = parseChanges(changes);
  return {
    dataset: {
      ...dataset,
      tables: results.map((result) => result.table),
      changes,
      issued: versions.at(-1)?.date ?? '',
      modified: versions[0]?.date ?? '',
      // Known when all datasets are there, that of the places among them.
      coverage: { places: [] },
      files: [],
      sources: sources.size,
    },
    faults: [...faults, ...results.flatMap((result) => result.faults), ...changesFaults(dataset, versions)],
    coverage,
    sources,
  };
}

/** Writes what describes and holds whole datasets, then what is written over all of them. */
async function describe({ folder, kept }: Run, compiled: CompiledDataset[]): Promise<Catalogue> {
  const datasets = compiled.map(({ dataset }) => dataset);
  const bibliography = await rowsById(folder, datasets, 'sources');
  const places = await rowsById(folder, datasets, PLACES);
  for (const { dataset, coverage, sources } of compiled) {
    dataset.coverage = coverage.coverage(places);
    const cited = [...sources].sort().map((id) => bibliography.get(id)!);
    await kept.describe(folder, dataset, cited, () => writeDescriptions(folder, dataset, cited));
  }
  return writeCatalogue(folder, datasets);
}
