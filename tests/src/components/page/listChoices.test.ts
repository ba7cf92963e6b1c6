import { describe, expect, test } from 'vitest';
import { fitsChoices } from '../../../../src/components/page/listChoices.ts';

const item = {
  level: 'county',
  place: 'guangzhou-nansha guangzhou guangdong cn',
  tag: 'social-work',
  year: '2019',
};
const NOTHING = { level: '', place: '', tag: '', from: '', to: '' };

test('where nothing is chosen, everything fits', () => {
  expect(fitsChoices(item, NOTHING)).toBe(true);
  expect(fitsChoices({}, NOTHING)).toBe(true);
});

test.each([
  ['its own code', { level: 'county' }, true],
  ['another code', { level: 'province' }, false],
  ['one of several codes', { place: 'guangdong' }, true],
  ['a part of a code', { place: 'guang' }, false],
  ['two choices that both fit', { level: 'county', tag: 'social-work' }, true],
  ['two choices of which one fits', { level: 'county', tag: 'budget' }, false],
  ['a control that the item knows nothing of', { status: 'in-force' }, false],
])('%s', (_what, chosen, fits) => {
  expect(fitsChoices(item, { ...NOTHING, ...chosen })).toBe(fits);
});

describe('years', () => {
  test.each([
    [{ from: '2019', to: '2019' }, true],
    [{ from: '2020' }, false],
    [{ to: '2018' }, false],
    [{ from: '2000' }, true],
    [{ to: '2026' }, true],
  ])('%o', (chosen, fits) => expect(fitsChoices(item, { ...NOTHING, ...chosen })).toBe(fits));

  test('what has no year fits no range', () => {
    expect(fitsChoices({ ...item, year: '' }, { ...NOTHING, to: '2026' })).toBe(false);
    expect(fitsChoices({ ...item, year: '' }, NOTHING)).toBe(true);
  });
});
