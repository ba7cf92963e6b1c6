import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { licenceOf } from '../../../src/model/licence.ts';
import { text, type Row } from '../../../src/model/row.ts';
import { SITE_NAME, webAddress } from '../../../src/model/site.ts';
import type { PublishedDataset } from '../../../src/model/catalogue.ts';
import type { DatasetFormat } from './datasetFormat.ts';
import { distinct } from './distinct.ts';

/**
 * DataCite metadata 4.5 as JSON, ready for the day a DOI is registered; until then the address is the alternate identifier.
 * @see https://datacite-metadata-schema.readthedocs.io/en/4.5/
 */
export const datacite: DatasetFormat = {
  name: 'datacite',
  write({ folder, dataset, sources }) {
    const { years, places } = dataset.coverage;
    const address = webAddress(`/en/datasets/${dataset.id}/`);
    const record = {
      types: { resourceTypeGeneral: 'Dataset', resourceType: 'Dataset' },
      titles: [
        { title: dataset.title.en, lang: 'en' },
        { title: dataset.title.zh, lang: 'zh-CN', titleType: 'TranslatedTitle' },
      ],
      creators: [{ name: SITE_NAME.en, nameType: 'Organizational', lang: 'en' }],
      publisher: { name: SITE_NAME.en, lang: 'en' },
      publicationYear: dataset.issued.slice(0, 4),
      dates: [
        { date: dataset.issued, dateType: 'Issued' },
        { date: dataset.modified, dateType: 'Updated' },
        ...(years
          ? [
              {
                date: `${years.first}/${years.last}`,
                dateType: 'Other',
                dateInformation: 'Years that the data are about',
              },
            ]
          : []),
      ],
      version: dataset.version,
      language: 'en',
      subjects: [
        ...dataset.keywords.en.map((subject) => ({ subject, lang: 'en' })),
        ...dataset.keywords.zh.map((subject) => ({ subject, lang: 'zh-CN' })),
      ],
      descriptions: [
        { description: dataset.description.en, descriptionType: 'Abstract', lang: 'en' },
        { description: dataset.description.zh, descriptionType: 'Abstract', lang: 'zh-CN' },
        { description: dataset.method.en, descriptionType: 'Methods', lang: 'en' },
        { description: dataset.method.zh, descriptionType: 'Methods', lang: 'zh-CN' },
      ],
      rightsList: rights(dataset),
      ...(places.length > 0
        ? { geoLocations: places.map(({ name }) => ({ geoLocationPlace: name.en })) }
        : {}),
      ...(address
        ? { alternateIdentifiers: [{ alternateIdentifier: address, alternateIdentifierType: 'URL' }] }
        : {}),
      relatedItems: relatedItems(sources),
      formats: formatsOf(dataset),
      schemaVersion: 'http://datacite.org/schema/kernel-4',
    };
    writeFileSync(join(folder, 'datacite.json'), `${JSON.stringify(record, null, 1)}\n`);
    return ['datacite.json'];
  },
};

/** The media types of the tables' files, each once. */
const formatsOf = ({ tables }: PublishedDataset): string[] =>
  distinct(tables.flatMap(({ files }) => files.map(({ mediaType }) => mediaType)));

function rights(dataset: PublishedDataset): object[] {
  const { title, url, spdx } = licenceOf(dataset);
  return [
    {
      rights: title,
      ...(url ? { rightsUri: url } : {}),
      ...(spdx ? { rightsIdentifier: spdx, rightsIdentifierScheme: 'SPDX' } : {}),
      lang: 'en',
    },
    ...(dataset.rights
      ? [
          { rights: dataset.rights.en, lang: 'en' },
          { rights: dataset.rights.zh, lang: 'zh-CN' },
        ]
      : []),
  ];
}

/** The sources, each publication once, as the schema asks. */
function relatedItems(sources: Row[]): object[] {
  return distinct(
    sources.map((source) => ({
      relatedItemType: 'Text',
      relationType: 'IsDerivedFrom',
      titles: [{ title: text(source, 'title') }],
      ...(text(source, 'date') ? { publicationYear: text(source, 'date').slice(0, 4) } : {}),
      ...(text(source, 'url')
        ? {
            relatedItemIdentifier: {
              relatedItemIdentifier: text(source, 'url'),
              relatedItemIdentifierType: 'URL',
            },
          }
        : {}),
    })),
  );
}
