import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/model/language.ts';
import { licenceOf } from '../../../src/model/licence.ts';
import { text } from '../../../src/model/row.ts';
import { readCatalogue, readRows } from '../../../src/published/readCatalogue.ts';
import { datasetJsonLd } from '../../../src/published/datasetJsonLd.ts';
import { findSource } from '../../../src/published/lookup.ts';

const { datasets } = readCatalogue();

describe.each(datasets.map((dataset) => [dataset.id, dataset] as const))('%s', (id, dataset) => {
  const ids = new Set(
    dataset.tables.flatMap((table) =>
      table.large
        ? table.large.sources
        : readRows(id, table.name).flatMap((row) => text(row, 'source_id').split(' ')),
    ),
  );
  const sources = id === 'sources' ? [] : [...ids].filter(Boolean).map(findSource);
  const files = dataset.tables.flatMap((table) => table.files);

  test.each(LANGUAGES)('as schema.org describes it, in %s', (language) => {
    const jsonLd = JSON.parse(JSON.stringify(datasetJsonLd(dataset, files, sources, language))) as Record<
      string,
      unknown
    > & {
      description: string;
      variableMeasured: { name: string }[];
      distribution: { contentSize: string; contentUrl: string }[];
      spatialCoverage?: { name: string }[];
    };
    expect(jsonLd.description.length).toBeGreaterThanOrEqual(50);
    expect(jsonLd.description.length).toBeLessThanOrEqual(5000);
    for (const name of ['identifier', 'name', 'creator', 'publisher', 'includedInDataCatalog', 'version'])
      expect(jsonLd[name], name).toBeTruthy();
    expect(jsonLd['datePublished']).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(jsonLd['dateModified']).toBe(dataset.modified);
    const { years, places } = dataset.coverage;
    expect(jsonLd['temporalCoverage']).toBe(years && `${years.first}/${years.last}`);
    expect((jsonLd.spatialCoverage ?? []).map(({ name }) => name)).toEqual(
      places.map(({ name }) => name[language]),
    );
    expect(jsonLd.variableMeasured.length).toBeGreaterThan(0);
    expect(jsonLd['license']).toBe(licenceOf(dataset).url);
    expect((jsonLd['usageInfo'] as { text: string } | undefined)?.text).toBe(dataset.rights?.[language]);
    expect(jsonLd['isBasedOn'] !== undefined).toBe(sources.length > 0);
    expect(jsonLd.distribution.map(({ contentSize }) => contentSize)).toEqual(
      files.map(({ bytes }) => `${bytes} B`),
    );
  });
});
