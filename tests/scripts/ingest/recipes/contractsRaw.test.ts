import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Row } from '../../../../src/model/row.ts';
import { ingestedRows, type IngestedRows } from '../ingestedRows.ts';

const RAW = '../shared/raw';
const absent = !existsSync(RAW);
if (absent)
  console.warn(`skipped: the raw files are not there (${RAW}), so the recipes are not tried on them`);

type Sums = Record<string, { rows: number; amount: number }>;

const run = (name: string, folder: string): Promise<IngestedRows> => ingestedRows(name, `${RAW}/${folder}`);

/** Rows and sums of a table by a key; rows without a key are left out. */
function sums(
  rows: readonly Row[],
  key: (row: Row) => string | null,
  count: string | null,
  amount: string,
): Sums {
  const made: Sums = {};
  for (const row of rows) {
    const of = key(row);
    if (of === null) continue;
    const sum = (made[of] ??= { rows: 0, amount: 0 });
    sum.rows += count === null ? 1 : Number(row[count]);
    sum.amount = Number((sum.amount + Number(row[amount] ?? 0)).toFixed(2));
  }
  return made;
}

/** A table of aggregates that were computed elsewhere from the same files. */
const published = (path: string): Row[] =>
  Papa.parse<Row>(readFileSync(`data/${path}`, 'utf8'), { header: true, skipEmptyLines: true }).data;

/** Keys for which two totals differ, with our surplus. @param unit the rounding of the published totals */
function differences(ours: Sums, theirs: Sums, unit = 0.01): Sums {
  const none = { rows: 0, amount: 0 };
  return Object.fromEntries(
    [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].flatMap((key) => {
      const [a, b] = [ours[key] ?? none, theirs[key] ?? none];
      const amount = Number((Math.round((a.amount - b.amount) / unit) * unit).toFixed(2)) + 0;
      return a.rows === b.rows && amount === 0 ? [] : [[key, { rows: a.rows - b.rows, amount }]];
    }),
  );
}

/** Checks for every publisher: no reject, a unique id per row, no contact, no titled person, and no name beside a token. */
function isSound({ rows, rejects }: IngestedRows): void {
  expect(rejects).toEqual([]);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  const all = rows.map((row) => Object.values(row).join('\u001f')).join('\n');
  expect(all).not.toMatch(/[\w.+-]+@[\w-]+\.[a-z]{2,}/i);
  expect(all).not.toMatch(/(?<![\d.a-f-])1[3-9]\d{9}(?![\d.a-f])/);
  for (const { supplier, supplier_id: id, supplier_kind: kind } of rows) {
    expect(String(supplier)).not.toMatch(
      /^(Mr|Mrs|Ms|Miss|Dr)\b\.? (?!.*\b(school|ltd|limited|corp|signs)\b)/i,
    );
    if (kind === 'person') expect([supplier, id]).toEqual([expect.stringMatching(/^masked-\d+$/), supplier]);
  }
}

describe.skipIf(absent)('philadelphia', () => {
  let contracts: IngestedRows;
  let states: IngestedRows;
  beforeAll(async () => {
    contracts = await run('philadelphia', 'philadelphia-contracts');
    states = await run('philadelphia-states', 'philadelphia-contracts');
  });
  test('rows: every state is of a contract, every contract is in some report', () => {
    isSound(contracts);
    isSound({ ...states, rows: states.rows });
    expect([contracts.ledger.rows_in, contracts.rows.length]).toEqual([46727, 14761]);
    expect(states.ledger.rows_dropped).toEqual({ 'second row of a contract term in one quarter': 4 });
    expect(new Set(states.rows.map(({ contract_id: id }) => id))).toEqual(
      new Set(contracts.rows.map(({ id }) => id)),
    );
  });
});

describe.skipIf(absent)('japan', () => {
  let made: IngestedRows;
  beforeAll(async () => void (made = await run('japan', 'japan-nonprofit-contracts')));
  test('rows', () => {
    isSound(made);
    expect([made.ledger.rows_in, made.rows.length]).toEqual([18197, 17482]);
    expect(made.ledger.columns_dropped.join()).toContain('氏名');
  });
});

describe.skipIf(absent)('yichang', () => {
  test('lots and sums by month are those of data/yichang-awards', async () => {
    const made = await run('yichang', 'yichang-awards');
    isSound(made);
    expect(made.ledger.rows_dropped).toEqual({ 'same lot number again': 3 });
    expect(
      differences(
        sums(made.rows, ({ awarded }) => String(awarded).slice(0, 7), null, 'amount'),
        sums(
          published('yichang-awards/yichang_by_month_class.csv'),
          ({ month }) => String(month),
          'rows',
          'amount_cny',
        ),
      ),
    ).toEqual({});
  });
});

describe.skipIf(absent)('publishers that had no aggregates', () => {
  test.each([
    ['toronto', 'toronto-contracts', 10544, 10506],
    ['act', 'act-contracts-2025', 1296, 1296],
    ['prishtina', 'prishtina-contracts', 420, 372],
    ['kosovo', 'kosovo-municipalities', 5483, 5447],
  ])('%s: rows in and out', async (name, folder, rowsIn, rowsOut) => {
    const made = await run(name, folder);
    isSound(made);
    expect([made.ledger.rows_in, made.rows.length]).toEqual([rowsIn, rowsOut]);
  });
  test('prishtina: single bids are those counted in the register', async () => {
    const { rows } = await run('prishtina', 'prishtina-contracts');
    const of2017 = rows.filter(({ file, bids }) => file === 'prishtina-2017.csv.gz' && bids !== null);
    const single = of2017.filter(({ bids }) => bids === 1);
    expect([of2017.length, single.length]).toEqual([145, 35]);
  });
});
