import { expect, test } from 'vitest';
import { oneEditApart, respell } from '../../../../src/components/search/searchSpelling.ts';

test.each([
  ['tender', 'tendr'],
  ['tender', 'tenders'],
  ['tender', 'tinder'],
  ['tender', 'tedner'],
  ['tender', 'ender'],
])('%s and %s are one edit apart, either way round', (a, b) => {
  expect(oneEditApart(a, b)).toBe(true);
  expect(oneEditApart(b, a)).toBe(true);
});
test.each([
  ['tender', 'tender'],
  ['tender', 'tendering'],
  ['tender', 'tinker'],
  ['tender', 'dentre'],
])('%s and %s are not', (a, b) => expect(oneEditApart(a, b)).toBe(false));

const vocabulary = ['purchase', 'procurement', 'tender', 'tinder'];

test('an unknown word becomes the commonest similar one; known and short words stay', () => {
  expect(respell('Purchse of tendar', vocabulary)).toBe('purchase of tender');
  expect(respell('purchase', vocabulary)).toBeUndefined();
  expect(respell('purchasing tenders', vocabulary)).toBeUndefined();
  expect(respell('tnder', vocabulary)).toBe('tender');
  expect(respell('tndr', vocabulary)).toBeUndefined();
  expect(respell('xylophone', vocabulary)).toBeUndefined();
});
