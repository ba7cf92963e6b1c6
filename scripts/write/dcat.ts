import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import jsonld from 'jsonld';
import { Parser, Writer } from 'n3';
import type { PublishedDataset, PublishedFile } from '../../src/model/catalogue.ts';
import { absolute, RELEASE, RELEASE_DATE, SITE_NAME } from '../../src/model/site.ts';

const PREFIXES = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  prov: 'http://www.w3.org/ns/prov#',
  adms: 'http://www.w3.org/ns/adms#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};
const CC_BY = 'https://creativecommons.org/licenses/by/4.0/';
const LANGUAGES = ['ENG', 'ZHO'].map((code) =>
  id(`http://publications.europa.eu/resource/authority/language/${code}`),
);
/** DCAT-AP asks for the file types of the European Publications Office. */
const FILE_TYPES: Record<string, string> = {
  csv: 'CSV',
  'csv-excel': 'CSV',
  json: 'JSON',
  ndjson: 'JSON',
  parquet: 'PARQUET',
  xlsx: 'XLSX',
  zip: 'ZIP',
};

/**
 * The catalogue in DCAT 3 with the fields that DCAT-AP asks for, as JSON-LD and as Turtle of the same statements.
 * @see https://www.w3.org/TR/vocab-dcat-3/
 */
export async function writeDcat(folder: string, datasets: PublishedDataset[]): Promise<string[]> {
  const document = catalogue(datasets);
  writeFileSync(join(folder, 'catalog.jsonld'), `${JSON.stringify(document, null, 1)}\n`);
  writeFileSync(join(folder, 'catalog.ttl'), await turtle(document));
  return ['catalog.jsonld', 'catalog.ttl'];
}

function catalogue(datasets: PublishedDataset[]): object {
  const publisher = {
    '@id': absolute('/#publisher'),
    '@type': 'foaf:Organization',
    'foaf:name': both(SITE_NAME),
  };
  return {
    '@context': PREFIXES,
    '@id': absolute('/data/catalog.jsonld'),
    '@type': 'dcat:Catalog',
    'dct:title': both(SITE_NAME),
    'dct:description': both({
      en: 'Datasets on local governments that buy public services, in China and abroad.',
      zh: '地方政府购买公共服务的数据集，涵盖中国与国外。',
    }),
    'dct:publisher': publisher,
    'dct:issued': date(RELEASE_DATE),
    'dct:license': id(CC_BY),
    'dct:language': LANGUAGES,
    'foaf:homepage': id(absolute('/')),
    'dcat:version': RELEASE,
    'dcat:dataset': datasets.map((dataset) => ({
      '@id': absolute(`/en/datasets/${dataset.id}/`),
      '@type': 'dcat:Dataset',
      'dct:identifier': dataset.id,
      'dct:title': both(dataset.title),
      'dct:description': both(dataset.description),
      'dct:publisher': id(absolute('/#publisher')),
      'dct:issued': date(RELEASE_DATE),
      'dct:license': id(CC_BY),
      'dct:language': LANGUAGES,
      'dct:provenance': { '@type': 'dct:ProvenanceStatement', 'rdfs:label': both(dataset.method) },
      'dcat:version': dataset.version,
      'adms:versionNotes': { '@value': dataset.changes.trim(), '@language': 'en' },
      'dcat:keyword': [
        ...dataset.keywords.en.map((word) => ({ '@value': word, '@language': 'en' })),
        ...dataset.keywords.zh.map((word) => ({ '@value': word, '@language': 'zh-CN' })),
      ],
      'dcat:landingPage': id(absolute(`/en/datasets/${dataset.id}/`)),
      'dcat:theme': id('http://publications.europa.eu/resource/authority/data-theme/GOVE'),
      'dcat:distribution': [
        ...dataset.tables.flatMap((table) => table.files.map((file) => ({ file, title: table.title }))),
        ...dataset.files
          .filter(({ format }) => format === 'xlsx' || format === 'zip')
          .map((file) => ({ file, title: dataset.title })),
      ].map(({ file, title }) => distribution(dataset, file, title)),
    })),
  };
}

function distribution(
  dataset: PublishedDataset,
  file: PublishedFile,
  title: { en: string; zh: string },
): object {
  const address = absolute(`/data/${dataset.id}/${file.name}`);
  const type = FILE_TYPES[file.format];
  return {
    '@id': address,
    '@type': 'dcat:Distribution',
    'dct:title': both(title),
    'dcat:accessURL': id(absolute(`/en/datasets/${dataset.id}/`)),
    'dcat:downloadURL': id(address),
    'dcat:mediaType': id(`https://www.iana.org/assignments/media-types/${file.mediaType}`),
    ...(type
      ? { 'dct:format': id(`http://publications.europa.eu/resource/authority/file-type/${type}`) }
      : {}),
    'dcat:byteSize': { '@value': String(file.bytes), '@type': 'xsd:nonNegativeInteger' },
    'dct:license': id(CC_BY),
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': id('http://spdx.org/rdf/terms#checksumAlgorithm_sha256'),
      'spdx:checksumValue': { '@value': file.sha256, '@type': 'xsd:hexBinary' },
    },
  };
}

/** The same statements as Turtle. The context stands in the document; nothing is fetched. */
async function turtle(document: object): Promise<string> {
  const nquads = (await jsonld.toRDF(document as jsonld.JsonLdDocument, {
    format: 'application/n-quads',
    documentLoader: (url) => Promise.reject(new Error(`the catalogue asks for ${url}`)),
  })) as unknown as string;
  const writer = new Writer({ prefixes: PREFIXES });
  writer.addQuads(new Parser({ format: 'N-Quads', blankNodePrefix: '' }).parse(nquads));
  return new Promise((resolve, reject) =>
    writer.end((error, text: string) => (error ? reject(error) : resolve(text))),
  );
}

function id(address: string): { '@id': string } {
  return { '@id': address };
}
const date = (day: string): object => ({ '@value': day, '@type': 'xsd:date' });
const both = ({ en, zh }: { en: string; zh: string }): object[] => [
  { '@value': en, '@language': 'en' },
  { '@value': zh, '@language': 'zh-CN' },
];
