import type { PublishedDataset, PublishedTable } from '../model/catalogue.ts';
import { LICENCES, OWN_LICENCE } from '../model/licence.ts';
import { sourcesOfRow, text, type Row } from '../model/row.ts';
import { absolute, RELEASE, SITE_NAME } from '../model/site.ts';
import { readCatalogue, readRows } from './readCatalogue.ts';
import { findSource } from './lookup.ts';
import { rowPages } from './rowPages.ts';

/** Rows per page of the API. */
const PAGE = 100;
const at = (path: string): string => absolute(`/api/v1/${path}`);

/** A file of the API: its path below `/api/v1/` and its content. */
export interface ApiFile {
  path: string;
  content: () => unknown;
}

/** The read-only API: static JSON files for the list, each dataset, each page of a table, each row. */
export function apiFiles(): ApiFile[] {
  const { datasets, release } = readCatalogue();
  return [
    { path: 'openapi.json', content: openApi },
    {
      path: 'datasets.json',
      content: () => ({
        release,
        datasets: datasets.map(({ id, title, description, version, licence }) => ({
          id,
          title,
          description,
          version,
          licence,
          url: at(`datasets/${id}.json`),
        })),
      }),
    },
    ...datasets.map((dataset) => ({ path: `datasets/${dataset.id}.json`, content: () => describe(dataset) })),
    ...datasets.flatMap((dataset) =>
      dataset.tables.flatMap((table) =>
        Array.from({ length: pagesOf(table) }, (_, index) => ({
          path: pagePath(dataset, table, index + 1),
          content: () => page(dataset, table, index + 1),
        })),
      ),
    ),
    ...rowPages().map(({ dataset, table, row }) => ({
      path: `datasets/${dataset.id}/rows/${text(row, 'id')}.json`,
      content: () => ({
        dataset: dataset.id,
        table: table.name,
        version: dataset.version,
        row,
        source: sourcesOf(dataset, row)[0] ?? null,
        also_in: sourcesOf(dataset, row).slice(1),
        page: absolute(`/en/datasets/${dataset.id}/row/${text(row, 'id')}/`),
      }),
    })),
  ];
}

/** The row's sources from the bibliography; a row of the bibliography itself has none. */
const sourcesOf = (dataset: PublishedDataset, row: Row): Row[] =>
  dataset.id === 'sources' ? [] : sourcesOfRow(row).map(findSource);

/** A large table has no pages; its files are in the description. */
const pagesOf = (table: PublishedTable): number =>
  table.large ? 0 : Math.max(1, Math.ceil(table.rows / PAGE));
const pagePath = (dataset: PublishedDataset, table: PublishedTable, number: number): string =>
  `datasets/${dataset.id}/tables/${table.name}/${number}.json`;

function describe(dataset: PublishedDataset): object {
  const { id, title, description, method, caveats, version, licence, rights, keywords, tables } = dataset;
  return {
    id,
    title,
    description,
    method,
    caveats,
    version,
    licence,
    rights,
    issued: dataset.issued,
    modified: dataset.modified,
    coverage: dataset.coverage,
    keywords,
    landing_page: { en: absolute(`/en/datasets/${id}/`), zh: absolute(`/zh/datasets/${id}/`) },
    tables: tables.map((table) => ({
      name: table.name,
      title: table.title,
      rows: table.rows,
      primary_key: table.primaryKey,
      foreign_keys: table.foreignKeys,
      fields: table.fields,
      files: table.files.map((file) => ({ ...file, url: absolute(`/data/${id}/${file.name}`) })),
      ...(table.large
        ? {}
        : { pages: { size: PAGE, count: pagesOf(table), first: at(pagePath(dataset, table, 1)) } }),
    })),
  };
}

function page(dataset: PublishedDataset, table: PublishedTable, number: number): object {
  const link = (other: number): string | null =>
    other >= 1 && other <= pagesOf(table) ? at(pagePath(dataset, table, other)) : null;
  return {
    dataset: dataset.id,
    table: table.name,
    version: dataset.version,
    total: table.rows,
    page: number,
    previous: link(number - 1),
    next: link(number + 1),
    rows: readRows(dataset.id, table.name).slice((number - 1) * PAGE, number * PAGE),
  };
}

/** The description of the API. @see https://spec.openapis.org/oas/v3.1.0 */
function openApi(): object {
  const parameter = (name: string, description: string): object => ({
    name,
    in: 'path',
    required: true,
    description,
    schema: { type: 'string' },
  });
  const dataset = parameter('dataset', 'Id of a dataset, as in the list');
  const answers = (description: string): object => ({
    '200': { description, content: { 'application/json': { schema: { type: 'object' } } } },
    '404': { description: 'There is no such file' },
  });
  const get = (summary: string, parameters: object[], description: string): object => ({
    get: { summary, parameters, responses: answers(description) },
  });
  return {
    openapi: '3.1.0',
    info: {
      title: `${SITE_NAME.en} / ${SITE_NAME.zh}`,
      version: RELEASE,
      description:
        'Static, read-only. Every file is plain JSON behind any web server; nothing is computed when it is asked for.',
      license: {
        name: `${LICENCES[OWN_LICENCE].name.en}, unless a dataset states otherwise`,
        url: LICENCES[OWN_LICENCE].url,
      },
    },
    servers: [{ url: absolute('/api/v1') }],
    paths: {
      '/datasets.json': get('All datasets', [], 'The list, with the address of each'),
      '/datasets/{dataset}.json': get(
        'One dataset',
        [dataset],
        'Description, tables, fields, files and the first page of each table',
      ),
      '/datasets/{dataset}/tables/{table}/{page}.json': get(
        'A page of a table',
        [dataset, parameter('table', 'Name of a table'), parameter('page', 'Number of the page, from 1')],
        'Up to a hundred rows, with the addresses of the pages before and after',
      ),
      '/datasets/{dataset}/rows/{row}.json': get(
        'A row',
        [dataset, parameter('row', 'Id of a row')],
        'The row with its source and those that print the same',
      ),
    },
  };
}
