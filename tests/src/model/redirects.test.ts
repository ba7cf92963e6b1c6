import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CHARTS } from '../../../src/charts/charts.ts';
import {
  isRedirect,
  MOVED,
  MOVED_CHARTS,
  MOVED_DATASETS,
  MOVED_PAGES,
  MOVED_ROWS,
  REDIRECTS,
} from '../../../src/model/redirects.ts';
import { text } from '../../../src/model/row.ts';
import { hasRowPages, readCatalogue, readRows } from '../../../src/published/readCatalogue.ts';

describe.each(Object.entries(MOVED))('the old addresses of %s', (kind, slugs) => {
  test.each(Object.entries(slugs))('%s leads to a piece that is there, %s', (old, slug) => {
    expect(existsSync(`content/${kind}/${slug}/en.mdx`)).toBe(true);
    expect(existsSync(`content/${kind}/${old}`)).toBe(false);
  });

  test('lead there in one step', () => {
    for (const slug of Object.values(slugs)) expect(slugs).not.toHaveProperty(slug);
  });
});

test.each(Object.entries(MOVED_PAGES))('the page %s leads to one that is there, %s', (old, path) => {
  expect(existsSync(`src/pages/[lang]/${path}/index.astro`)).toBe(true);
  expect(existsSync(`src/pages/[lang]/${old}`)).toBe(false);
  expect(REDIRECTS[`/zh/${old}/`]).toMatch(new RegExp(`/zh/${path}/$`));
  expect(isRedirect(`en/${old}/index.html`)).toBe(true);
});

const REPLACED = Object.entries(MOVED_CHARTS).filter(([, path]) => path.startsWith('charts/'));
test.each(REPLACED)('the chart %s leads to one that is drawn, %s', (old, path) => {
  const ids = CHARTS.map((chart) => `charts/${chart.id}`);
  expect([ids.includes(`charts/${old}`), ids.includes(path)]).toEqual([false, true]);
  expect(REDIRECTS[`/zh/charts/${old}/`]).toMatch(new RegExp(`/zh/${path}/$`));
  expect(REDIRECTS[`/embed/${old}.en/`]).toMatch(new RegExp(`/embed/${path.slice('charts/'.length)}.en/$`));
  expect(isRedirect(`embed/${old}.en/index.html`)).toBe(true);
});

test.each(Object.entries(MOVED_DATASETS))('the dataset %s leads to one that is published, %s', (old, id) => {
  const ids = readCatalogue().datasets.map((dataset) => dataset.id);
  expect([ids.includes(old), ids.includes(id)]).toEqual([false, true]);
  expect(REDIRECTS[`/zh/datasets/${old}/`]).toMatch(new RegExp(`/zh/datasets/${id}/$`));
});

describe('rows that went to another dataset', () => {
  const now = new Map(
    readCatalogue().datasets.flatMap((dataset) =>
      dataset.tables
        .filter((table) => hasRowPages(dataset.id, table))
        .flatMap((table) =>
          readRows(dataset.id, table.name).map((row) => [text(row, 'id'), dataset.id] as const),
        ),
    ),
  );

  /** What a dataset says of its changes, without ids that were only renamed. */
  const changesOf = (dataset: string): string =>
    readFileSync(`data/${dataset}/CHANGES.md`, 'utf8')
      .split('\n')
      .filter((line) => !/^- Id `.*` became `/.test(line))
      .join('\n');

  test('are those that the changes of a dataset name and another now has', () => {
    const moved = readCatalogue().datasets.flatMap(({ id: from }) =>
      [...new Set([...changesOf(from).matchAll(/`([a-z0-9][a-z0-9.-]*)`/g)].map(([, id]) => id!))]
        .filter((id) => now.has(id) && ![from, 'sources'].includes(now.get(id)!))
        .map((id) => `${from} → ${now.get(id)!}: ${id}`),
    );
    expect(moved.length).toBeGreaterThan(20);
    const led = MOVED_ROWS.flatMap(({ from, to, ids }) => ids.map((id) => `${from} → ${to}: ${id}`));
    expect(led.toSorted()).toEqual(moved.toSorted());
  });

  test('keep their old addresses', () => {
    expect(REDIRECTS['/zh/datasets/facts/row/ru-x-102-24/']).toMatch(
      /\/zh\/datasets\/policy-articles\/row\/ru-x-102-24\/$/,
    );
    expect(isRedirect('en/datasets/facts/row/ru-x-102-24/index.html')).toBe(true);
    expect(isRedirect('en/datasets/policy-articles/row/ru-x-102-24/index.html')).toBe(false);
  });
});

test('every old address is there in both languages', () => {
  expect(REDIRECTS['/en/countermeasures/stable-money/']).toMatch(/\/en\/countermeasures\/stable-funding\/$/);
  expect(REDIRECTS['/zh/countermeasures/stable-money/']).toMatch(/\/zh\/countermeasures\/stable-funding\/$/);
});

test('only the file at an old address is a redirect', () => {
  expect(isRedirect('zh/countermeasures/stable-money/index.html')).toBe(true);
  const pieces = readdirSync('content/countermeasures');
  expect(pieces.filter((slug) => isRedirect(`en/countermeasures/${slug}/index.html`))).toEqual([]);
});
