import { expect, test } from 'vitest';
import type { EngineColumn } from '../../../../../src/components/explore/engine/explorerQuery.ts';
import { engineOver, PAYMENTS } from '../parquetFixture.ts';

/** Pounds of 2011 and 2012 and Canadian dollars of 2014 have a rate; pounds of 2014 have none. */
const CONVERTED: EngineColumn = {
  name: 'dollars',
  holds: 'number',
  from: {
    amount: 'amount',
    currency: 'currency',
    dates: ['date'],
    factors: { GBP: { 2011: 1.5, 2012: 1.4 }, CAD: { 2014: 0.05 } },
  },
};
const engine = () => engineOver(PAYMENTS, { made: [CONVERTED] }).engine;

test('amounts are converted by the currency and the year of their row; without a rate they are empty', async () => {
  const { rows } = await engine().rows({ conditions: [], sort: '' }, ['id', 'dollars'], 0, 9);
  expect(rows.map((row) => row['dollars'])).toEqual([1500, 750, -70, null, null, null, 450]);
});

test('they order and narrow rows of several currencies, and are grouped by currency', async () => {
  const by = (sort: string, least = -Infinity) =>
    engine()
      .rows({ conditions: [{ kind: 'range', column: 'dollars', least }], sort }, ['id'], 0, 9)
      .then(({ rows }) => rows.map((row) => row['id']));
  expect(await by('-dollars')).toEqual(['d-1', 'd-2', 't-1', 'd-3']);
  expect(await by('dollars', 500)).toEqual(['d-2', 'd-1']);
  const groups = await engine().group({
    conditions: [],
    by: ['supplier'],
    measure: 'dollars',
    currency: 'currency',
  });
  expect(groups).toContainEqual({
    keys: ['Care Homes Ltd'],
    currency: 'CAD',
    count: 1,
    sum: 450,
    median: 450,
  });
});
