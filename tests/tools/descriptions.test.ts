/** Over 250 lines: every description of a dataset is validated in one loop over the datasets. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { DuckDBInstance } from '@duckdb/node-api';
import jsonld from 'jsonld';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { SITE_URL, webAddress } from '../../src/model/site.ts';
import { licenceOf } from '../../src/model/licence.ts';
import { readCatalogue, readRows } from '../../src/published/readCatalogue.ts';
import { DATACITE } from './dataciteSchema.ts';

const FOLDER = 'public/data';
const { datasets, files } = readCatalogue();
const read = (path: string): unknown => JSON.parse(readFileSync(join(FOLDER, path), 'utf8'));
const tables = datasets.flatMap((dataset) =>
  // Large tables are not published as one CSV; tests/tools/large.test.ts reads those.
  dataset.tables
    .filter(({ large }) => !large)
    .map((table) => [`${dataset.id}/${table.name}`, dataset, table] as const),
);
const noNetwork = (url: string): Promise<never> => Promise.reject(new Error(`asks for ${url}`));

interface Id {
  '@id': string;
}

interface Croissant {
  conformsTo: string;
  distribution: Id[];
  recordSet: (Id & { field: (Id & { source: { fileObject: Id } })[]; key: Id[] })[];
}

interface TableGroup {
  '@context': unknown[];
  '@type': string;
  tables: {
    url: string;
    tableSchema: {
      columns: {
        name: string;
        datatype: string | { base: string; format?: string };
        required: boolean;
        'dc:references'?: Id;
      }[];
      primaryKey: string[];
      foreignKeys: {
        columnReference: string[];
        reference: { resource: string; columnReference: string[] };
      }[];
    };
  }[];
}

interface DataPackage {
  resources: {
    name: string;
    schema: {
      fields: { name: string }[];
      foreignKeys?: { reference: { package?: string; resource: string; fields: string[] } }[];
    };
  }[];
}

describe.each(datasets.map((dataset) => [dataset.id, dataset] as const))('%s', (id, dataset) => {
  test('every listed file exists, with the listed size', () => {
    for (const file of [...dataset.tables.flatMap((table) => table.files), ...dataset.files])
      expect(readFileSync(join(FOLDER, id, file.name)).length, file.name).toBe(file.bytes);
  });

  test('Croissant: has what the specification requires; ids are unique, and every reference has a target', async () => {
    const croissant = read(`${id}/croissant.json`) as Croissant;
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
      expect(croissant, name).toHaveProperty([name]);
    expect(croissant.conformsTo).toBe('http://mlcommons.org/croissant/1.0');
    const files = croissant.distribution.map((file) => file['@id']);
    const sets = croissant.recordSet.map((set) => set['@id']);
    const fields = croissant.recordSet.flatMap((set) => set.field.map((field) => field['@id']));
    const ids = [...files, ...sets, ...fields];
    expect(ids.filter((one, at) => ids.indexOf(one) !== at)).toEqual([]);
    for (const set of croissant.recordSet) {
      const own = set.field.map((field) => field['@id']);
      for (const key of set.key) expect(own).toContain(key['@id']);
      for (const { source } of set.field) expect(files).toContain(source.fileObject['@id']);
    }
    expect(
      ((await jsonld.toRDF(croissant as never, { documentLoader: noNetwork })) as unknown[]).length,
    ).toBeGreaterThan(30);
  });

  test('CSVW: one group of all tables, whose foreign keys refer to tables in it', () => {
    const group = read(`${id}/csv-metadata.json`) as TableGroup;
    expect(group['@context'][0]).toBe('http://www.w3.org/ns/csvw');
    expect(group['@type']).toBe('TableGroup');
    expect(group.tables.map(({ url }) => url)).toEqual(
      dataset.tables.map(({ name, large }) => `${name}.csv${large ? '.gz' : ''}`),
    );
    for (const { tableSchema } of group.tables)
      for (const { columnReference, reference } of tableSchema.foreignKeys) {
        const target = group.tables.find(({ url }) => url === reference.resource);
        const names = (one: TableGroup['tables'][number]): string[] =>
          one.tableSchema.columns.map(({ name }) => name);
        expect(names(target!)).toEqual(expect.arrayContaining(reference.columnReference));
        expect(tableSchema.columns.map(({ name }) => name)).toEqual(expect.arrayContaining(columnReference));
      }
  });

  test('CSVW: a key of another dataset is a link to its table', () => {
    const group = read(`${id}/csv-metadata.json`) as TableGroup;
    dataset.tables.forEach((table, at) => {
      for (const { fields, reference } of table.foreignKeys.filter((key) => key.reference.dataset !== id)) {
        const column = group.tables[at]!.tableSchema.columns.find(({ name }) => name === fields[0]);
        const path = `${reference.dataset}/${reference.table}.csv`;
        expect(column!['dc:references']!['@id']).toBe(webAddress(`/data/${path}`) ?? `../${path}`);
        expect(existsSync(join(FOLDER, path))).toBe(true);
      }
    });
  });

  test('Data Package: foreign keys refer to existing tables and fields', () => {
    const { resources } = read(`${id}/datapackage.json`) as DataPackage;
    for (const { schema, name } of resources)
      for (const { reference } of schema.foreignKeys ?? []) {
        const other = reference.package
          ? (read(reference.package.split('/').slice(-2).join('/')) as DataPackage).resources
          : resources;
        const target = other.find((one) => one.name === (reference.resource || name));
        expect(target!.schema.fields.map((field) => field.name)).toEqual(
          expect.arrayContaining(reference.fields),
        );
      }
  });

  test('DataCite: valid by the JSON Schema of version 4.5 for the properties we use', () => {
    const validate = new Ajv({ strict: false, allErrors: true }).compile(DATACITE);
    expect(validate(read(`${id}/datacite.json`)), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  });

  test('the licence is the same in every description', () => {
    const { url, spdx, title } = licenceOf(dataset);
    const statement = dataset.rights?.en;
    const datapackage = read(`${id}/datapackage.json`) as Record<string, unknown>;
    expect(datapackage['licenses']).toEqual(url ? [{ name: spdx, path: url, title }] : undefined);
    expect(datapackage['rights']).toBe(statement);
    const group = read(`${id}/csv-metadata.json`) as Record<string, unknown>;
    expect(group['dc:license']).toEqual(url ? { '@id': url } : undefined);
    expect(JSON.stringify(group['dc:rights'])).toContain(JSON.stringify(statement ?? title));
    const { license } = read(`${id}/croissant.json`) as { license: string };
    expect(license).toBe(url ?? `${title}. ${statement}`);
    const [first, second] = (
      read(`${id}/datacite.json`) as { rightsList: { rights: string; rightsUri?: string }[] }
    ).rightsList;
    expect([first!.rights, first!.rightsUri, second?.rights]).toEqual([title, url, statement]);
    const citation = readFileSync(join(FOLDER, id, 'CITATION.cff'), 'utf8');
    expect(/^license: (.*)$/m.exec(citation)?.[1]).toBe(spdx);
    if (dataset.licence !== 'CC-BY-4.0') {
      expect(statement).toBeTruthy();
      expect(citation).toContain(title);
    }
  });

  test.skipIf(SITE_URL !== '')('no description has a host without SITE_URL', () => {
    for (const { name } of dataset.files.filter(({ name }) => /\.(json|cff)$/.test(name)))
      expect(readFileSync(join(FOLDER, id, name), 'utf8'), name).not.toMatch(
        /\.example\b|\.invalid\b|undefined/,
      );
  });
});

test('two datasets whose sources state no licence say so, one is under the Open Government Licence', () => {
  const of = (licence: string): string[] =>
    datasets.filter((dataset) => dataset.licence === licence).map(({ id }) => id);
  expect(of('not-stated')).toEqual(expect.arrayContaining(['contracts', 'notices']));
  expect([...of('OGL-UK'), ...of('OGL-UK-3.0')]).toEqual(expect.arrayContaining(['payments']));
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
    const { tables } = read(`${dataset.id}/csv-metadata.json`) as TableGroup;
    const { columns, primaryKey } = tables.find(({ url }) => url === `${table.name}.csv`)!.tableSchema;
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
        typeof datatype === 'object' && datatype.format
          ? new RegExp(`^(?:${datatype.format})$`)
          : forms[base]!;
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

  test('JSON Schema: the records are valid', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats(ajv);
    const validate = ajv.compile(read(`${dataset.id}/${table.name}.schema.json`) as object);
    expect(validate(readRows(dataset.id, table.name)), JSON.stringify(validate.errors?.slice(0, 3))).toBe(
      true,
    );
  });

  test('DuckDB finds the same values in the Parquet as in the JSON', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const parquet = table.files.filter(({ format }) => format === 'parquet');
    const result = await connection.runAndReadAll(
      `SELECT * FROM read_parquet([${parquet.map(({ name }) => `'${FOLDER}/${dataset.id}/${name}'`).join(', ')}])`,
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

test('the files over all datasets exist', () => {
  for (const file of files) expect(readFileSync(join(FOLDER, file.name)).length, file.name).toBe(file.bytes);
  expect(files.map(({ name }) => name)).toEqual([
    'buying-public-services.sqlite.gz',
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
