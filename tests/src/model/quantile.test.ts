import { expect, test } from 'vitest';
import { quantile } from '../../../src/model/quantile.ts';

test('a quantile lies between the two values around it, in whatever order they come', () => {
  expect(quantile([30, 10, 20], 0)).toBe(10);
  expect(quantile([30, 10, 20], 0.5)).toBe(20);
  expect(quantile([30, 10, 20], 1)).toBe(30);
  expect(quantile([100, 9, 1, 2], 0.25)).toBe(1.75);
  expect(quantile([4], 0.75)).toBe(4);
  expect(() => quantile([], 0.5)).toThrow('no values');
});
