import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { absolute, RELEASE_DATE, SITE_NAME } from '../../src/model/site.ts';
import type { DatasetFormat } from './datasetFormat.ts';

/**
 * DataCite metadata 4.5 as JSON, ready for the day a DOI is registered; until then the address stands as alternate identifier.
 * @see https://datacite-metadata-schema.readthedocs.io/en/4.5/
 */
export const datacite: DatasetFormat = {
  name: 'datacite',
  mediaType: 'application/vnd.datacite.datacite+json',
  write({ folder, dataset, sources }) {
    const record = {
      types: { resourceTypeGeneral: 'Dataset', resourceType: 'Dataset' },
      titles: [
        { title: dataset.title.en, lang: 'en' },
        { title: dataset.title.zh, lang: 'zh-CN', titleType: 'TranslatedTitle' },
      ],
      creators: [{ name: SITE_NAME.en, nameType: 'Organizational', lang: 'en' }],
      publisher: { name: SITE_NAME.en, lang: 'en' },
      publicationYear: Number(RELEASE_DATE.slice(0, 4)),
      dates: [{ date: RELEASE_DATE, dateType: 'Issued' }],
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
      rightsList: [
        {
          rights: 'Creative Commons Attribution 4.0 International',
          rightsUri: 'https://creativecommons.org/licenses/by/4.0/',
          rightsIdentifier: 'CC-BY-4.0',
          rightsIdentifierScheme: 'SPDX',
        },
      ],
      alternateIdentifiers: [
        { alternateIdentifier: absolute(`/en/datasets/${dataset.id}/`), alternateIdentifierType: 'URL' },
      ],
      relatedItems: sources.map((source) => ({
        relatedItemType: 'Text',
        relationType: 'IsDerivedFrom',
        titles: [{ title: String(source['title']) }],
        ...(source['date'] ? { publicationYear: String(source['date']).slice(0, 4) } : {}),
        ...(source['url']
          ? {
              relatedItemIdentifier: {
                relatedItemIdentifier: source['url'],
                relatedItemIdentifierType: 'URL',
              },
            }
          : {}),
      })),
      formats: ['text/csv', 'application/json', 'application/vnd.apache.parquet'],
      schemaVersion: 'http://datacite.org/schema/kernel-4',
    };
    writeFileSync(join(folder, 'datacite.json'), `${JSON.stringify(record, null, 1)}\n`);
    return ['datacite.json'];
  },
};
