import { describe, expect, test } from 'vitest';
import type { Row } from '../../../src/model/row.ts';
import { byArticle, gapsIn, numbersIn, withGaps } from '../../../src/published/lawArticles.ts';

const rows = (...articles: (string | null)[]): Row[] =>
  articles.map((article, at) => ({ id: `row-${at}`, article }));
const anchorsOf = (...articles: string[]): Record<string, string[]> =>
  Object.fromEntries(byArticle(rows(...articles)).numbered.map(({ article, anchors }) => [article, anchors]));

test.each([
  ['24', [24]],
  ['52-53', [52, 53]],
  ['15, 45', [15, 45]],
  ['10(5)', [10]],
])('the article %s covers %j', (article, numbers) => expect(numbersIn(article)).toEqual(numbers));

test('articles are ordered by number, not by digits, and rows of one article are together', () => {
  const { numbered, unnumbered } = byArticle(rows('24', '9', '24', null, '100', '10(5)', '10'));
  expect(numbered.map(({ article }) => article)).toEqual(['9', '10', '10(5)', '24', '100']);
  expect(numbered.find(({ article }) => article === '24')!.rows.map(({ id }) => id)).toEqual([
    'row-0',
    'row-2',
  ]);
  expect(unnumbered.map(({ id }) => id)).toEqual(['row-3']);
});

describe('anchors', () => {
  test('each article that a row covers has one', () => {
    expect(anchorsOf('24', '52-53', '10(5)')).toEqual({
      '24': ['art-24'],
      '52-53': ['art-52', 'art-53'],
      '10(5)': ['art-10-5'],
    });
  });

  test('where two rows cover an article, the one on this article alone is chosen, in any order', () => {
    expect(anchorsOf('15, 45', '15')).toEqual({ '15': ['art-15'], '15, 45': ['art-45'] });
    expect(anchorsOf('9-10', '10')).toEqual({ '9-10': ['art-9'], '10': ['art-10'] });
    const all = Object.values(anchorsOf('9-10', '10', '10-11', '9')).flat();
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('gaps', () => {
  const gaps = (...articles: string[]) => gapsIn(byArticle(rows(...articles)).numbered);

  test('are the numbers that no row covers, up to the last one known', () => {
    expect(gaps('2', '4', '7-8', '10(5)')).toEqual([
      { from: 1, to: 1 },
      { from: 3, to: 3 },
      { from: 5, to: 6 },
      { from: 9, to: 9 },
    ]);
    expect(gaps('1', '2')).toEqual([]);
    expect(gaps()).toEqual([]);
  });

  test('are in the place of the articles', () => {
    const parts = withGaps(byArticle(rows('4', '2')).numbered);
    expect(parts.map((part) => ('from' in part ? `gap ${part.from}` : part.article))).toEqual([
      'gap 1',
      '2',
      'gap 3',
      '4',
    ]);
  });
});
