import { readFileSync } from 'node:fs';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { ReadOptions } from '../../../../scripts/ingest/read/sheet.ts';
import { ingestedFile, type IngestedTable } from '../ingested.ts';

const fixture = (name: string, options?: ReadOptions): Promise<IngestedTable> =>
  ingestedFile(readFileSync(`tests/fixtures/ingest/reading/${name}`), name, options);

describe('workbooks', () => {
  const rows = [
    ['Supplier', 'Amount'],
    ['A Ltd', 1],
    ['B Ltd', 2],
  ];

  test('empty sheets are skipped and said', async () => {
    const skipped: string[] = [];
    const made = await fixture('empty-sheets.xlsx', { skipped: (what) => skipped.push(what) });
    expect(made.rows).toEqual([
      ['A', 1],
      ['B', 2],
    ]);
    expect(skipped).toEqual(['empty-sheets.xlsx#Sheet2 is empty', 'empty-sheets.xlsx#Sheet3 is empty']);
    const empty = await writeXlsx({ sheets: [{ name: 'one', rows: [] }] });
    await expect(ingestedFile(empty, 'x.xlsx')).rejects.toThrow('x.xlsx#one: no header was found');
  });

  test('hidden sheets, and those with lines of text only, are skipped and said; --sheet reads them', async () => {
    const book = await writeXlsx({
      sheets: [
        { name: 'About', rows: [['Payments'], ['of a council']] },
        { name: 'Old', rows, hidden: true },
        { name: '2024', rows },
      ],
    });
    const skipped: string[] = [];
    const made = await ingestedFile(book, 'x.xlsx', { skipped: (what) => skipped.push(what) });
    expect(made.rows).toEqual([
      ['A Ltd', 1],
      ['B Ltd', 2],
    ]);
    expect(skipped).toEqual([
      'x.xlsx#About has no table, only lines of text (--sheet "About" reads it)',
      'x.xlsx#Old is hidden (--sheet "Old" reads it)',
    ]);
    expect((await ingestedFile(book, 'x.xlsx', { sheet: 'Old' })).rows).toHaveLength(2);
  });

  test('ODS is read, and an error of a formula is left empty and said', async () => {
    const made = await fixture('spreadsheet.ods');
    expect(made.ledger.formats).toEqual(['ods']);
    expect(made.rows[1]!.slice(0, 4)).toEqual(['S2 Ltd', '2024-01-02', 2469, 0.25]);
    expect(made.ledger.remarks).toEqual(['1 cell is an error of a formula, left empty: H3']);
    const book = await writeOds({
      sheets: [
        { name: 'a', rows },
        { name: 'b', rows: [] },
      ],
    });
    expect((await ingestedFile(book, 'x.csv')).rows).toEqual([
      ['A Ltd', 1],
      ['B Ltd', 2],
    ]);
    const excel = await writeXlsx({
      sheets: [{ name: 'a', rows: [...rows, ['C Ltd', '#N/A'], ['D Ltd', '#REF!']] }],
    });
    expect((await ingestedFile(excel, 'x.xlsx')).ledger.remarks).toEqual([
      '2 cells are errors of formulas, left empty: B4, B5',
    ]);
  });
});
