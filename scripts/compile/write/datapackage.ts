import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainKeys, type Table } from '../../../src/model/dataset.ts';
import type { Field } from '../../../src/model/field.ts';
import type { PublishedDataset, PublishedFile } from '../../../src/model/catalogue.ts';
import { licenceOf } from '../../../src/model/licence.ts';
import { SITE_NAME, webAddress } from '../../../src/model/site.ts';
import type { DatasetFormat } from './datasetFormat.ts';
import { distinct } from './distinct.ts';
import { csvFile } from './publishedRows.ts';

/** What a table of a package was published as: its CSV file. */
interface PackageTable {
  table: Table;
  file: PublishedFile;
}

/** A source as a Data Package names it. */
interface PackageSource {
  title: string;
  path?: string;
}

/** `datapackage.json`, the Frictionless description. */
export const frictionless: DatasetFormat = {
  name: 'datapackage',
  write({ folder, dataset, sources }) {
    const tables = dataset.tables.map((table) => ({
      table,
      file: csvFile(table),
    }));
    const cited = distinct(
      sources.map((row) => ({
        title: String(row['title']),
        ...(row['url'] ? { path: String(row['url']) } : {}),
      })),
    );
    writeFileSync(
      join(folder, 'datapackage.json'),
      `${JSON.stringify(datapackage(dataset, tables, cited), null, 1)}\n`,
    );
    return ['datapackage.json'];
  },
};

/**
 * The Frictionless description of a dataset.
 * @see https://datapackage.org/standard/data-package/ (version 2.0)
 */
function datapackage(dataset: PublishedDataset, tables: PackageTable[], sources: PackageSource[]): object {
  const licence = licenceOf(dataset);
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: dataset.id,
    id: webAddress(`/data/${dataset.id}/datapackage.json`),
    title: dataset.title.en,
    title_zh: dataset.title.zh,
    description: dataset.description.en,
    description_zh: dataset.description.zh,
    homepage: webAddress(`/en/datasets/${dataset.id}/`),
    version: dataset.version,
    created: `${dataset.modified}T00:00:00Z`,
    licenses: licence.url ? [{ name: licence.spdx, path: licence.url, title: licence.title }] : undefined,
    rights: dataset.rights?.en,
    rights_zh: dataset.rights?.zh,
    contributors: [{ title: `${SITE_NAME.en} (${SITE_NAME.zh})`, roles: ['publisher'] }],
    keywords: [...dataset.keywords.en, ...dataset.keywords.zh],
    sources: sources.length > 0 ? sources : undefined,
    resources: tables.map((published) => resource(dataset, published)),
  };
}

function resource(dataset: PublishedDataset, { table, file }: PackageTable): object {
  return {
    name: table.name,
    type: 'table',
    path: file.name,
    title: table.title.en,
    title_zh: table.title.zh,
    format: 'csv',
    mediatype: file.mediaType,
    // As the recipe for compressed resources asks.
    compression: file.compression === 'gzip' ? 'gz' : undefined,
    encoding: 'utf-8',
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    dialect: { delimiter: ',', lineTerminator: '\r\n', header: true },
    schema: {
      fields: table.fields.map(schemaField),
      missingValues: [''],
      primaryKey: table.primaryKey,
      // A key into another dataset names its package, as the recipe for external foreign keys asks.
      foreignKeys:
        plainKeys(table).length === 0
          ? undefined
          : plainKeys(table).map(({ fields, reference }) => ({
              fields,
              reference: {
                ...(reference.dataset === dataset.id ? {} : { package: packageOf(reference.dataset) }),
                resource:
                  reference.dataset === dataset.id && reference.table === table.name ? '' : reference.table,
                fields: reference.fields,
              },
            })),
    },
  };
}

/** The address of another dataset's description; where the build does not know the host, relative to this one. */
const packageOf = (dataset: string): string =>
  webAddress(`/data/${dataset}/datapackage.json`) ?? `../${dataset}/datapackage.json`;

const FRICTIONLESS_TYPE = {
  string: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  year: 'year',
  'partial-date': 'string',
  url: 'string',
} as const;

const PARTIAL_DATE = '\\d{4}(-\\d\\d(-\\d\\d)?)?';

function schemaField(field: Field): object {
  const constraints = {
    ...field.constraints,
    enum: field.constraints?.enum?.map((code) =>
      field.type === 'integer' || field.type === 'number' ? Number(code) : code,
    ),
    pattern: field.type === 'partial-date' ? PARTIAL_DATE : field.constraints?.pattern,
  };
  return {
    name: field.name,
    type: FRICTIONLESS_TYPE[field.type],
    format: field.type === 'url' ? 'uri' : undefined,
    title: field.title.en,
    title_zh: field.title.zh,
    description: field.description.en,
    description_zh: field.description.zh,
    unit: field.unit,
    constraints: Object.values(constraints).some((rule) => rule !== undefined) ? constraints : undefined,
    categories:
      field.labels && field.type === 'string'
        ? Object.entries(field.labels).map(([value, label]) => ({
            value,
            label: `${label.en} / ${label.zh}`,
          }))
        : undefined,
  };
}
