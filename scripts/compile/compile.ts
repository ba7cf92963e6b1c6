import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue, PublishedDataset, PublishedTable } from '../../src/model/catalogue.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { Row } from '../../src/model/row.ts';
import { parseChanges, type Change } from '../../src/model/changes.ts';
import { RELEASE, RELEASE_DATE, SITE_NAME, SITE_URL } from '../../src/model/site.ts';
import { RowChecks } from './check/rowChecks.ts';
import type { CompiledDataset } from './compiledDataset.ts';
import { coverageOf, PLACES } from './coverage.ts';
import { checkVersion } from './check/versions.ts';
import { COMPILE_RULES } from '../rules/rules.ts';
import { terminal, type Effects } from '../lib/effects.ts';
import { CommandError, FaultsFound, type Fault } from '../lib/fault.ts';
import { beginPublication } from './publish.ts';
import { readDatasets } from './read/datasets.ts';
import { isWhole, publishedCatalogue, reuse } from './reuse.ts';
import { forgetStamps, noteStamps, publishedStamps, stampsOf } from './stamps.ts';
import { compileTable } from './compileTable.ts';
import type { DatasetContext } from './write/datasetFormat.ts';
import { writeDcat } from './write/dcat.ts';
import { fileFacts } from './write/fileFacts.ts';
import { DATASET_FORMATS } from './write/formats.ts';
import { writeSqlite } from './write/sqlite.ts';

/**
 * Reads `data/`, cleans, checks and publishes all datasets into `public/data`, whole or not at all. What did not change since the last
 * run is taken over.
 * @param root the project's folder
 * @throws FaultsFound with every fault of the run; what was published before then stays as it was
 */
export async function compile(root: string, effects: Effects = terminal): Promise<Catalogue> {
  checkAddress();
  const { datasets, faults } = readDatasets(root);
  const stamps = stampsOf(root, datasets, CODE_ROOT);
  const before = faults.length > 0 ? {} : publishedStamps(root);
  const published = Object.keys(before).length > 0 ? publishedCatalogue(root) : undefined;
  if (published && JSON.stringify(before) === JSON.stringify(stamps) && isWhole(root, published)) {
    effects.log(`compiled ${inWords(published)}: nothing changed`);
    return published;
  }
  const publication = beginPublication(root);
  try {
    const checks = new RowChecks();
    const compiled: CompiledDataset[] = [];
    for (const [index, dataset] of datasets.entries()) {
      effects.progress(`compile ${index + 1}/${datasets.length} ${dataset.id}`);
      const same =
        before[dataset.id] === stamps[dataset.id] && published?.datasets.find(({ id }) => id === dataset.id);
      const result =
        (same && (await reuse(root, publication.folder, same, checks))) ||
        (await compileDataset(root, publication.folder, dataset, checks));
      faults.push(...result.faults, ...checkVersion(root, publication.folder, result.dataset));
      compiled.push(result);
    }
    faults.push(...checks.atEnd(new Set(datasets.flatMap(namesOfTables))));
    if (faults.length > 0) throw new FaultsFound(faults);
    const catalogue = await writeDescriptions(publication.folder, compiled);
    forgetStamps(root);
    publication.swap();
    noteStamps(root, stamps);
    const reused = compiled.filter((one) => one.reused).length;
    effects.log(`compiled ${inWords(catalogue)}${reused > 0 ? `; ${reused} unchanged` : ''}`);
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
    `SITE_URL "${process.env['SITE_URL']}" is no address of a host (write https://example.org; a folder of the host goes into BASE_PATH)`,
  );
}

/** Where this code is: what the stamps look at beside the data. */
const CODE_ROOT = join(import.meta.dirname, '..', '..');

const namesOfTables = ({ id, tables }: Dataset): string[] => tables.map(({ name }) => `${id}/${name}`);

/** `24 datasets, 8233 rows into public/data` */
function inWords({ datasets }: Catalogue): string {
  const rows = datasets.flatMap((dataset) => dataset.tables).reduce((sum, table) => sum + table.rows, 0);
  return `${datasets.length} datasets, ${rows} rows into public/data`;
}

