import { expect, test } from 'vitest';
import { readRows } from '../../src/published/catalogue.ts';

test('every share of the findings says its measure, and nothing else does', () => {
  const wrong = readRows('findings').filter((row) => (row['unit'] === 'share') !== (row['measure'] !== null));
  expect(wrong.map((row) => row['id'])).toEqual([]);
});
