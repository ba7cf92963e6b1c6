import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishedDataset, PublishedTable } from '../../../src/model/catalogue.ts';
import { plainKeys } from '../../../src/model/dataset.ts';
import type { Field } from '../../../src/model/field.ts';
import { licenceOf } from '../../../src/model/licence.ts';
import { SITE_NAME, webAddress } from '../../../src/model/site.ts';
import type { DatasetFormat } from './datasetFormat.ts';
import { csvFile } from './publishedRows.ts';

/**
 * CSV on the Web: one group of all tables of a dataset, in the file where the standard lets a client look for it.
 * @see https://www.w3.org/TR/tabular-metadata/
 */
export const csvw: DatasetFormat = {
  name: 'csvw',
  write({ folder, dataset }) {
    writeFileSync(join(folder, CSVW_FILE), `${JSON.stringify(tableGroup(dataset), null, 1)}\n`);
    return [CSVW_FILE];
  },
};

/** The name that a client asks for beside a CSV file. @see https://www.w3.org/TR/tabular-data-model/#standard-path */
const CSVW_FILE = 'csv-metadata.json';

const DATATYPE: Record<Field['type'], unknown> = {
  string: 'string',
  url: 'anyURI',
  integer: 'integer',
  number: 'double',
  boolean: 'boolean',
  year: 'gYear',
  'partial-date': { base: 'string', format: '[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?' },
};

function tableGroup(dataset: PublishedDataset): object {
  const { url, title } = licenceOf(dataset);
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    '@type': 'TableGroup',
    'dc:title': both(dataset.title),
    'dc:description': both(dataset.description),
    'dc:publisher': { 'schema:name': SITE_NAME.en },
    ...(url ? { 'dc:license': { '@id': url } } : {}),
    'dc:rights': dataset.rights ? both(dataset.rights) : title,
    'dc:issued': { '@value': dataset.issued, '@type': 'xsd:date' },
    'dc:modified': { '@value': dataset.modified, '@type': 'xsd:date' },
    'schema:version': dataset.version,
    dialect: {
      encoding: 'utf-8',
      delimiter: ',',
      quoteChar: '"',
      doubleQuote: true,
      header: true,
      lineTerminators: ['\r\n', '\n'],
    },
    tables: dataset.tables.map((table) => tableMetadata(dataset, table)),
  };
}

function tableMetadata(dataset: PublishedDataset, table: PublishedTable): object {
  const inside = plainKeys(table).filter(({ reference }) => reference.dataset === dataset.id);
  return {
    url: csvFile(table).name,
    'dc:title': both(table.title),
    tableSchema: {
      columns: table.fields.map((field) => ({
        name: field.name,
        titles: { en: [field.name, field.title.en], 'zh-CN': field.title.zh },
        'dc:description': both(field.description),
        datatype: datatypeOf(field),
        required: field.constraints?.required ?? false,
        null: '',
        ...(field.unit ? { 'schema:unitText': field.unit } : {}),
        ...referenceOf(dataset, table, field),
      })),
      primaryKey: table.primaryKey,
      foreignKeys: inside.map(({ fields, reference }) => ({
        columnReference: fields,
        reference: {
          resource: csvFile(dataset.tables.find(({ name }) => name === reference.table)!).name,
          columnReference: reference.fields,
        },
      })),
    },
  };
}

/**
 * Where the keys in a column of another dataset lead. A foreign key may only lead to a table of the same group, so it is a link here.
 * @see https://www.w3.org/TR/tabular-metadata/#foreign-keys
 */
function referenceOf(dataset: PublishedDataset, table: PublishedTable, field: Field): object {
  const key = table.foreignKeys.find(
    ({ fields, reference }) => fields.includes(field.name) && reference.dataset !== dataset.id,
  );
  if (!key) return {};
  const { dataset: other, table: name } = key.reference;
  return {
    'dc:references': { '@id': webAddress(`/data/${other}/${name}.csv`) ?? `../${other}/${name}.csv` },
  };
}

/** The datatype of a column, with the range or the codes its constraints give. */
function datatypeOf(field: Field): unknown {
  const { minimum, maximum, enum: codes } = field.constraints ?? {};
  const base = DATATYPE[field.type];
  if (base === 'string' && codes)
    return { base, format: codes.map((code) => code.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|') };
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
