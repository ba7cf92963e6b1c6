import { describe, expect, test } from 'vitest';
import {
  conditionsOf,
  plainView,
  rangeOf,
  shownFields,
  viewFromAddress,
  viewToAddress,
} from '../../../../src/components/explore/exploreView.ts';
import type { ExplorerField, ExplorerTable } from '../../../../src/components/explore/explorerSettings.ts';

const field = (name: string, more: Partial<ExplorerField>): ExplorerField => ({
  name,
  type: 'string',
  title: name,
  missing: 'not found',
  ...more,
});
const table = (name: string): ExplorerTable => ({
  name,
  title: name,
  rows: 1,
  parts: [],
  key: 'id',
  fields: [
    field('id', {}),
    field('place', { filter: 'values', short: 2 }),
    field('supplier', { filter: 'values', searched: true, short: 1 }),
    field('kind', { filter: 'values', labels: { ngo: 'Non-profit' } }),
    field('note', { filter: 'text' }),
    field('amount', { type: 'number', filter: 'range', money: true }),
  ],
});
const TABLES = [table('payments'), table('publishers')];
const read = (query: string) => viewFromAddress(new URLSearchParams(query), TABLES);

describe('the address of a view', () => {
  test('keeps everything that a reader chose', () => {
    const view = {
      table: 'publishers',
      words: 'age uk',
      values: { place: ['devon', ''], supplier: ['A, B & C'] },
      texts: { note: 'a & b=c' },
      ranges: { amount: '-5..1000.5' },
      sort: '-amount',
      columns: ['id', 'amount'],
      by: ['place', 'supplier'],
      measure: 'amount',
      page: 3,
      row: 'd-1',
    };
    expect(read(String(viewToAddress(view, TABLES)))).toEqual(view);
  });

  test('is empty for the first table as it is', () => {
    expect(String(viewToAddress(plainView('payments'), TABLES))).toBe('');
    expect(read('')).toEqual(plainView('payments'));
  });

  test('leaves out what the table does not have', () => {
    expect(
      read(
        'table=x&v.nothing=1&v.amount=5&c.amount=5&r.place=1..2&r.amount=a..b&sort=-nothing&show=nothing&by=nothing,place&of=nothing&page=0',
      ),
    ).toEqual({ ...plainView('payments'), by: ['place'] });
  });
});

test('an old address of a table is a view: filters, hidden columns, order and page', () => {
  const old = 'q=care&f.amount=10..20&f.kind=ngo&f.place=dev&f.supplier=∅&sort=-amount&hide=id,note&page=3';
  expect(read(old)).toEqual({
    ...plainView('payments'),
    words: 'care',
    ranges: { amount: '10..20' },
    values: { kind: ['ngo'], supplier: [''] },
    texts: { place: 'dev' },
    sort: '-amount',
    columns: ['place', 'supplier', 'kind', 'amount'],
    page: 3,
  });
  expect(read('f.amount=7').ranges).toEqual({ amount: '7..7' });
  expect(read('f.amount=x&f.nothing=1&hide=nothing')).toEqual(plainView('payments'));
});

test('a range has one end or two, both numbers', () => {
  expect(rangeOf('1..2')).toEqual({ least: 1, most: 2 });
  expect(rangeOf('..-2.5')).toEqual({ most: -2.5 });
  expect(rangeOf('3..')).toEqual({ least: 3 });
  for (const wrong of ['..', '', '3', '1..x', '1.2.3..4']) expect(rangeOf(wrong), wrong).toBeUndefined();
});

test('conditions are the values, the ranges and the words of a view; words are looked for in columns of names', () => {
  expect(
    conditionsOf(
      {
        ...plainView('payments'),
        values: { place: ['devon'], supplier: [] },
        ranges: { amount: '5..' },
        texts: { note: 'two words' },
        words: ' age  uk ',
      },
      TABLES[0]!,
    ),
  ).toEqual([
    { kind: 'is', column: 'place', values: ['devon'] },
    { kind: 'words', columns: ['note'], words: ['two words'] },
    { kind: 'range', column: 'amount', least: 5 },
    { kind: 'words', columns: ['supplier'], words: ['age', 'uk'] },
  ]);
});

test('columns shown are the short choice in its order, all, or those chosen in the order of the table', () => {
  const names = (columns: 'short' | 'all' | string[]) =>
    shownFields({ columns }, TABLES[0]!).map(({ name }) => name);
  expect(names('short')).toEqual(['supplier', 'place']);
  expect(names('all')).toHaveLength(6);
  expect(names(['amount', 'id'])).toEqual(['id', 'amount']);
});
