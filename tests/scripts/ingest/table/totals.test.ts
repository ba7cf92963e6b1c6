import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ReadOptions } from '../../../../scripts/ingest/read/sheet.ts';
import { ingestedFile, type IngestedTable } from '../ingested.ts';

const fixture = (name: string, options?: ReadOptions): Promise<IngestedTable> =>
  ingestedFile(readFileSync(`tests/fixtures/ingest/reading/${name}`), name, options);

describe('totals and notes', () => {
  test('a supplier called Total is none; a dropped total is listed by its row, and said where it is not the sum', async () => {
    const { rows, ledger } = await fixture('supplier-called-total.csv');
    expect(rows.map(([name]) => name).slice(0, 2)).toEqual(['TOTAL GAS & POWER LTD', 'Total Fitness']);
    expect(ledger.dropped_rows).toEqual({ total: [8] });
    expect(ledger.remarks).toEqual(['row 8, dropped as a total, is not the sum of the rows above it']);
  });

  const table = (...rows: string[]): Promise<IngestedTable> =>
    ingestedFile(['Supplier,Team,Amount', 'A Ltd,Care,5', 'B Ltd,Care,6', ...rows, ''].join('\n'), 'x.csv');
  test.each([
    'Grand total,,11',
    'Total:,,11',
    'Total for March,,11',
    '合 计,,11',
    '總計,,11',
    '합계,,11',
    'Suma,,11',
    'Gesamtsumme,,11',
    'Totaal,,11',
    'Razem,,11',
    'Итого,,11',
    ',Total,11',
    ',,11',
    'Care total,,11',
    'Total,2 payments,11',
  ])('is dropped: %s', async (row) => {
    const { rows, ledger } = await table(row);
    expect([rows.length, ledger.dropped_rows]).toEqual([2, { total: [4] }]);
  });
  test.each([
    'Total,Fuel,50',
    'TotalEnergies SE,,50',
    'Sum Up Ltd,,7',
    'Somme Council,,3',
    'Care total,,12',
    ',,12',
    'C Ltd,Total,4',
    '合计科技有限公司,,7',
    'Totals Ltd,,11',
  ])('is data: %s', async (row) => expect((await table(row)).rows).toHaveLength(3));

  test('subtotals within a table, and the total of all below them', async () => {
    const { rows, ledger } = await table(
      'Subtotal,,11',
      'C Ltd,Help,1',
      'D Ltd,Help,2',
      'Help total,,3',
      ',,14',
    );
    expect(rows.map(([name]) => name)).toEqual(['A Ltd', 'B Ltd', 'C Ltd', 'D Ltd']);
    expect(ledger.dropped_rows).toEqual({ total: [4, 7, 8] });
  });

  test('the total of one row has a word; a number alone needs two rows', async () => {
    const worded = await table('Subtotal,,11', 'C Ltd,Help,7', 'Help total,,7');
    expect(worded.ledger.dropped_rows).toEqual({ total: [4, 6] });
    const alone = await table('Subtotal,,11', 'C Ltd,Help,7', ',,7');
    expect(alone.ledger.dropped_rows).toEqual({ total: [4] });
  });

  test('the notes and the signature below a form are no rows, and no name in them is published', async () => {
    const made = await fixture('notes-below-table.xlsx');
    expect(made.rows).toHaveLength(3);
    expect(made.ledger.dropped_rows).toEqual({ total: [8], note: [9, 10] });
    expect(JSON.stringify([made.rows, made.ledger])).not.toContain('李四');
  });

  test.each([
    ['Source: the ledger of the council', true],
    ['* amounts are without tax and were published each month of the year', true],
    ['Hinweis: ohne Steuer', true],
    ['資料來源：社會局', true],
    ['Figures are provisional.', true],
    ['North area', false],
  ])('at the end of a table: %s', async (text, isNote) => {
    const { ledger, rows } = await table(text);
    expect([ledger.dropped_rows, rows.length]).toEqual(isNote ? [{ note: [4] }, 2] : [{}, 3]);
  });

  test('behind a blank row any line of text is a note; a heading between rows of data is data', async () => {
    expect((await table('', 'North area')).ledger.dropped_rows).toEqual({ note: [5] });
    expect((await table('North area', 'C Ltd,Help,7')).rows.map(([name]) => name)).toEqual([
      'A Ltd',
      'B Ltd',
      'North area',
      'C Ltd',
    ]);
    expect((await table('Note: as printed', 'C Ltd,Help,7')).ledger.dropped_rows).toEqual({ note: [4] });
  });
});
