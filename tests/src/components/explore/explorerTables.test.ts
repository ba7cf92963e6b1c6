import { expect, test } from 'vitest';
import { explorerSettings } from '../../../../src/components/explore/explorerTables.ts';
import { parquetParts } from '../../../../src/published/parquetParts.ts';
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
  expect(field('en', 'supplier_kind')).toMatchObject({ filter: 'values' });
  expect(field('en', 'amount')).toMatchObject({ filter: 'range', money: true });
  expect(field('en', 'bids')).toMatchObject({ filter: 'range', unit: 'bid' });
  expect(field('en', 'bids').money).toBeUndefined();
  expect(field('en', 'supplier').searched).toBe(true);
  for (const name of ['id', 'supplier_id', 'row_in_file'])
    expect(field('en', name).filter, name).toBeUndefined();
});

test('what, who, when and how much come first in the short choice', () => {
  const short = (dataset: string) =>
    explorerSettings(readDataset(dataset), 'en')
      .tables[0]!.fields.filter((one) => one.short !== undefined)
      .sort((a, b) => a.short! - b.short!)
      .map(({ name }) => name);
  expect(short('contracts').slice(0, 4)).toEqual(['title', 'supplier', 'awarded', 'amount']);
  expect(short('payments').slice(0, 4)).toEqual(['category_printed', 'supplier', 'date', 'amount']);
  expect(short('purchases').slice(0, 4)).toEqual(['title_en', 'purchaser_en', 'year', 'amount']);
  expect(short('purchases').filter((name) => name.endsWith('_zh'))).toEqual([]);
});

test('amounts of several currencies are also shown in international dollars, those of one are not', () => {
  const made = (dataset: string) =>
    explorerSettings(readDataset(dataset), 'en').tables[0]!.fields.filter(({ from }) => from);
  expect(made('contracts').map(({ title }) => title)).toEqual(['Amount, international dollars of 2020']);
  expect(made('contracts')[0]!.from).toMatchObject({ amount: 'amount', dates: ['awarded', 'start'] });
  expect(made('payments')).toEqual([]);
});

test('filters that are open at first cost few bytes', () => {
  // The ends of the many files of contracts alone cost more than that.
  for (const [id, column] of [
    ['contracts', undefined],
    ['payments', 'place'],
  ] as const) {
    const [table] = readDataset(id).tables;
    const parts = parquetParts(id, table!);
    const open = explorerSettings(readDataset(id), 'en').tables[0]!.fields.filter((one) => one.open);
    if (column === undefined) expect(open).toEqual([]);
    else expect(open.map(({ name }) => name)).toContain(column);
    if (open.length === 0) continue;
    const bytes = parts.flatMap(({ footer, columns }) => [footer, ...open.map(({ name }) => columns[name]!)]);
    expect(bytes.reduce((sum, size) => sum + size)).toBeLessThan(300 * 1024);
  }
});

test('every column of a small table is searched, and all of more than one value are filtered', () => {
  const [table] = explorerSettings(readDataset('purchases'), 'en').tables;
  expect(table!.fields.every(({ searched, from }) => searched || from)).toBe(true);
  expect(table!.fields.find(({ name }) => name === 'title_en')!.filter).toBe('text');
  expect(table!.rowPages).toContain('/en/datasets/purchases/row/');
});

test('every table of every dataset has columns to show at first', () => {
  for (const dataset of readCatalogue().datasets)
    for (const { name, fields } of explorerSettings(dataset, 'en').tables)
      expect(
        fields.some(({ short }) => short),
        `${dataset.id}/${name}`,
      ).toBe(true);
});
