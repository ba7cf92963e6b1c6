import { expect, test } from 'vitest';
import { PRICE_KINDS, SERVICES, UNITS } from '../../src/charts/forms/priceCodes.ts';
import { MOVED_ROWS } from '../../src/model/redirects.ts';
import { number, text } from '../../src/model/row.ts';
import { readRows, readTable } from '../../src/published/readCatalogue.ts';

const rows = readRows('prices');

test.each([
  ['service', SERVICES],
  ['unit', UNITS],
  ['price_kind', PRICE_KINDS],
])('the chart has the labels of %s', (name, labels) => {
  expect(labels).toEqual(readTable('prices').fields.find((field) => field.name === name)!.labels);
});

test('an end of a range has the other end beside it', () => {
  const like = (row: (typeof rows)[number]): string =>
    ['place', 'service', 'unit', 'year', 'source_id'].map((name) => text(row, name)).join('|');
  for (const row of rows.filter(({ range_end }) => range_end === 'low'))
    expect(
      rows.some(
        (other) =>
          other['range_end'] === 'high' &&
          like(other) === like(row) &&
          number(other, 'amount')! > number(row, 'amount')!,
      ),
      text(row, 'id'),
    ).toBe(true);
});

test('every code that has a label is used', () => {
  for (const [name, labels] of [
    ['service', SERVICES],
    ['unit', UNITS],
    ['price_kind', PRICE_KINDS],
  ] as const)
    expect([...new Set(rows.map((row) => text(row, name)))].sort()).toEqual(Object.keys(labels).sort());
});

test('each unit price of former purchases is a row of prices, and of purchases no more', () => {
  const { ids } = MOVED_ROWS.find(({ from, to }) => from === 'purchases' && to === 'prices')!;
  const [prices, purchases] = [rows, readRows('purchases')].map(
    (table) => new Set(table.map((row) => text(row, 'id'))),
  );
  expect(ids.filter((id) => !prices!.has(id) || purchases!.has(id))).toEqual([]);
});

test('a source without an address is not linked from elsewhere: a price of grade A has one', () => {
  const sources = new Map(readRows('sources').map((row) => [text(row, 'id'), text(row, 'url')]));
  const unlinked = rows.filter((row) => row['confidence'] === 'A' && !sources.get(text(row, 'source_id')));
  expect(unlinked.map((row) => text(row, 'id'))).toEqual([]);
});
