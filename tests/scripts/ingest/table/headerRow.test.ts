import { readFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { ReadOptions } from '../../../../scripts/ingest/read/sheet.ts';
import { ingestedFile, type IngestedTable } from '../ingested.ts';

const fixture = (name: string, options?: ReadOptions): Promise<IngestedTable> =>
  ingestedFile(readFileSync(`tests/fixtures/ingest/reading/${name}`), name, options);
const names = ({ fields }: IngestedTable): string[] => fields.map(({ name }) => name);

describe('headers', () => {
  test('a file without one is refused with the ways out', async () => {
    await expect(fixture('no-header-p-portal.csv')).rejects.toThrow(
      /^no-header-p-portal\.csv:1 should be a row of column names, and rows here look like data .*--no-header .*--header "a,b,c" .*--header 1 /,
    );
    const all = await fixture('no-header-p-portal.csv', { header: 'none' });
    expect([all.rows.length, names(all).at(-1), all.rows[0]![0]]).toEqual([2, 'column_8', '0000001']);
    const named = await fixture('no-header-p-portal.csv', {
      header: ['no', 'name', 'date', 'amount', 'k', 'b', 'supplier', 'id'],
    });
    expect([names(named)[6], named.numbers]).toEqual(['supplier', [1, 2]]);
    await expect(fixture('no-header-p-portal.csv', { header: ['a', 'b'] })).rejects.toThrow(
      '--header names 2 columns, the rows have 8',
    );
    expect((await fixture('no-header-p-portal.csv', { header: 1 })).rows).toHaveLength(1);
    await expect(fixture('no-header-p-portal.csv', { header: 7 })).rejects.toThrow(
      'row 7 is empty or does not exist',
    );
  });

  test('a row of words far below is not taken for one', async () => {
    const text =
      'A Ltd,Care,1,2024-01-02\nB Ltd,Care,2,2024-01-03\nC Ltd,Care,n/a,pending\nD Ltd,Care,3,2024-01-04\n';
    await expect(ingestedFile(text, 'x.csv')).rejects.toThrow('x.csv:1 should be a row of column names');
  });

  test('years and months may be names', async () => {
    expect(names(await ingestedFile('Service,2014,2015\nCare,5,6\nHelp,7,8\n', 'x.csv'))).toEqual([
      'service',
      'c_2014',
      'c_2015',
    ]);
    expect(names(await ingestedFile('Service,2014-01,2014-02\nCare,5,6\n', 'x.csv'))).toEqual([
      'service',
      'c_2014_01',
      'c_2014_02',
    ]);
    const texts = await ingestedFile('Service,2014,2015\nCare,few,many\nHelp,some,none\n', 'x.csv');
    expect([names(texts), texts.rows.length]).toEqual([['service', 'c_2014', 'c_2015'], 2]);
  });

  test('a column without a name is kept, and a longer row is still at fault', async () => {
    const made = await fixture('column-without-heading.csv');
    expect([names(made), made.rows]).toEqual([
      ['supplier', 'amount', 'amount_2', 'column_4'],
      [
        ['A', 1, 2, 3],
        ['B', 4, 5, 6],
      ],
    ]);
    expect((await ingestedFile('a,b\nx,1\ny,2,surplus\n', 'x.csv')).rejects).toHaveLength(1);
    const book = await writeXlsx({
      sheets: [
        {
          name: 's',
          rows: [
            ['a', 'b'],
            ['x', 1, 'note'],
            ['y', 2, 'other'],
          ],
        },
      ],
    });
    expect(names(await ingestedFile(book, 'x.xlsx'))).toEqual(['a', 'b', 'column_3']);
  });

  test('a second row that names the columns in another language is of the header', async () => {
    const made = await fixture('second-header-row-english.xlsx');
    expect(made.fields.map(({ heading, type }) => [heading, type])).toEqual([
      ['Name / beneficiary name', 'string'],
      ['Projekt / operation name', 'string'],
      ['Beginn / operation start date', 'partial-date'],
      ['Ende / operation end date', 'partial-date'],
    ]);
    expect(made.ledger.rows_in).toBe(24);
    const chinese = await ingestedFile('单位,金额\nUnit,Amount\n民政局,5\n教育局,6\n', 'x.csv');
    expect(chinese.fields.map(({ heading }) => heading)).toEqual(['单位 / Unit', '金额 / Amount']);
    const data = await ingestedFile('unit,amount\nSchool,pending\nClinic,5\nLibrary,6\nPark,7\n', 'x.csv');
    expect(data.ledger.rows_in).toBe(4);
  });

  test('a row of one cell below the header, before its first name, is none of its rows', async () => {
    const made = await ingestedFile(
      ',Supplier ID,Supplier Name,Amount\nselect a from b,,,\nDETAIL,7,A Ltd,5\nDETAIL,8,B Ltd,6\n',
      'x.csv',
    );
    expect(made.fields.map(({ heading }) => heading)).toEqual(['', 'Supplier ID', 'Supplier Name', 'Amount']);
    expect([made.rows.length, made.ledger.remarks]).toEqual([3, ['row 2 has a single cell and is kept']]);
  });

  test('a second row of names may lack one of them', async () => {
    const made = await ingestedFile(
      'columns,text id,text name,text unit,amount,paid\n,Supplier ID,Supplier Name,Group,Amount,Pay date\nDETAIL,7,A Ltd,X,5.5,19/04/2013\nDETAIL,8,B Ltd,Y,6.5,20/04/2013\n',
      'x.csv',
    );
    expect(made.fields.at(-1)!.heading).toBe('paid / Pay date');
    expect(made.rows).toHaveLength(2);
  });
});
