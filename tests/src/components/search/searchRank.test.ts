import { expect, test } from 'vitest';
import { rank, shareInTitle } from '../../../../src/components/search/searchRank.ts';

const page = (path: string, score: number, inTitle = 0) => ({ path, score, inTitle });
const paths = (results: { path: string }[]): string[] => results.map(({ path }) => path);

test('at equal scores a text comes before a dataset, and a dataset before a long list', () => {
  const results = [page('/en/law/', 1), page('/en/datasets/gaoming/', 1), page('/en/cases/gaoming/', 1)];
  expect(paths(rank(results))).toEqual(['/en/cases/gaoming/', '/en/datasets/gaoming/', '/en/law/']);
});

test('a title with the whole query raises its page', () => {
  const results = [page('/zh/cases/japan/', 2), page('/zh/charts/gaoming-gdp/', 1.9, 1)];
  expect(paths(rank(results))).toEqual(['/zh/charts/gaoming-gdp/', '/zh/cases/japan/']);
});

test('the better score comes first among equals, and nothing is lost', () => {
  const results = [page('/en/cases/a/', 1), page('/en/cases/b/', 3)];
  expect(paths(rank(results))).toEqual(['/en/cases/b/', '/en/cases/a/']);
});

test('a part of the query in the title raises a page less than the whole query', () => {
  const results = [page('/a/', 1), page('/b/', 1, 0.5), page('/c/', 1, 1)];
  expect(paths(rank(results))).toEqual(['/c/', '/b/', '/a/']);
});

test.each([
  ['Multi-centre governance', ['polycentric governance', 'multi-centre governance'], 1],
  ['Sweden: one price for all', ['Sweden counties'], 0.5],
  ['Sweden: one price for all', ['of the'], 0],
  ['Japan', ['tender'], 0],
])('"%s" holds %j: %d', (title, variants, share) => expect(shareInTitle(title, variants)).toBe(share));
