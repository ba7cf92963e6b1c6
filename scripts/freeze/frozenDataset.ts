import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { strings } from '../../src/i18n/strings.ts';
import type { PublishedDataset, PublishedTable } from '../../src/model/catalogue.ts';
import { licenceOf } from '../../src/model/licence.ts';
import { escapeXml } from '../../src/model/xml.ts';
import type { Files } from './folder.ts';
import { fileLinks, plainPage } from './page.ts';

/** The files of a dataset's ZIP that are kept besides its rows. */
const DESCRIPTIONS = [
  'README.md',
  'LICENSE.txt',
  'CHANGES.md',
  'cited-sources.csv',
  'datapackage.json',
  'CITATION.cff',
  'datacite.json',
  'quality.json',
];

/** The files in which the rows of a table are kept: CSV, and Parquet of a large one. */
const keptFiles = (table: PublishedTable): string[] =>
  table.files.filter(({ format }) => format === (table.large ? 'parquet' : 'csv')).map(({ name }) => name);

/** The files of a deposit that come from the data alone: they must not differ under the same version. */
export const immutableFiles = (dataset: PublishedDataset): string[] => [
  'dataset.yaml',
  'CHANGES.md',
  ...dataset.tables.flatMap(keptFiles),
];

/**
 * The complete deposit of a dataset's version: rows, dictionary, README, licence, changes, cited sources and a page, readable without the
 * site.
 */
export function deposit(root: string, dataset: PublishedDataset): Files {
  const kept = dataset.tables.flatMap(keptFiles);
  const schemas = dataset.tables.map(({ name }) => `${name}.schema.json`);
  const wanted = new Set([...kept, ...DESCRIPTIONS, ...schemas]);
  // CSVW describes CSV files only.
  if (kept.every((name) => name.endsWith('.csv'))) wanted.add('csv-metadata.json');
  const archive = readFileSync(join(root, 'public', 'data', dataset.id, `${dataset.id}.zip`));
  const files: Files = new Map(
    Object.entries(unzipSync(archive, { filter: ({ name }) => wanted.has(name) })).sort(([a], [b]) =>
      a < b ? -1 : 1,
    ),
  );
  files.set('datapackage.json', withKeptFiles(files.get('datapackage.json')!, dataset));
  files.set('dataset.yaml', readFileSync(join(root, 'data', dataset.id, 'dataset.yaml')));
  files.set('index.html', page(dataset, [...files.keys()]));
  return files;
}

/** The Data Package of a deposit, with the Parquet file of tables that are kept as Parquet. */
function withKeptFiles(json: string | Uint8Array, dataset: PublishedDataset): string {
  const description = JSON.parse(Buffer.from(json).toString('utf8')) as {
    resources: Record<string, unknown>[];
  };
  description.resources = description.resources.map((resource, at) => {
    const table = dataset.tables[at]!;
    if (!table.large) return resource;
    const names = keptFiles(table);
    const [file, ...more] = table.files.filter(({ name }) => names.includes(name));
    return {
      ...resource,
      // Those of a CSV file.
      encoding: undefined,
      dialect: undefined,
      compression: undefined,
      path: more.length > 0 ? names : file!.name,
      format: 'parquet',
      mediatype: file!.mediaType,
      bytes: more.length > 0 ? undefined : file!.bytes,
      hash: more.length > 0 ? undefined : `sha256:${file!.sha256}`,
    };
  });
  return `${JSON.stringify(description, null, 1)}\n`;
}

function page(dataset: PublishedDataset, names: string[]): string {
  const { title, description, version, modified, rights } = dataset;
  return plainPage([title.en, title.zh, version], (language) => {
    const t = strings(language);
    const licence = licenceOf(dataset).name[language];
    return `<h1>${escapeXml(title[language])}</h1>
<p>${escapeXml(description[language])}</p>
<p>${t.version} ${version} · ${modified} · ${t.licence}${t.colon}${escapeXml(licence)}</p>
${rights ? `<p>${escapeXml(rights[language])}</p>\n` : ''}${fileLinks([...names, 'SHA256SUMS'])}`;
  });
}
