import { describe, expect, test } from 'vitest';
import type { Condition } from '../../../../../src/components/explore/engine/explorerQuery.ts';
import { engineOver, PAYMENTS, type Payment } from '../parquetFixture.ts';

const ALL = { conditions: [], sort: '' };
const is = (column: string, ...values: string[]): Condition => ({ kind: 'is', column, values });

/** The ids of the rows found. */
async function ids(conditions: Condition[], sort = '', start = 0, size = 50): Promise<[number, unknown[]]> {
  const { found, rows } = await engineOver(PAYMENTS).engine.rows({ conditions, sort }, ['id'], start, size);
  return [found, rows.map((row) => row['id'])];
}

/** The rows many times over, in files too large to be fetched whole. */
const overLongFiles = () =>
  engineOver(
    PAYMENTS.map((rows) =>
      rows.flatMap(([id, place, supplier, ...rest]) =>
        Array.from({ length: 3000 }, (_, at): Payment => [
          `${id}-${at}`,
          place,
          `${supplier} ${at}`,
          ...rest,
        ]),
      ),
    ),
    { rowGroupSize: 3000 },
  );

describe('rows of several files', () => {
  test('come in the order of the files, page by page, with the columns asked for', async () => {
    const { engine } = engineOver(PAYMENTS);
    expect(await engine.rows(ALL, ['amount', 'id'], 3, 2)).toEqual({
      found: 7,
      rows: [
        { amount: 5, id: 'd-4' },
        { amount: null, id: 'o-1' },
      ],
    });
  });

  test('are found by a value, several values, and empty cells', async () => {
    expect(await ids([is('place', 'oxford', 'toronto')])).toEqual([3, ['o-1', 'o-2', 't-1']]);
    expect(await ids([is('supplier', '')])).toEqual([1, ['o-2']]);
    expect(await ids([is('supplier', '', 'age concern')])).toEqual([2, ['o-1', 'o-2']]);
    expect(await ids([is('place', 'nowhere')])).toEqual([0, []]);
  });

  test('are found by a range of numbers or years, both ends included; empty cells are in none', async () => {
    expect(await ids([{ kind: 'range', column: 'amount', least: 5, most: 700 }])).toEqual([
      3,
      ['d-2', 'd-4', 'o-2'],
    ]);
    expect(await ids([{ kind: 'range', column: 'amount', most: 0 }])).toEqual([1, ['d-3']]);
    expect(await ids([{ kind: 'range', column: 'date', least: 2012, most: 2013 }])).toEqual([
      2,
      ['d-3', 'o-1'],
    ]);
    expect(await ids([{ kind: 'range', column: 'date', most: 2011 }])).toEqual([2, ['d-1', 'd-2']]);
  });

  test('are found by words in any case, each in one of the columns', async () => {
    expect(await ids([{ kind: 'words', columns: ['supplier', 'place'], words: ['AGE', 'oxf'] }])).toEqual([
      1,
      ['o-1'],
    ]);
    expect(await ids([{ kind: 'words', columns: ['supplier'], words: ['care'] }])).toEqual([
      3,
      ['d-2', 'd-3', 't-1'],
    ]);
  });

  test('are found by the label of a code and by the digits of a number, and ordered by labels', async () => {
    expect(await ids([{ kind: 'words', columns: ['currency'], words: ['canadian'] }])).toEqual([1, ['t-1']]);
    expect(await ids([{ kind: 'words', columns: ['amount', 'id'], words: ['700'] }])).toEqual([1, ['o-2']]);
    // By code CAD comes before GBP.
    expect((await ids([], '-currency', 0, 1))[1]).toEqual(['t-1']);
  });

  test('meet all conditions together', async () => {
    expect(
      await ids([is('place', 'devon'), { kind: 'words', columns: ['supplier'], words: ['care'] }]),
    ).toEqual([2, ['d-2', 'd-3']]);
  });

  test('are ordered by numbers and texts, with empty cells last either way and equals in the order of the files', async () => {
    expect((await ids([], 'amount'))[1]).toEqual(['d-3', 'd-4', 'd-2', 'o-2', 'd-1', 't-1', 'o-1']);
    expect((await ids([], '-amount', 0, 3))[1]).toEqual(['t-1', 'd-1', 'o-2']);
    expect((await ids([], '-amount', 5, 3))[1]).toEqual(['d-3', 'o-1']);
    expect((await ids([], 'supplier'))[1]).toEqual(['o-1', 'd-1', 'd-4', 'd-2', 'd-3', 't-1', 'o-2']);
    expect((await ids([is('place', 'devon')], '-date'))[1]).toEqual(['d-3', 'd-2', 'd-1', 'd-4']);
  });
});

