import type { PublishedDataset, PublishedFile } from '../model/catalogue.ts';
import type { Language } from '../model/language.ts';
import { licenceOf } from '../model/licence.ts';
import { text, type Row } from '../model/row.ts';
import { absolute, SITE_NAME } from '../model/site.ts';

/** As many letters as Google's search for datasets reads of a description; of fewer than 50 it makes nothing. */
const LONGEST = 5000;
/** Sources above which the page's list of them is named in their place. */
const NAMED_SOURCES = 20;

/**
 * A dataset as schema.org describes it, with what Google's search for datasets recommends.
 * @param files those offered for download
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

/** What the numbers of a dataset measure, with their units; where it has none, what its columns say. */
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
