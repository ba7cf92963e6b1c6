import { describe, expect, test } from 'vitest';
import { amounts, column, fixture, lastType, table, withLateRow } from './cellTable.ts';
import { ingestedFile } from '../ingested.ts';

describe('the decimal sign is decided by all cells of a column', () => {
  test('points that all stand before three digits separate thousands of money', async () => {
    const made = await fixture('european-thousands-only');
    expect(column(made, 'Betrag')).toEqual([1234, 12500, 999]);
    expect(await amounts(['€ 475.200', '€ 12.500', '€ 999'], 'Toegekend')).toEqual([475200, 12500, 999]);
  });

  test('a group cannot begin with 0, so 0,125 proves a decimal comma', async () => {
    expect(column(await fixture('decimal-comma-three-places'), 'Payment value')).toEqual([
      12.345, 0.125, 12.345,
    ]);
    expect(await amounts(['12.345', '0.125'])).toEqual([12.345, 0.125]);
  });

  test('where nothing decides, the column stays text and says so', async () => {
    const made = await table([
      ['Name', 'Rate'],
      ['A', '1.234'],
      ['B', '1.301'],
      ['C', '2'],
    ]);
    expect(column(made, 'Rate')).toEqual(['1.234', '1.301', '2']);
    expect(made.fields[1]).toMatchObject({ type: 'string', unsure: '1.234' });
    expect(lastType(await table([['Amount'], ['1.234'], ['1,234']]))).toBe('string');
  });

  test('one cell that proves it decides for the others', async () => {
    expect(await amounts(['1.234', '2,5'], 'Rate')).toEqual([1234, 2.5]);
    expect(await amounts(['1.234', '2.5'], 'Rate')).toEqual([1.234, 2.5]);
  });

  test('a point that later rows prove to be one of thousands is read so from the first row', async () => {
    const made = await withLateRow('Betrag', '12.500,50');
    expect(made.rows.at(-1)).toEqual(['Last Ltd', 12500.5]);
  });

  test('numbers that a workbook holds as such have a decimal point', async () => {
    const rows = [
      ['Name', 'Amount'],
      ['A', '1.125'],
      ['B', '2.375'],
    ];
    expect(column(await table(rows, 'xlsx'), 'Amount')).toEqual([1.125, 2.375]);
    expect(
      column(
        await table(
          [
            ['Name', 'Amount'],
            ['A', '1.125'],
            ['B', '2.500'],
          ],
          'xlsx',
        ),
        'Amount',
      ),
    ).toEqual([1125, 2500]);
  });
});

describe('signs and groups of amounts', () => {
  test.each([
    ['currency-kc', 'Amount', [1234.5, 2000]],
    ['currency-pln', 'Amount', [1234.5, 2000]],
    ['currency-won', '계약금액', [1234500, 2000000]],
    ['lakh', 'Payment value', [1234567, 100000, 1234567]],
  ])('%s', async (name, heading, cells) => expect(column(await fixture(name), heading)).toEqual(cells));

  test('a code of ISO 4217 behind one number among many rejects no row', async () => {
    const made = await fixture('one-cad-among-numbers');
    expect(column(made, 'Amount').at(-1)).toBe(82500);
    expect(made.rejects).toEqual([]);
  });

  test.each([
    [
      ['R$ 1.234,50', 'R$ 2.000,00'],
      [1234.5, 2000],
    ],
    [
      ['500.00 CR', '20.00 DR'],
      [-500, 20],
    ],
    [
      ['+500', '(20)'],
      [500, -20],
    ],
    [
      ["CHF 1'234.50", 'CHF 12’000.00'],
      [1234.5, 12000],
    ],
    [
      ['1 234,50 €', '12 500,00 €'],
      [1234.5, 12500],
    ],
    [
      ['€ 1.200,-', '€ 12.500,-'],
      [1200, 12500],
    ],
    [
      ['NT$1,000', 'NT$20'],
      [1000, 20],
    ],
    [
      ['A$5.50', 'A$6'],
      [5.5, 6],
    ],
    [
      ['₹ 12,34,567', '₹ 1,000'],
      [1234567, 1000],
    ],
    [
      ['12 345 Ft', '6 789 Ft'],
      [12345, 6789],
    ],
    [
      ['500만원', '1억원'],
      [5000000, 100000000],
    ],
  ])('%j → %j', async (cells, numbers) => expect(await amounts(cells)).toEqual(numbers));

  test('two currencies in one column are not taken for one', async () => {
    const rows = Array.from({ length: 30 }, (_, n) => `USD ${n}.50`);
    const made = await table([['Amount'], ...[...rows, 'CAD 5.00'].map((cell) => [cell])]);
    expect(made.rejects).toMatchObject([{ row: 32, what: 'is not in the currency of its column' }]);
  });
});

describe('separators of thousands that no cell proves are said', () => {
  const assumed = async (text: string): Promise<string[]> =>
    (await ingestedFile(text, 'x.csv')).ledger.assumed
      .filter(({ what }) => what === 'thousands separator')
      .map(({ is, sure }) => `${is} ${sure ? 'sure' : 'unsure'}`);
  test.each([
    ['Name;Betrag\nA;1.234\nB;12.500\n', ['point in Betrag unsure']],
    ['Name;Paid\nA;1,234\nB;12,500\n', ['comma in Paid unsure']],
    ['Name;Paid\nA;1,234,567\nB;12,500\n', []],
    ['Name,Paid\nA,"1,234"\nB,"12,500"\n', []],
  ])('%j', async (text, said) => expect(await assumed(text)).toEqual(said));
});
