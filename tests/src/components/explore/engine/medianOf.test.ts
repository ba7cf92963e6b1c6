import fc from 'fast-check';
import { expect, test } from 'vitest';
import { medianOf } from '../../../../../src/components/explore/engine/medianOf.ts';

test('the median is that of the sorted numbers', () => {
  const number = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ noNaN: true, min: -1e9, max: 1e9 }));
  fc.assert(
    fc.property(fc.array(number, { minLength: 1, maxLength: 60 }), (numbers) => {
      const sorted = [...numbers].sort((a, b) => a - b);
      const middle = sorted.length >> 1;
      const expected =
        sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
      expect(medianOf(Float64Array.from(numbers)) + 0).toBe(expected + 0);
    }),
  );
});
