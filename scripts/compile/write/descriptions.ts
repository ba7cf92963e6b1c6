import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue, PublishedDataset } from '../../../src/model/catalogue.ts';
import type { Row } from '../../../src/model/row.ts';
import { RELEASE, SITE_NAME } from '../../../src/model/site.ts';
import { COMPILE_RULES } from '../../rules/rules.ts';
import type { DatasetContext } from './datasetFormat.ts';
import { writeDcat } from './dcat.ts';
import { compressFile } from './compressFile.ts';
import { fileFacts } from './fileFacts.ts';
import { DATASET_FORMATS } from './formats.ts';
import { eachPublished, publishedRows } from './publishedRows.ts';
import { writeSqlite } from './sqlite.ts';

/** The rows of a dataset of one table by id, `sources` or `places`; none where the project has no such dataset. */
export async function rowsById(
  folder: string,
  datasets: PublishedDataset[],
  id: string,
): Promise<Map<string, Row>> {
  const table = datasets.find((dataset) => dataset.id === id)?.tables.find(({ name }) => name === id);
  if (!table) return new Map();
  return new Map((await publishedRows(join(folder, id), table)).map((row) => [String(row['id']), row]));
}

/**
 * Writes the files that describe or hold a whole dataset, and adds them to it.
 * @param sources those its rows point at, as rows of the bibliography
 */
export async function writeDescriptions(
  folder: string,
  dataset: PublishedDataset,
  sources: Row[],
): Promise<void> {
  const context: DatasetContext = {
    folder: join(folder, dataset.id),
    dataset,
    sources,
    rows: (table) => publishedRows(context.folder, table),
    eachRows: (table, onRows) => eachPublished(context.folder, table, onRows),
  };
  for (const format of DATASET_FORMATS)
    for (const name of await format.write(context))
      dataset.files.push(fileFacts(join(context.folder, name), format.name));
}

/** Writes what goes over all datasets, and the catalogue of everything published. */
export async function writeCatalogue(folder: string, datasets: PublishedDataset[]): Promise<Catalogue> {
  const database = await writeSqlite(folder, datasets, (dataset, table) =>
    publishedRows(join(folder, dataset.id), table),
  );
  // Published compressed only: it takes a fifth of the space, and the page that queries it loads that.
  const compressed = await compressFile(join(folder, database));
  rmSync(join(folder, database));
  const dcat = await writeDcat(folder, datasets);
  const catalogue: Catalogue = {
    name: SITE_NAME,
    release: RELEASE,
    rules: COMPILE_RULES.map(({ name, title }) => ({ name, title })),
    files: [
      fileFacts(compressed, 'sqlite-gz'),
      fileFacts(join(folder, dcat.jsonld), 'dcat-jsonld'),
      fileFacts(join(folder, dcat.turtle), 'dcat-turtle'),
    ],
    datasets,
  };
  writeFileSync(join(folder, 'index.json'), `${JSON.stringify(catalogue, null, 1)}\n`);
  return catalogue;
}
