import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsonld from 'jsonld';
import { Parser, Writer, type Quad } from 'n3';
import { expect, test } from 'vitest';
import { href, SITE_URL } from '../../src/model/site.ts';
import { readCatalogue } from '../../src/published/readCatalogue.ts';

const FOLDER = 'public/data';
const { datasets } = readCatalogue();
const noNetwork = (url: string): Promise<never> => Promise.reject(new Error(`asks for ${url}`));

/** The address of the catalogue, against which its relative addresses are resolved. */
const HOST = SITE_URL || 'https://reader.example';
const catalogue = (): Quad[] =>
  new Parser({ baseIRI: HOST + href('/data/catalog.ttl') }).parse(
    readFileSync(join(FOLDER, 'catalog.ttl'), 'utf8'),
  );

test('the catalogue has years, places, a contact, and every file with description and availability', () => {
  const quads = catalogue();
  const of = (subject: string, predicate: string): string[] =>
    quads
      .filter((quad) => quad.subject.value === subject && quad.predicate.value.endsWith(predicate))
      .map(({ object }) => object.value);
  const address = (path: string): string => new URL(href(path), HOST).href;
  for (const { id, coverage, tables } of datasets) {
    const dataset = address(`/en/datasets/${id}/`);
    const [period] = of(dataset, '/temporal');
    const { years, places } = coverage;
    expect(period !== undefined, id).toBe(years !== undefined);
    if (years)
      expect([...of(period!, '#startDate'), ...of(period!, '#endDate')]).toEqual([
        String(years.first),
        String(years.last),
      ]);
    expect(of(dataset, '/spatial').sort(), id).toEqual(
      places.map((place) => address(`/data/places/places.json#${place.id}`)).sort(),
    );
    const [contact] = of(dataset, '#contactPoint');
    expect(of(contact!, '#hasURL')).toEqual([address('/en/about/')]);
    for (const { name } of tables.flatMap((table) => table.files)) {
      const file = address(`/data/${id}/${name}`);
      expect(of(file, '/description'), name).toHaveLength(2);
      expect(of(file, '/availability'), name).toHaveLength(1);
    }
  }
  expect(of(address('/data/catalog.jsonld'), '/spatial').length).toBeGreaterThan(10);
  expect(quads.some(({ object }) => object.value.startsWith('mailto:'))).toBe(false);
});

test('the catalogue says the same as JSON-LD and as Turtle', async () => {
  const canonical = async (nquads: string): Promise<string> =>
    (await jsonld.canonize(
      nquads as never,
      { inputFormat: 'application/n-quads', algorithm: 'URDNA2015' } as never,
    )) as unknown as string;
  const fromJson = (await jsonld.toRDF(
    JSON.parse(readFileSync(join(FOLDER, 'catalog.jsonld'), 'utf8')) as never,
    {
      format: 'application/n-quads',
      base: HOST + href('/data/catalog.jsonld'),
      documentLoader: noNetwork,
    },
  )) as unknown as string;
  const quads = catalogue();
  const writer = new Writer({ format: 'N-Quads' });
  writer.addQuads(quads);
  const fromTurtle = await new Promise<string>((resolve, reject) =>
    writer.end((error, text: string) => (error ? reject(error) : resolve(text))),
  );
  expect(quads.length).toBeGreaterThan(1000);
  const lower = (text: string): string => text.replaceAll(/@zh-CN/g, '@zh-cn');
  expect(await canonical(lower(fromTurtle))).toBe(await canonical(lower(fromJson)));
});
