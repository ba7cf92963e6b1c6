import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishedDataset } from '../../../src/model/catalogue.ts';
import type { Field } from '../../../src/model/field.ts';
import { licenceOf } from '../../../src/model/licence.ts';
import { absolute, SITE_NAME, webAddress } from '../../../src/model/site.ts';
import type { DatasetFormat } from './datasetFormat.ts';
import { csvFile } from './publishedRows.ts';

/**
 * Croissant 1.0, as machine-learning catalogues read it.
 * @see https://docs.mlcommons.org/croissant/docs/croissant-spec.html
 */
export const croissant: DatasetFormat = {
  name: 'croissant',
  write({ folder, dataset }) {
    writeFileSync(join(folder, 'croissant.json'), `${JSON.stringify(describe(dataset), null, 1)}\n`);
    return ['croissant.json'];
  },
};

/** The context that the specification prescribes. */
const CONTEXT = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  dct: 'http://purl.org/dc/terms/',
  examples: { '@id': 'cr:examples', '@type': '@json' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileProperty: 'cr:fileProperty',
  fileObject: 'cr:fileObject',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  parentField: 'cr:parentField',
  path: 'cr:path',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  repeated: 'cr:repeated',
  replace: 'cr:replace',
  sc: 'https://schema.org/',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
};

const DATA_TYPE: Record<Field['type'], string> = {
  string: 'sc:Text',
  url: 'sc:URL',
  integer: 'sc:Integer',
  number: 'sc:Float',
  boolean: 'sc:Boolean',
  year: 'sc:Integer',
  'partial-date': 'sc:Text',
};

/**
 * Ids that can never collide: a file's is its name and has a dot, a field's has a slash, a record set's is the name of its table and has
 * neither.
 */
const fieldId = (table: string, field: string): string => `${table}/${field}`;

function describe(dataset: PublishedDataset): object {
  const files = dataset.tables.map((table) => ({
    table,
    file: csvFile(table),
  }));
  const { url, title } = licenceOf(dataset);
  const { years, places } = dataset.coverage;
  return {
    '@context': CONTEXT,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    name: dataset.id,
    alternateName: [
      { '@value': dataset.title.en, '@language': 'en' },
      { '@value': dataset.title.zh, '@language': 'zh-CN' },
    ],
    description: dataset.description.en,
    url: absolute(`/en/datasets/${dataset.id}/`),
    license: url ?? `${title}. ${dataset.rights!.en}`,
    creator: { '@type': 'sc:Organization', name: SITE_NAME.en, alternateName: SITE_NAME.zh },
    publisher: { '@type': 'sc:Organization', name: SITE_NAME.en },
    datePublished: dataset.issued,
    dateModified: dataset.modified,
    version: dataset.version,
    inLanguage: ['en', 'zh-CN'],
    keywords: [...dataset.keywords.en, ...dataset.keywords.zh],
    temporalCoverage: years && `${years.first}/${years.last}`,
    spatialCoverage: places.length > 0 ? places.map(({ name }) => name.en) : undefined,
    citeAs: `${SITE_NAME.en}. (${dataset.modified.slice(0, 4)}). ${dataset.title.en} (Version ${dataset.version}) [Data set]. ${absolute(`/en/datasets/${dataset.id}/`)}`,
    isLiveDataset: false,
    distribution: files.map(({ file }) => ({
      '@type': 'cr:FileObject',
      '@id': file.name,
      name: file.name,
      // Beside this description, wherever that is.
      contentUrl: webAddress(`/data/${dataset.id}/${file.name}`) ?? file.name,
      encodingFormat: file.mediaType,
      contentSize: `${file.bytes} B`,
      sha256: file.sha256,
    })),
    recordSet: files.map(({ table, file }) => ({
      '@type': 'cr:RecordSet',
      '@id': table.name,
      name: table.name,
      description: table.title.en,
      key: table.primaryKey.map((field) => ({ '@id': fieldId(table.name, field) })),
      field: table.fields.map((field) => ({
        '@type': 'cr:Field',
        '@id': fieldId(table.name, field.name),
        name: field.name,
        description: [
          { '@value': field.description.en, '@language': 'en' },
          { '@value': field.description.zh, '@language': 'zh-CN' },
        ],
        dataType: DATA_TYPE[field.type],
        source: { fileObject: { '@id': file.name }, extract: { column: field.name } },
      })),
    })),
  };
}
