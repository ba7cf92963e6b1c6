import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import jsonld from 'jsonld';
import { Parser, Writer } from 'n3';
import type { CoveredPlace, PublishedDataset, PublishedFile } from '../../../src/model/catalogue.ts';
import type { Bilingual } from '../../../src/model/language.ts';
import { publishedFormat } from '../../../src/model/publishedFormat.ts';
import { LICENCES, licenceOf, OWN_LICENCE } from '../../../src/model/licence.ts';
import { absolute, href, RELEASE, RELEASE_DATE, SITE_NAME, SITE_URL } from '../../../src/model/site.ts';

const PREFIXES = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  prov: 'http://www.w3.org/ns/prov#',
  adms: 'http://www.w3.org/ns/adms#',
  dcatap: 'http://data.europa.eu/r5r/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};
/** Code lists of the European Publications Office, which DCAT-AP asks for. */
const EUROPEAN = 'http://publications.europa.eu/resource/authority';
const LANGUAGES = ['ENG', 'ZHO'].map((code) => id(`${EUROPEAN}/language/${code}`));

/**
 * The catalogue in DCAT 3 with the fields that DCAT-AP asks for, as JSON-LD and as Turtle of the same statements.
 * @see https://www.w3.org/TR/vocab-dcat-3/
 */
export async function writeDcat(
  folder: string,
  datasets: PublishedDataset[],
): Promise<{ jsonld: string; turtle: string }> {
  const document = catalogue(datasets);
  const names = { jsonld: 'catalog.jsonld', turtle: 'catalog.ttl' };
  writeFileSync(join(folder, names.jsonld), `${JSON.stringify(document, null, 1)}\n`);
  writeFileSync(join(folder, names.turtle), await turtle(document));
  return names;
}

function catalogue(datasets: PublishedDataset[]): object {
  const publisher = {
    '@id': absolute('/#publisher'),
    '@type': 'foaf:Organization',
    'foaf:name': both(SITE_NAME),
  };
  const countries = new Map(
    datasets.flatMap(({ coverage }) =>
      coverage.places.filter(({ level }) => level === 'country').map((place) => [place.id, place]),
    ),
  );
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
    'dct:license': id(LICENCES[OWN_LICENCE].url),
    'dct:spatial': [...countries.values()].map(location),
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
      'dcat:contactPoint': CONTACT,
      'dct:issued': date(dataset.issued),
      'dct:modified': date(dataset.modified),
      ...licenceStatements(dataset),
      ...rightsStatement(dataset),
      ...coverageStatements(dataset),
      'dct:language': LANGUAGES,
      'dct:provenance': { '@type': 'dct:ProvenanceStatement', 'rdfs:label': both(dataset.method) },
      'dcat:version': dataset.version,
      'adms:versionNotes': { '@value': dataset.changes.trim(), '@language': 'en' },
      'dcat:keyword': [
        ...dataset.keywords.en.map((word) => ({ '@value': word, '@language': 'en' })),
        ...dataset.keywords.zh.map((word) => ({ '@value': word, '@language': 'zh-CN' })),
      ],
      'dcat:landingPage': id(absolute(`/en/datasets/${dataset.id}/`)),
      'dcat:theme': id(`${EUROPEAN}/data-theme/GOVE`),
      'dcat:distribution': [
        ...dataset.tables.flatMap((table) => table.files.map((file) => ({ file, title: table.title }))),
        ...dataset.files.map((file) => ({ file, title: dataset.title })),
      ].flatMap(({ file, title }) => {
        const { form } = publishedFormat(file.format);
        return form ? [distribution(dataset, file, fileDescription(title, file, form), title)] : [];
      }),
    })),
  };
}

/** Whom to ask: the publisher, by the page about it; no person. */
const CONTACT = {
  '@id': absolute('/#contact'),
  '@type': 'vcard:Organization',
  'vcard:fn': both(SITE_NAME),
  'vcard:hasURL': id(absolute('/en/about/')),
};

/** The licence where there is one, and where it is not ours to give what the source says of reuse. */
function licenceStatements(dataset: PublishedDataset): object {
  const { url } = licenceOf(dataset);
  return {
    ...(url ? { 'dct:license': id(url) } : {}),
    ...(dataset.rights ? { 'dct:rights': id(absolute(`/en/datasets/${dataset.id}/#rights`)) } : {}),
  };
}

