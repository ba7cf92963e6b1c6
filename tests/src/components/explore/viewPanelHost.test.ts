import { expect, test } from 'vitest';
import { exploreWords } from '../../../../src/i18n/exploreWords.ts';
import { plainView, type ExploreView } from '../../../../src/components/explore/exploreView.ts';
import type { ExplorerTable } from '../../../../src/components/explore/explorerSettings.ts';
import { viewPanelHost } from '../../../../src/components/explore/viewPanelHost.ts';
import { engineOver, PAYMENTS } from './parquetFixture.ts';

const TABLE: ExplorerTable = {
  name: 'payments',
  title: 'Payments',
  rows: 7,
  parts: [],
  fields: [
    {
      name: 'place',
      type: 'string',
      title: 'Place',
      missing: '',
      filter: 'values',
      counts: [
        ['devon', 4],
        ['oxford', 2],
        ['toronto', 1],
      ],
    },
    { name: 'currency', type: 'string', title: 'Currency', missing: '', filter: 'values' },
  ],
};

const hostOf = (change: Partial<ExploreView>) => {
  const { engine, reads } = engineOver(PAYMENTS);
  const host = viewPanelHost({
    words: exploreWords('en'),
    engine,
    view: () => ({ ...plainView('payments'), ...change }),
    table: () => TABLE,
    change: () => undefined,
    failed: (error) => expect.fail(String(error)),
  });
  return { host, reads };
};

test('the counts of the whole table are those of the page, and nothing is read', async () => {
  const { host, reads } = hostOf({});
  expect(await host.countValues('place')).toEqual([
    { value: 'devon', count: 4 },
    { value: 'oxford', count: 2 },
    { value: 'toronto', count: 1 },
  ]);
  expect(reads).toEqual([]);
});

test('with a filter, and of other columns, values are counted from the files', async () => {
  const filtered = hostOf({ values: { currency: ['CAD'] } });
  expect(await filtered.host.countValues('place')).toEqual([{ value: 'toronto', count: 1 }]);
  expect(await hostOf({}).host.countValues('currency')).toEqual([
    { value: 'GBP', count: 6 },
    { value: 'CAD', count: 1 },
  ]);
});
