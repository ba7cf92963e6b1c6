import { describe, expect, test } from 'vitest';
import { ingestedFile, type IngestedTable as Ingested } from '../ingested.ts';
import { LISTED, Outliers, type Outlier } from '../../../../scripts/ingest/table/outliers.ts';

const counted = (amounts: readonly number[], before = 0): Outliers => {
  const outliers = new Outliers();
  amounts.forEach((amount, index) => outliers.add(before + index + 1, amount));
  return outliers;
};
/** A hundred amounts from 1,000 to 10,000, evenly spaced by logarithm. */
const HUNDRED = Array.from({ length: 100 }, (_, index) => 10 ** (3 + index / 99));

describe('outliers', () => {
  test('an amount in 万元 among yuan, and a unit price among totals, are reported with their rows', () => {
    const report = counted([...HUNDRED, 50_000_000, 0.35, -80_000_000]).close();
    expect(report).toMatchObject({
      amounts: 103,
      count: 3,
      lowest: [{ row: 102, amount: 0.35 }],
      highest: [
        { row: 103, amount: -80_000_000 },
        { row: 101, amount: 50_000_000 },
      ],
    });
    expect(report.median).toBeGreaterThan(3100);
    expect(report.median).toBeLessThan(3300);
  });

  test('are none in an even distribution', () => {
    expect(counted(HUNDRED).close()).toMatchObject({ count: 0, lowest: [], highest: [] });
  });

  test('zeros are ignored; with fewer than thirty amounts, or where more than half are equal, nothing is reported', () => {
    expect(counted([0, Number.NaN]).close().amounts).toBe(0);
    expect(counted([...HUNDRED.slice(0, 28), 1e12]).close()).toMatchObject({ amounts: 29, median: null });
    const alike = [...Array.from({ length: 40 }, () => 500), ...HUNDRED.slice(0, 30), 1e12];
    expect(counted(alike).close()).toMatchObject({ median: null, fences: null, count: 0 });
  });

  test('all are counted, the most extreme listed', () => {
    const far = Array.from({ length: 2 * LISTED }, (_, index) => 1e9 + index);
    const { count, highest } = counted([...Array.from({ length: 10 }, () => HUNDRED).flat(), ...far]).close();
    expect(count).toBe(2 * LISTED);
    expect(highest).toHaveLength(LISTED);
    expect(highest[0]).toEqual({ row: 1000 + 2 * LISTED, amount: 1e9 + 2 * LISTED - 1 });
  });

  test('the score is that of the handbook, to the width of a bucket', () => {
    const amounts = [...HUNDRED, 300_000, 3_000_000];
    const logs = amounts.map(Math.log10);
    const middle = median(logs);
    const deviation = median(logs.map((log) => Math.abs(log - middle)));
    const far = amounts.filter((_, i) => (0.6745 * Math.abs(logs[i]! - middle)) / deviation > 3.5);
    expect(
      counted(amounts)
        .close()
        .highest.map(({ amount }: Outlier) => amount),
    ).toEqual(far.reverse());
  });
});

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
}

describe('the ledger', () => {
  const table = (...rows: string[]): Promise<Ingested> =>
    ingestedFile(new TextEncoder().encode(rows.join('\n')), 'amounts.csv');

  test('reports by column and currency which rows are outliers, and leaves them as they are', async () => {
    const usual = HUNDRED.map((amount) => `service,${Math.round(amount)},GBP,3`);
    const { rows, ledger } = await table(
      'what,amount,currency,lots',
      ...usual,
      'slip,75000000,GBP,9',
      'dear,9,JPY,3',
    );
    expect(rows[100]).toEqual(['slip', 75000000, 'GBP', 9]);
    expect(
      ledger.outliers.map(({ column, currency, amounts, count }) => [column, currency, amounts, count]),
    ).toEqual([
      ['amount', 'GBP', 101, 1],
      ['amount', 'JPY', 1, 0],
    ]);
    expect(ledger.outliers[0]!.highest).toEqual([{ row: 102, amount: 75000000 }]);
    expect(ledger.rows_out).toBe(102);
  });

  test('reports an amount in words that is not that in digits, and leaves both', async () => {
    const { rows, ledger } = await table(
      '项目,金额,金额大写',
      '养老,100000,壹拾万元整',
      '助残,20000,贰拾万元整',
    );
    expect(rows).toHaveLength(2);
    expect(ledger.amounts_in_words).toEqual({
      compared: 2,
      disagree: 1,
      rows: [{ row: 3, column: '金额大写', words: '贰拾万元整', in_words: 200000, in_digits: 20000 }],
    });
  });
});