/** The statement itself, said once of a dataset and named by its files. */
const rightsStatement = (dataset: PublishedDataset): object =>
  dataset.rights
    ? {
        'dct:rights': {
          '@id': absolute(`/en/datasets/${dataset.id}/#rights`),
          '@type': 'dct:RightsStatement',
          'rdfs:label': both(dataset.rights),
        },
      }
    : {};

/** The years and places that the rows are about. */
function coverageStatements({ coverage: { years, places } }: PublishedDataset): object {
  const year = (value: number): object => ({ '@value': String(value), '@type': 'xsd:gYear' });
  return {
    ...(years
      ? {
          'dct:temporal': {
            '@type': 'dct:PeriodOfTime',
            'dcat:startDate': year(years.first),
            'dcat:endDate': year(years.last),
          },
        }
      : {}),
    ...(places.length > 0 ? { 'dct:spatial': places.map(location) } : {}),
  };
}

const location = ({ id: place, name }: CoveredPlace): object => ({
  '@id': absolute(`/data/places/places.json#${place}`),
  '@type': 'dct:Location',
  'dct:identifier': place,
  'rdfs:label': both(name),
});

/** What a file is for, by its format. */
function fileDescription(title: Bilingual, { name }: PublishedFile, form: Bilingual): Bilingual {
  return { en: `${title.en}: ${form.en} (${name})`, zh: `${title.zh}：${form.zh}（${name}）` };
}

function distribution(
  dataset: PublishedDataset,
  file: PublishedFile,
  description: Bilingual,
  title: Bilingual,
): object {
  const address = absolute(`/data/${dataset.id}/${file.name}`);
  const { fileType } = publishedFormat(file.format);
  return {
    '@id': address,
    '@type': 'dcat:Distribution',
    'dct:title': both(title),
    'dct:description': both(description),
    'dcat:accessURL': id(absolute(`/en/datasets/${dataset.id}/`)),
    'dcat:downloadURL': id(address),
    'dcat:mediaType': mediaType(file.mediaType),
    ...(file.compression ? { 'dcat:compressFormat': mediaType(`application/${file.compression}`) } : {}),
    ...(fileType ? { 'dct:format': id(`${EUROPEAN}/file-type/${fileType}`) } : {}),
    'dcat:byteSize': { '@value': String(file.bytes), '@type': 'xsd:nonNegativeInteger' },
    'dcatap:availability': id(`${EUROPEAN}/planned-availability/STABLE`),
    ...licenceStatements(dataset),
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': id('http://spdx.org/rdf/terms#checksumAlgorithm_sha256'),
      'spdx:checksumValue': { '@value': file.sha256, '@type': 'xsd:hexBinary' },
    },
  };
}

/**
 * The same statements as Turtle. The context is in the document; nothing is fetched. Where the build does not know the host, addresses
 * stay relative to where the file is.
 */
async function turtle(document: object): Promise<string> {
  const base = SITE_URL === '' ? `https://host.invalid${href('/data/catalog.ttl')}` : undefined;
  const nquads = (await jsonld.toRDF(document as jsonld.JsonLdDocument, {
    format: 'application/n-quads',
    ...(base ? { base } : {}),
    documentLoader: (url) => Promise.reject(new Error(`the catalogue asks for ${url}`)),
  })) as unknown as string;
  const writer = new Writer({ prefixes: PREFIXES, ...(base ? { baseIRI: base } : {}) });
  writer.addQuads(new Parser({ format: 'N-Quads', blankNodePrefix: '' }).parse(nquads));
  return new Promise((resolve, reject) =>
    writer.end((error, text: string) => (error ? reject(error) : resolve(text))),
  );
}

const mediaType = (name: string): object => id(`https://www.iana.org/assignments/media-types/${name}`);

function id(address: string): { '@id': string } {
  return { '@id': address };
}
const date = (day: string): object => ({ '@value': day, '@type': 'xsd:date' });
function both({ en, zh }: Bilingual): object[] {
  return [
    { '@value': en, '@language': 'en' },
    { '@value': zh, '@language': 'zh-CN' },
  ];
}
