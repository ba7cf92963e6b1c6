import { expect, test } from 'vitest';
import { countValues, groupByKind, passes } from '../../../../src/components/search/searchFacets.ts';

const results = [
  { kind: ['Cases'], place: ['Foshan'] },
  { kind: ['Cases'], place: ['Japan'] },
  { kind: ['Charts'], place: ['Foshan', 'Japan'] },
];

test('a filter counts the results of each of its values, with the other filters unchanged', () => {
  expect(countValues(results, { kind: 'Cases' }, ['kind', 'place'])).toEqual({
    kind: { Cases: 2, Charts: 1 },
    place: { Foshan: 1, Japan: 1 },
  });
});

test('a result with every chosen value passes', () => {
  expect(passes(results[2]!, { kind: 'Charts', place: 'Japan' })).toBe(true);
  expect(passes(results[2]!, { year: '2015' })).toBe(false);
});

test('groups are in the order of their best results', () => {
  const found = ['Charts', 'Cases', 'Charts'].map((kind, at) => ({ kind, at }));
  expect(groupByKind(found)).toEqual([
    ['Charts', [found[0], found[2]]],
    ['Cases', [found[1]]],
  ]);
});
