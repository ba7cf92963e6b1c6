import { expect, test } from 'vitest';
import { RELEASE, RELEASE_DATE } from '../../../src/model/site.ts';

test('a release is YYYY.MM, and its day is not after it', () => {
  expect(RELEASE).toMatch(/^\d{4}\.(0[1-9]|1[0-2])$/);
  expect(RELEASE_DATE).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(RELEASE_DATE.slice(0, 7).replace('-', '.') <= RELEASE).toBe(true);
});
