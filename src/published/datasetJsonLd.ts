import type { PublishedDataset, PublishedFile } from '../model/catalogue.ts';
import type { Language } from '../model/language.ts';
import { licenceOf } from '../model/licence.ts';
import { text, type Row } from '../model/row.ts';
import { absolute, SITE_NAME } from '../model/site.ts';

/** The longest description that Google Dataset Search accepts; the shortest is 50 characters. */
const LONGEST = 5000;
/** Number of sources above which the description links to the page's list instead. */
const NAMED_SOURCES = 20;

/**
 * A dataset in schema.org terms, with the properties that Google Dataset Search recommends.
 * @param files the files offered for download
 * @see https://developers.google.com/search/docs/appearance/structured-data/dataset
 */
export function datasetJsonLd(
  dataset: PublishedDataset,
  files: readonly PublishedFile[],
  sources: readonly Row[],
  language: Language,
): object {
  const { id, title, description, method, coverage, rights } = dataset;
  const organisation = {
    '@type': 'Organization',
    name: SITE_NAME[language],
    url: absolute(`/${language}/`),
  };
  const { url: licence, title: licenceTitle } = licenceOf(dataset);
  const { years, places } = coverage;
  return {
    '@type': 'Dataset',
    identifier: id,
    name: title[language],
    alternateName: title[language === 'en' ? 'zh' : 'en'],
    description: `${description[language]} ${method[language]}`.slice(0, LONGEST),
    version: dataset.version,
    datePublished: dataset.issued,
    dateModified: dataset.modified,
    license: licence,
    usageInfo: rights && {
      '@type': 'CreativeWork',
      name: licenceTitle,
      text: rights[language],
    },
    isAccessibleForFree: true,
    creator: organisation,
    publisher: organisation,
    keywords: dataset.keywords[language],
    temporalCoverage: years && `${years.first}/${years.last}`,
    spatialCoverage:
      places.length > 0 ? places.map(({ name }) => ({ '@type': 'Place', name: name[language] })) : undefined,
    variableMeasured: measured(dataset, language),
    includedInDataCatalog: {
      '@type': 'DataCatalog',
      name: SITE_NAME[language],
      url: absolute(`/${language}/datasets/`),
    },
    isBasedOn: basedOn(dataset, sources, language),
    distribution: files.map((file) => ({
      '@type': 'DataDownload',
      name: file.name,
      encodingFormat: file.mediaType,
      contentSize: `${file.bytes} B`,
      contentUrl: absolute(`/data/${id}/${file.name}`),
    })),
  };
}

/** The measures of a dataset with their units; where it has none, its columns. */
function measured({ tables }: PublishedDataset, language: Language): object[] {
  const fields = tables.flatMap((table) => table.fields);
  const numbers = fields.filter(({ type }) => type === 'number' || type === 'integer');
  const shown = new Map(
    (numbers.length > 0 ? numbers : fields).map((field) => [`${field.name} ${field.unit ?? ''}`, field]),
  );
  return [...shown.values()].map(({ name, title, unit }) => ({
    '@type': 'PropertyValue',
    propertyID: name,
    name: title[language],
    unitText: unit,
  }));
}

function basedOn({ id }: PublishedDataset, sources: readonly Row[], language: Language): unknown {
  if (sources.length === 0) return undefined;
  if (sources.length > NAMED_SOURCES) return absolute(`/${language}/datasets/${id}/#sources`);
  return sources.map((source) => ({
    '@type': 'CreativeWork',
    name: text(source, 'title'),
    url: text(source, 'url') || undefined,
  }));
}