describe('what is read', () => {
  test('the first rows come from the first file alone, its metadata in one exact request', async () => {
    const { engine, reads, parts } = overLongFiles();
    await engine.rows(ALL, ['id', 'amount'], 0, 2);
    expect(new Set(reads.map(([file]) => file))).toEqual(new Set([0]));
    expect(reads[0]).toEqual([0, parts[0]!.bytes - parts[0]!.footer, parts[0]!.bytes]);
    expect(engine.bytes).toBeLessThan(parts[0]!.bytes / 2);
  });

  test('a second question about the same column reads nothing', async () => {
    const { engine } = overLongFiles();
    await engine.facet([], 'place');
    const { bytes } = engine;
    await engine.facet([], 'place');
    await engine.group({ conditions: [], by: ['place'] });
    expect(engine.bytes).toBe(bytes);
  });

  test('of row groups that the statistics exclude only the metadata is read', async () => {
    const { engine, parts } = overLongFiles();
    expect(
      (await engine.rows({ conditions: [is('place', 'nowhere')], sort: 'amount' }, ['id'], 0, 5)).found,
    ).toBe(0);
    expect(engine.bytes).toBe(parts.reduce((sum, { footer }) => sum + footer, 0));
  });

  test('a text that all rows of a row group have is read from the metadata; a long one, which is cut off there, is not', async () => {
    const { engine, parts } = overLongFiles();
    expect((await engine.facet([], 'currency')).map(({ count }) => count)).toEqual([18_000, 3000]);
    expect(engine.bytes).toBe(parts.reduce((sum, { footer }) => sum + footer, 0));
    const long = 'The Borough of Long Names and of Longer Ones';
    const files = [[0, 1, 2, 3].map((at): Payment => [`l-${at}`, long + (at % 2), null, null, at, 'GBP'])];
    expect(await engineOver(files, { rowGroupSize: 4 }).engine.facet([], 'place')).toEqual([
      { value: `${long}0`, count: 2 },
      { value: `${long}1`, count: 2 },
    ]);
  });

  test('a failed request is made again when the question is asked again', async () => {
    const { engine, buffers } = engineOver(PAYMENTS);
    const [first] = buffers;
    buffers[0] = undefined as unknown as ArrayBuffer;
    await expect(engine.facet([], 'place')).rejects.toThrow();
    buffers[0] = first!;
    expect(await engine.facet([], 'place')).toHaveLength(3);
  });
});

describe('facets', () => {
  test('count the values, the commonest first, empty cells too', async () => {
    expect(await engineOver(PAYMENTS).engine.facet([], 'supplier')).toEqual([
      { value: 'Care Homes Ltd', count: 3 },
      { value: 'Age UK Devon', count: 2 },
      { value: '', count: 1 },
      { value: 'age concern', count: 1 },
    ]);
  });

  test('leave out the condition on their own column, and keep the others', async () => {
    const { engine } = engineOver(PAYMENTS);
    const conditions = [is('place', 'devon'), is('supplier', 'Care Homes Ltd')];
    expect(await engine.facet(conditions, 'place')).toEqual([
      { value: 'devon', count: 2 },
      { value: 'toronto', count: 1 },
    ]);
    expect(await engine.facet(conditions, 'currency')).toEqual([{ value: 'GBP', count: 2 }]);
  });
});

describe('histograms', () => {
  test('have a bin a year, and count the rows without a date', async () => {
    expect(await engineOver(PAYMENTS).engine.histogram([], 'date')).toEqual({
      edges: [2011, 2012, 2013, 2014, 2015],
      counts: [2, 2, 0, 2],
      empty: 1,
      low: 0,
    });
  });

  test('of amounts over several orders of magnitude have bins of one ratio; refunds are counted apart', async () => {
    const { counts, edges, empty, low } = await engineOver(PAYMENTS).engine.histogram([], 'amount');
    expect(edges[1]! / edges[0]!).toBeCloseTo(Math.sqrt(10));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5);
    expect([empty, low]).toEqual([1, 1]);
  });

  test('of a column without numbers have no bins', async () => {
    expect(await engineOver(PAYMENTS).engine.histogram([is('id', 'o-1')], 'amount')).toMatchObject({
      counts: [],
      empty: 1,
    });
  });
});

describe('groups', () => {
  const byPlace = { by: ['place'], measure: 'amount', currency: 'currency' };

  test('have a count, a sum and a median for each currency', async () => {
    expect(await engineOver(PAYMENTS).engine.group({ conditions: [], ...byPlace })).toEqual([
      { keys: ['devon'], currency: 'GBP', count: 4, sum: 1455, median: 252.5 },
      { keys: ['oxford'], currency: 'GBP', count: 2, sum: 700, median: 700 },
      { keys: ['toronto'], currency: 'CAD', count: 1, sum: 9000, median: 9000 },
    ]);
  });

  test('never add up two currencies', async () => {
    const groups = await engineOver(PAYMENTS).engine.group({ conditions: [], ...byPlace, by: ['supplier'] });
    expect(groups.filter(({ keys }) => keys[0] === 'Care Homes Ltd')).toEqual([
      { keys: ['Care Homes Ltd'], currency: 'GBP', count: 2, sum: 450, median: 225 },
      { keys: ['Care Homes Ltd'], currency: 'CAD', count: 1, sum: 9000, median: 9000 },
    ]);
  });

  test('are by the year of a date, and by two columns', async () => {
    const groups = await engineOver(PAYMENTS).engine.group({
      conditions: [is('place', 'devon')],
      by: ['date', 'supplier'],
    });
    expect(groups.map(({ keys, count }) => [...keys, count])).toEqual([
      ['2011', 'Age UK Devon', 1],
      ['2011', 'Care Homes Ltd', 1],
      ['2012', 'Care Homes Ltd', 1],
      ['', 'Age UK Devon', 1],
    ]);
  });

  test('without a number have no sum', async () => {
    const [group] = await engineOver(PAYMENTS).engine.group({ conditions: [is('id', 'o-1')], ...byPlace });
    expect(group).toEqual({ keys: ['oxford'], currency: 'GBP', count: 1 });
  });
});

test('progress ends with all row groups judged', async () => {
  const seen: number[][] = [];
  const { engine } = engineOver(PAYMENTS, { onProgress: ({ done, of }) => seen.push([done, of]) });
  await engine.facet([is('currency', 'CAD')], 'place');
  expect(seen.at(-1)).toEqual([4, 4]);
});
