import { expect, test } from 'vitest';
import { rank } from '../../../../src/components/search/searchRank.ts';

const page = (path: string, score: number, title = ''): { path: string; score: number; title: string } => ({
  path,
  score,
  title,
});
const paths = (results: { path: string }[]): string[] => results.map(({ path }) => path);

test('a text comes before a dataset, a dataset before a long list, at equal scores', () => {
  const results = [page('/en/law/', 1), page('/en/datasets/gaoming/', 1), page('/en/cases/gaoming/', 1)];
  expect(paths(rank(results, 'purchase'))).toEqual([
    '/en/cases/gaoming/',
    '/en/datasets/gaoming/',
    '/en/law/',
  ]);
});

test('a title that holds the whole query lifts its page', () => {
  const results = [
    page('/zh/cases/japan/', 2, '日本'),
    page('/zh/charts/gaoming-gdp/', 1.9, '高明经济增长很快'),
  ];
  expect(paths(rank(results, '高明'))).toEqual(['/zh/charts/gaoming-gdp/', '/zh/cases/japan/']);
});

test('the better score comes first among equals, and nothing is lost', () => {
  const results = [page('/en/cases/a/', 1), page('/en/cases/b/', 3)];
  expect(paths(rank(results, 'x'))).toEqual(['/en/cases/b/', '/en/cases/a/']);
});
