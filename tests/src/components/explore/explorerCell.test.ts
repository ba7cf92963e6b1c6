import { expect, test } from 'vitest';
import { cellWords } from '../../../../src/components/explore/explorerCell.ts';
import type { ExplorerField } from '../../../../src/components/explore/explorerSettings.ts';
import { orderGroups } from '../../../../src/components/explore/groupedView.ts';

const field = (more: Partial<ExplorerField>): ExplorerField => ({
  name: 'x',
  type: 'string',
  title: 'x',
  missing: 'not found',
  ...more,
});

test('a cell is shown with its label, its digits grouped, its unit or its currency', () => {
  expect(cellWords('open', field({ labels: { open: 'Open' } }), null, 'en')).toBe('Open');
  expect(cellWords(null, field({}), null, 'en')).toBe('not found');
  expect(cellWords(1234567.891, field({ type: 'number' }), null, 'en')).toBe('1,234,567.89');
  expect(cellWords(3, field({ type: 'integer', unit: 'bid' }), null, 'en')).toBe('3 bid');
  expect(cellWords(2014, field({ type: 'year' }), null, 'en')).toBe('2014');
  const money = field({ type: 'number', money: true });
  expect(cellWords(-1424, money, 'GBP', 'en')).toBe('GBP -1,424');
  expect(cellWords(1424.5, money, 'GBP', 'zh')).toBe('1,424.5 英镑');
  expect(cellWords(5, money, null, 'en')).toBe('5');
});

test('groups are ordered by time where they have one, else the largest first; currencies stay together', () => {
  const measure = field({ type: 'number', money: true });
  const rows = [
    { keys: ['2012'], currency: 'GBP', count: 1, sum: 5 },
    { keys: ['2011'], currency: 'USD', count: 9, sum: 900 },
    { keys: ['2011'], currency: 'GBP', count: 2, sum: 1 },
    { keys: [''], currency: 'GBP', count: 7, sum: 70 },
  ];
  const order = (chronological: boolean) =>
    orderGroups({ rows, by: [], measure, chronological }).map(
      ({ keys, currency }) => `${keys[0]} ${currency}`,
    );
  expect(order(true)).toEqual(['2011 GBP', '2012 GBP', ' GBP', '2011 USD']);
  expect(order(false)).toEqual([' GBP', '2012 GBP', '2011 GBP', '2011 USD']);
});