async function compileDataset(
  root: string,
  folder: string,
  dataset: Dataset,
  checks: RowChecks,
): Promise<CompiledDataset> {
  const results = [];
  for (const table of dataset.tables) results.push(await compileTable(root, folder, dataset, table, checks));
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
      // Read from the rows when all datasets are there, that of the places among them.
      coverage: { places: [] },
      files: [],
      sources: sources.size,
    },
    faults: [...results.flatMap((result) => result.faults), ...changesFaults(dataset, versions)],
    sources,
  };
}

/** Faults of a CHANGES.md: its newest version is another one than the dataset's, or a version has no day. */
function changesFaults(dataset: Dataset, versions: Change[]): Fault[] {
  const file = `data/${dataset.id}/CHANGES.md`;
  const newest = versions[0]?.version;
  if (newest !== dataset.version)
    return [
      {
        file,
        what: newest
          ? `begins with version ${newest}, but dataset.yaml says ${dataset.version}`
          : 'names no version',
        right: `begin it with "## ${dataset.version} — ${RELEASE_DATE}"`,
      },
    ];
  return versions
    .filter(({ date }) => !isDay(date))
    .map(({ version, date }) => ({
      file,
      column: version,
      value: date || undefined,
      what: date ? 'is no day' : 'has no day',
      right: `write "## ${version} — ${RELEASE_DATE}", the day of the version`,
    }));
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

/** Writes what describes and holds whole datasets, then what is written over all of them. */
async function writeDescriptions(folder: string, compiled: CompiledDataset[]): Promise<Catalogue> {
  const rowsOf = (dataset: PublishedDataset, table: PublishedTable): Row[] =>
    JSON.parse(readFileSync(join(folder, dataset.id, `${table.name}.json`), 'utf8')) as Row[];
  const bibliography = readById(folder, compiled, 'sources');
  const places = readById(folder, compiled, PLACES);
  for (const { dataset, sources, reused } of compiled) {
    if (reused) continue;
    dataset.coverage = coverageOf(dataset, (table) => rowsOf(dataset, table), places);
    const context: DatasetContext = {
      folder: join(folder, dataset.id),
      dataset,
      sources: [...sources].sort().map((id) => bibliography.get(id)!),
      rows: (table) => rowsOf(dataset, table),
    };
    for (const format of DATASET_FORMATS)
      for (const name of await format.write(context))
        dataset.files.push({
          ...fileFacts(join(context.folder, name)),
          format: format.name,
          mediaType: format.mediaType,
        });
  }
  const datasets = compiled.map(({ dataset }) => dataset);
  const over = [
    { name: writeSqlite(folder, datasets, rowsOf), format: 'sqlite', mediaType: 'application/vnd.sqlite3' },
    ...(await writeDcat(folder, datasets)).map((name) => ({
      name,
      format: 'dcat',
      mediaType: name.endsWith('.ttl') ? 'text/turtle' : 'application/ld+json',
    })),
  ];
  const catalogue: Catalogue = {
    name: SITE_NAME,
    release: RELEASE,
    rules: COMPILE_RULES.map(({ name, title }) => ({ name, title })),
    files: over.map((file) => ({ ...fileFacts(join(folder, file.name)), ...file })),
    datasets,
  };
  writeJson(join(folder, 'index.json'), catalogue);
  return catalogue;
}

/** The rows of a dataset of one table by id, `sources` or `places`; none where the project has no such dataset. */
function readById(folder: string, compiled: { dataset: PublishedDataset }[], id: string): Map<string, Row> {
  if (!compiled.some(({ dataset }) => dataset.id === id)) return new Map();
  const rows = JSON.parse(readFileSync(join(folder, id, `${id}.json`), 'utf8')) as Row[];
  return new Map(rows.map((row) => [String(row['id']), row]));
}

const writeJson = (path: string, value: unknown): void =>
  writeFileSync(path, `${JSON.stringify(value, null, 1)}\n`);
