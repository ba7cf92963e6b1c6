import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Row } from '../../../../src/model/row.ts';
import { ingestedRows, type IngestedRows } from '../ingestedRows.ts';

const RAW = '../shared/raw';
const absent = !existsSync(RAW);
if (absent)
  console.warn(`skipped: the raw files are not there (${RAW}), so the recipes are not tried on them`);

const run = (name: string, folder: string): Promise<IngestedRows> => ingestedRows(name, `${RAW}/${folder}`);

/** Rows by goods, services and works, `none` where the publisher does not say it. */
function byCategory(rows: readonly Row[]): Record<string, number> {
  const made: Record<string, number> = {};
  for (const { main_procurement_category: category } of rows)
    made[String(category ?? 'none')] = (made[String(category ?? 'none')] ?? 0) + 1;
  return made;
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
  test('lots and their sum, by class', async () => {
    const made = await run('yichang', 'yichang-awards');
    isSound(made);
    expect(made.ledger.rows_dropped).toEqual({ 'same lot number again': 3 });
    const sum = made.rows.reduce((total, { amount }) => total + Number(amount ?? 0), 0);
    expect([made.rows.length, Number(sum.toFixed(2))]).toEqual([1676, 38846182547.05]);
    expect(byCategory(made.rows)).toEqual({ goods: 73, services: 512, works: 1091 });
    expect(
      made.rows.filter((row) => row.service_field && row.main_procurement_category !== 'services'),
    ).toEqual([]);
  });
});

describe.skipIf(absent)('publishers that had no aggregates', () => {
  test.each([
    ['toronto', 'toronto-contracts', 10544, 10506, { none: 5562, services: 1745, works: 3199 }],
    ['act', 'act-contracts-2025', 1296, 1296, { none: 1296 }],
    ['prishtina', 'prishtina-contracts', 420, 372, { goods: 123, services: 113, works: 136 }],
    ['kosovo', 'kosovo-municipalities', 5483, 5447, { goods: 2020, none: 79, services: 1449, works: 1899 }],
  ])('%s: rows in and out, and by class', async (name, folder, rowsIn, rowsOut, classes) => {
    const made = await run(name, folder);
    isSound(made);
    expect([made.ledger.rows_in, made.rows.length]).toEqual([rowsIn, rowsOut]);
    expect(byCategory(made.rows)).toEqual(classes);
  });
  test('prishtina: single bids are those counted in the register', async () => {
    const { rows } = await run('prishtina', 'prishtina-contracts');
    const of2017 = rows.filter(({ file, bids }) => file === 'prishtina-2017.csv.gz' && bids !== null);
    const single = of2017.filter(({ bids }) => bids === 1);
    expect([of2017.length, single.length]).toEqual([145, 35]);
  });
});
