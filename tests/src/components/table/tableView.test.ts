import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  comparator,
  matches,
  viewFromQuery,
  viewToQuery,
  type TableView,
  type ViewedField,
} from '../../../../src/components/table/tableView.ts';

const FIELDS: ViewedField[] = [
  { name: 'place', type: 'string' },
  { name: 'year', type: 'year' },
  { name: 'method', type: 'string', codes: true },
];
const view = (change: Partial<TableView>): TableView => ({
  words: '',
  filters: {},
  sort: '',
  hidden: [],
  page: 1,
  ...change,
});
const ROW = { place: 'nanhai-dali', year: 2017, method: 'open-tender' };

test('a view is read back from an address, and other parameters are kept', () => {
  fc.assert(
    fc.property(
      fc.record({
        words: fc.string({ maxLength: 12 }),
        year: fc.constantFrom('', '2010..', '..2012', '2010..2012'),
        sort: fc.constantFrom('', 'year', '-place'),
        hidden: fc.uniqueArray(fc.constantFrom('place', 'year', 'method')),
        page: fc.integer({ min: 1, max: 99 }),
      }),
      ({ words, year, sort, hidden, page }) => {
        const before = view({ words, filters: year === '' ? {} : { year }, sort, hidden, page });
        const query = viewToQuery(before, 't.', new URLSearchParams('other=1&t.q=old'));
        expect(query.get('other')).toBe('1');
        expect(viewFromQuery(new URLSearchParams(query.toString()), 't.')).toEqual(before);
      },
    ),
  );
});

describe('a row is in the view', () => {
  test.each([
    [{ words: 'dali 2017' }, true],
    [{ words: 'dali 2018' }, false],
    [{ filters: { year: '2015..2018' } }, true],
    [{ filters: { year: '..2016' } }, false],
    [{ filters: { method: 'open' } }, false],
    [{ filters: { method: 'open-tender' } }, true],
    [{ filters: { place: 'DALI' } }, true],
    [{ filters: { unknown: 'x' } }, true],
  ])('%j: %s', (change, expected) => expect(matches(ROW, view(change), FIELDS)).toBe(expected));
  test('∅ selects empty cells', () =>
    expect(matches({ ...ROW, method: null }, view({ filters: { method: '∅' } }), FIELDS)).toBe(true));
});

test('empty cells come last in either order', () => {
  const rows = [{ year: null }, { year: 2 }, { year: 1 }];
  expect([...rows].sort(comparator(view({ sort: 'year' }), 'en')).map((row) => row.year)).toEqual([
    1,
    2,
    null,
  ]);
  expect([...rows].sort(comparator(view({ sort: '-year' }), 'en')).map((row) => row.year)).toEqual([
    2,
    1,
    null,
  ]);
});

test.each([
  ['2', 2],
  ['0', 1],
  ['-1', 1],
  ['1.5', 1],
  ['1e999', 1],
  ['x', 1],
  ['', 1],
])('page %j is page %i', (page, expected) =>
  expect(viewFromQuery(new URLSearchParams({ 't.page': page }), 't.').page).toBe(expected),
);
