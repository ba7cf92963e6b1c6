import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishedDataset, PublishedTable } from '../../src/model/catalogue.ts';
import { plainKeys } from '../../src/model/dataset.ts';
import type { Field } from '../../src/model/field.ts';
import { absolute, RELEASE_DATE, SITE_NAME } from '../../src/model/site.ts';
import type { DatasetFormat } from './datasetFormat.ts';

/**
 * CSV on the Web: metadata for every table, named as the standard lets a client find it.
 * @see https://www.w3.org/TR/tabular-metadata/
 */
export const csvw: DatasetFormat = {
  name: 'csvw',
  mediaType: 'application/csvm+json',
  write({ folder, dataset }) {
    return dataset.tables.map((table) => {
      const name = `${table.name}.csv-metadata.json`;
      writeFileSync(join(folder, name), `${JSON.stringify(tableMetadata(dataset, table), null, 1)}\n`);
      return name;
    });
  },
};

const DATATYPE: Record<Field['type'], unknown> = {
  string: 'string',
  url: 'anyURI',
  integer: 'integer',
  number: 'double',
  boolean: 'boolean',
  year: 'gYear',
  'partial-date': { base: 'string', format: '[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?' },
};

function tableMetadata(dataset: PublishedDataset, table: PublishedTable): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    '@type': 'Table',
    url: `${table.name}.csv`,
    'dc:title': both(table.title),
    'dc:description': both(dataset.description),
    'dc:publisher': { 'schema:name': SITE_NAME.en },
    'dc:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
    'dc:issued': { '@value': RELEASE_DATE, '@type': 'xsd:date' },
    'schema:version': dataset.version,
    dialect: {
      encoding: 'utf-8',
      delimiter: ',',
      quoteChar: '"',
      doubleQuote: true,
      header: true,
      lineTerminators: ['\r\n', '\n'],
    },
    tableSchema: {
      columns: table.fields.map((field) => ({
        name: field.name,
        titles: { en: [field.name, field.title.en], 'zh-CN': field.title.zh },
        'dc:description': both(field.description),
        datatype: datatypeOf(field),
        required: field.constraints?.required ?? false,
        null: '',
        ...(field.unit ? { 'schema:unitText': field.unit } : {}),
      })),
      primaryKey: table.primaryKey,
      foreignKeys: plainKeys(table).map(({ fields, reference }) => ({
        columnReference: fields,
        reference: {
          resource:
            reference.dataset === dataset.id
              ? `${reference.table}.csv`
              : absolute(`/data/${reference.dataset}/${reference.table}.csv`),
          columnReference: reference.fields,
        },
      })),
    },
  };
}

/** The datatype of a column, with the range its constraints give. */
function datatypeOf(field: Field): unknown {
  const { minimum, maximum } = field.constraints ?? {};
  const base = DATATYPE[field.type];
  if (typeof base !== 'string' || (minimum === undefined && maximum === undefined) || field.type === 'year')
    return base;
  return {
    base,
    ...(minimum !== undefined ? { minimum } : {}),
    ...(maximum !== undefined ? { maximum } : {}),
  };
}

const both = ({ en, zh }: { en: string; zh: string }): object[] => [
  { '@value': en, '@language': 'en' },
  { '@value': zh, '@language': 'zh-CN' },
];
