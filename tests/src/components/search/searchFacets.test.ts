import { expect, test } from 'vitest';
import { countValues, groupByKind, passes } from '../../../../src/components/search/searchFacets.ts';

const results = [
  { kind: ['Cases'], place: ['Foshan'] },
  { kind: ['Cases'], place: ['Japan'] },
  { kind: ['Charts'], place: ['Foshan', 'Japan'] },
];

test('a filter counts what each of its values would leave, the other filters staying', () => {
  expect(countValues(results, { kind: 'Cases' }, ['kind', 'place'])).toEqual({
    kind: { Cases: 2, Charts: 1 },
    place: { Foshan: 1, Japan: 1 },
  });
});

test('a result passes that has every chosen value', () => {
  expect(passes(results[2]!, { kind: 'Charts', place: 'Japan' })).toBe(true);
  expect(passes(results[2]!, { year: '2015' })).toBe(false);
});

test('groups stand in the order of their best results', () => {
  const found = ['Charts', 'Cases', 'Charts'].map((kind, at) => ({ kind, at }));
  expect(groupByKind(found)).toEqual([
    ['Charts', [found[0], found[2]]],
    ['Cases', [found[1]]],
  ]);
});
