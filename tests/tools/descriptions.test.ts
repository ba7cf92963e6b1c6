import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { DuckDBInstance } from '@duckdb/node-api';
import jsonld from 'jsonld';
import { Parser, Writer } from 'n3';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { readCatalogue, readRows } from '../../src/published/catalogue.ts';

const FOLDER = 'public/data';
const { datasets, files } = readCatalogue();
const read = (path: string): unknown => JSON.parse(readFileSync(join(FOLDER, path), 'utf8'));
const tables = datasets.flatMap((dataset) =>
  dataset.tables.map((table) => [`${dataset.id}/${table.name}`, dataset, table] as const),
);
const noNetwork = (url: string): Promise<never> => Promise.reject(new Error(`asks for ${url}`));

describe.each(datasets.map((dataset) => [dataset.id, dataset] as const))('%s', (id, dataset) => {
  test('every file that is listed is there, of the listed size', () => {
    for (const file of [...dataset.tables.flatMap((table) => table.files), ...dataset.files])
      expect(readFileSync(join(FOLDER, id, file.name)).length, file.name).toBe(file.bytes);
  });

  test('Croissant: names what the specification requires, and every reference leads somewhere', async () => {
    const croissant = read(`${id}/croissant.json`) as {
      conformsTo: string;
      distribution: { '@id': string; sha256: string }[];
      recordSet: {
        field: { '@id': string; source: { fileObject: { '@id': string }; extract: { column: string } } }[];
        key: { '@id': string }[];
      }[];
    };
    for (const name of [
      '@context',
      '@type',
      'name',
      'description',
      'license',
      'url',
      'creator',
      'datePublished',
      'citeAs',
      'version',
    ])
      expect(croissant).toHaveProperty([name]);
    expect(croissant.conformsTo).toBe('http://mlcommons.org/croissant/1.0');
    const objects = croissant.distribution.map((file) => file['@id']);
    for (const set of croissant.recordSet) {
      const fields = set.field.map((field) => field['@id']);
      for (const key of set.key) expect(fields).toContain(key['@id']);
      for (const field of set.field) expect(objects).toContain(field.source.fileObject['@id']);
    }
    expect(
      ((await jsonld.toRDF(croissant as never, { documentLoader: noNetwork })) as unknown[]).length,
    ).toBeGreaterThan(30);
  });

  test('DataCite: the properties that are mandatory', () => {
    const record = read(`${id}/datacite.json`) as Record<string, unknown>;
    for (const name of ['types', 'titles', 'creators', 'publisher', 'publicationYear', 'schemaVersion'])
      expect(record).toHaveProperty(name);
  });
});

describe.each(tables)('%s', (_name, dataset, table) => {
  const { header, records } = ((): { header: string[]; records: string[][] } => {
    const [first, ...rest] = Papa.parse<string[]>(
      readFileSync(join(FOLDER, dataset.id, `${table.name}.csv`), 'utf8'),
      { skipEmptyLines: true },
    ).data;
    return { header: first!, records: rest };
  })();

  test('CSVW: columns as in the file, cells of their datatype, keys unique', () => {
    const metadata = read(`${dataset.id}/${table.name}.csv-metadata.json`) as {
      '@context': unknown[];
      url: string;
      tableSchema: {
        columns: {
          name: string;
          titles: Record<string, unknown>;
          datatype: string | { base: string; format?: string };
          required: boolean;
        }[];
        primaryKey: string[];
      };
    };
    expect(metadata['@context'][0]).toBe('http://www.w3.org/ns/csvw');
    expect(metadata.url).toBe(`${table.name}.csv`);
    const { columns, primaryKey } = metadata.tableSchema;
    expect(columns.map(({ name }) => name)).toEqual(header);
    const forms: Record<string, RegExp> = {
      integer: /^-?\d+$/,
      double: /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/,
      boolean: /^(true|false)$/,
      gYear: /^\d{4}$/,
      anyURI: /^\S+$/,
      string: /^/,
    };
    columns.forEach(({ datatype, required, name }, column) => {
      const base = typeof datatype === 'string' ? datatype : datatype.base;
      const form =
        typeof datatype === 'object' && datatype.format ? new RegExp(`^${datatype.format}$`) : forms[base]!;
      for (const record of records) {
        const cell = record[column]!;
        if (cell === '') expect(required, `${name} is required`).toBe(false);
        else expect(cell, name).toMatch(form);
      }
    });
    const keys = records.map((record) =>
      primaryKey.map((name) => record[header.indexOf(name)]).join('\u001f'),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('JSON Schema: the records are as it says', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats(ajv);
    const validate = ajv.compile(read(`${dataset.id}/${table.name}.schema.json`) as object);
    expect(validate(readRows(dataset.id, table.name)), JSON.stringify(validate.errors?.slice(0, 3))).toBe(
      true,
    );
  });

  test('DuckDB finds the same values in the Parquet as stand in the JSON', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const result = await connection.runAndReadAll(
      `SELECT * FROM read_parquet('${FOLDER}/${dataset.id}/${table.name}.parquet')`,
    );
    const found = result
      .getRowObjects()
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, cell]) => [name, typeof cell === 'bigint' ? Number(cell) : cell]),
        ),
      );
    expect(found).toEqual(readRows(dataset.id, table.name));
  });
});

test('the catalogue says the same as JSON-LD and as Turtle', async () => {
  const canonical = async (nquads: string): Promise<string> =>
    (await jsonld.canonize(
      nquads as never,
      { inputFormat: 'application/n-quads', algorithm: 'URDNA2015' } as never,
    )) as unknown as string;
  const fromJson = (await jsonld.toRDF(read('catalog.jsonld') as never, {
    format: 'application/n-quads',
    documentLoader: noNetwork,
  })) as unknown as string;
  const quads = new Parser().parse(readFileSync(join(FOLDER, 'catalog.ttl'), 'utf8'));
  const writer = new Writer({ format: 'N-Quads' });
  writer.addQuads(quads);
  const fromTurtle = await new Promise<string>((resolve, reject) =>
    writer.end((error, text: string) => (error ? reject(error) : resolve(text))),
  );
  expect(quads.length).toBeGreaterThan(1000);
  const lower = (text: string): string => text.replaceAll(/@zh-CN/g, '@zh-cn');
  expect(await canonical(lower(fromTurtle))).toBe(await canonical(lower(fromJson)));
});

test('the files over all datasets are there', () => {
  for (const file of files) expect(readFileSync(join(FOLDER, file.name)).length, file.name).toBe(file.bytes);
  expect(files.map(({ name }) => name)).toEqual([
    'buying-public-services.sqlite',
    'catalog.jsonld',
    'catalog.ttl',
  ]);
});

const PROFILES = '../shared/raw/frictionless-profiles/public/profiles/2.0/datapackage.json';
describe.skipIf(!existsSync(PROFILES))('the Frictionless profile 2.0', () => {
  const profile = existsSync(PROFILES)
    ? (JSON.parse(readFileSync(PROFILES, 'utf8')) as { $schema?: string })
    : {};
  const ajv = /2020/.test(profile.$schema ?? '')
    ? new Ajv2020({ strict: false, allErrors: true })
    : new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  test.each(datasets.map(({ id }) => id))('%s is a Data Package', (id) => {
    const validate = ajv.compile({ ...profile, $schema: undefined });
    expect(validate(read(`${id}/datapackage.json`)), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  });
});
