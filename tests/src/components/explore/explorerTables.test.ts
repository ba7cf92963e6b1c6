import { expect, test } from 'vitest';
import { explorerSettings } from '../../../../src/components/explore/explorerTables.ts';
import { readCatalogue, readDataset } from '../../../../src/published/readCatalogue.ts';

const field = (language: 'en' | 'zh', name: string) =>
  explorerSettings(readDataset('contracts'), language).tables[0]!.fields.find((one) => one.name === name)!;

test('the large table comes first, with its key', () => {
  const [first] = explorerSettings(readDataset('contracts'), 'en').tables;
  expect(first).toMatchObject({ name: 'contracts', key: 'id' });
  expect(first!.parts.length).toBeGreaterThan(10);
});

test('codes and places have labels in the language of the page, amounts have a currency, keys are not filtered', () => {
  expect(field('en', 'place').labels).toMatchObject({ 'us-philadelphia': 'Philadelphia' });
  expect(field('zh', 'place').labels).toMatchObject({ 'us-philadelphia': '费城' });
  expect(field('en', 'supplier_kind')).toMatchObject({ filter: 'values', short: true });
  expect(field('en', 'amount')).toMatchObject({ filter: 'range', money: true });
  expect(field('en', 'bids')).toMatchObject({ filter: 'range', unit: 'bid' });
  expect(field('en', 'bids').money).toBeUndefined();
  expect(field('en', 'supplier').searched).toBe(true);
  for (const name of ['id', 'supplier_id', 'row_in_file'])
    expect(field('en', name).filter, name).toBeUndefined();
});

test('every table of every dataset has columns to show at first', () => {
  for (const dataset of readCatalogue().datasets)
    for (const { name, fields } of explorerSettings(dataset, 'en').tables)
      expect(
        fields.some(({ short }) => short),
        `${dataset.id}/${name}`,
      ).toBe(true);
});
