import { expect, test } from 'vitest';
import { number, text, type Row } from '../../src/model/row.ts';
import { readRows } from '../../src/published/readCatalogue.ts';

const rows = readRows('purchases');
const idsOf = (some: Row[]): string[] => some.map((row) => text(row, 'id'));
const isFilled = (row: Row, field: string): boolean => text(row, field) !== '';

test('a quantity has a unit, and a unit a quantity', () => {
  const counted = rows.filter((row) => isFilled(row, 'unit'));
  expect(counted.length).toBeGreaterThan(5);
  expect(idsOf(rows.filter((row) => isFilled(row, 'unit') !== (number(row, 'quantity') !== null)))).toEqual([]);
});

test.each(['provider', 'purchaser', 'result'])('the %s is in both languages or in neither', (name) => {
  expect(
    idsOf(rows.filter((row) => isFilled(row, `${name}_en`) !== isFilled(row, `${name}_zh`))),
  ).toEqual([]);
});

test('a provider who is named has a kind', () => {
  const named = rows.filter((row) => isFilled(row, 'provider_zh'));
  expect(named.length).toBeGreaterThan(10);
  expect(idsOf(named.filter((row) => row['provider_kind'] === 'unknown'))).toEqual([]);
});

test('a plan is not money spent or agreed', () => {
  const plans = rows.filter((row) => row['precision'] === 'forecast');
  expect(plans.length).toBeGreaterThan(10);
  expect(
    idsOf(plans.filter((row) => !['budget', 'ceiling', 'application'].includes(text(row, 'amount_kind')))),
  ).toEqual([]);
});

test('a sum is for the time that it covers', () => {
  const wrong = rows.filter(
    (row) =>
      (row['coverage'] === 'place-year' && row['per'] !== 'year') ||
      (row['coverage'] === 'multi-year' && row['per'] !== 'years'),
  );
  expect(idsOf(wrong)).toEqual([]);
});

test('the unit prices of a place are not its sums: no row is in both datasets', () => {
  const prices = new Set(idsOf(readRows('prices')));
  expect(idsOf(rows).filter((id) => prices.has(id))).toEqual([]);
});

test('a row of grade A has a source with an address', () => {
  const urls = new Map(readRows('sources').map((row) => [text(row, 'id'), text(row, 'url')]));
  const unlinked = rows.filter((row) => row['confidence'] === 'A' && !urls.get(text(row, 'source_id')));
  expect(idsOf(unlinked)).toEqual([]);
});
