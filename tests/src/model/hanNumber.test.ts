import { expect, test } from 'vitest';
import { readHanNumber, writeHanNumber } from '../../../src/model/hanNumber.ts';

test.each([
  [1, '一'],
  [10, '十'],
  [15, '十五'],
  [20, '二十'],
  [43, '四十三'],
  [100, '一百'],
  [105, '一百零五'],
  [110, '一百一十'],
  [213, '二百一十三'],
])('%d is written %s, and read', (value, written) => {
  expect(writeHanNumber(value)).toBe(written);
  expect(readHanNumber(written)).toBe(value);
});

test('digits and both zeros are read; what is no number is not', () => {
  expect(readHanNumber('24')).toBe(24);
  expect(readHanNumber('一百〇五')).toBe(105);
  for (const none of ['', '0', '1000', '十百', '一二', '条']) expect(readHanNumber(none)).toBeUndefined();
});
