import { expect, test } from 'vitest';
import { explorerSettings } from '../../../../src/components/explore/explorerTables.ts';
import { readCatalogue, readDataset } from '../../../../src/published/readCatalogue.ts';

const settingsOf = {
  en: await explorerSettings(readDataset('contracts'), 'en'),
  zh: await explorerSettings(readDataset('contracts'), 'zh'),
};
const field = (language: 'en' | 'zh', name: string) =>
  settingsOf[language].tables[0]!.fields.find((one) => one.name === name)!;
const fields = async (dataset: string) =>
  (await explorerSettings(readDataset(dataset), 'en')).tables[0]!.fields;

test('the large table comes first, with its key', () => {
  const [first] = settingsOf.en.tables;
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

test('what, who, when and how much come first in the short choice', async () => {
  const short = async (dataset: string) =>
    (await fields(dataset))
      .filter((one) => one.short !== undefined)
      .sort((a, b) => a.short! - b.short!)
      .map(({ name }) => name);
  expect((await short('contracts')).slice(0, 4)).toEqual(['title', 'supplier', 'awarded', 'amount']);
  expect((await short('payments')).slice(0, 4)).toEqual(['category_printed', 'supplier', 'date', 'amount']);
  expect((await short('purchases')).slice(0, 4)).toEqual(['title_en', 'purchaser_en', 'year', 'amount']);
  expect((await short('purchases')).filter((name) => name.endsWith('_zh'))).toEqual([]);
});

test('amounts of several currencies are also shown in international dollars, those of one are not', async () => {
  const made = async (dataset: string) => (await fields(dataset)).filter(({ from }) => from);
  expect((await made('contracts')).map(({ title }) => title)).toEqual([
    'Amount, international dollars of 2020',
  ]);
  expect((await made('contracts'))[0]!.from).toMatchObject({ amount: 'amount', dates: ['awarded', 'start'] });
  expect(await made('payments')).toEqual([]);
});

test('the first filters of codes are open, with the counts of the whole table in the page', async () => {
  const open = async (dataset: string) => (await fields(dataset)).filter(({ counts }) => counts);
  expect((await open('contracts')).map(({ name }) => name)).toEqual([
    'place',
    'supplier_kind',
    'service_field',
  ]);
  expect((await open('payments')).map(({ name }) => name)).toEqual([
    'place',
    'supplier_kind',
    'service_field',
  ]);
  for (const dataset of ['contracts', 'payments', 'purchases']) {
    const [table] = readDataset(dataset).tables;
    for (const { name, counts } of await open(dataset)) {
      expect(
        counts!.reduce((sum, [, rows]) => sum + rows, 0),
        name,
      ).toBe(table!.rows);
      expect(counts!.find(([value]) => value === '')?.[1] ?? 0, name).toBe(table!.ledger.missing[name]);
    }
  }
});

test('every column of a small table is searched, and all of more than one value are filtered', async () => {
  const [table] = (await explorerSettings(readDataset('purchases'), 'en')).tables;
  expect(table!.fields.every(({ searched, from }) => searched || from)).toBe(true);
  expect(table!.fields.find(({ name }) => name === 'title_en')!.filter).toBe('text');
  expect(table!.rowPages).toContain('/en/datasets/purchases/row/');
});

test('every table of every dataset has columns to show at first', async () => {
  for (const dataset of readCatalogue().datasets)
    for (const { name, fields } of (await explorerSettings(dataset, 'en')).tables)
      expect(
        fields.some(({ short }) => short),
        `${dataset.id}/${name}`,
      ).toBe(true);
});
