import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { ingestedFile } from '../ingested.ts';

const TABLE = 'Supplier,Amount,Date\nA Ltd,1,2024-01-01\nB Ltd,2,2024-01-02\n';

describe('two tables in one sheet are refused', () => {
  test.each([
    [
      'below',
      `${TABLE}\nCategory,Count,\nCare,5,\nHelp,6,\n`,
      'row 5 begins another table ("Category", "Count")',
    ],
    ['below a title', `${TABLE}\nBy category,,\nCategory,Count,\nCare,5,\n`, 'row 6 begins another table'],
    ['below a total', `${TABLE}Total,3,\nCategory,Count,\nCare,5,\n`, 'row 5 begins another table'],
    [
      'with the same names beside it',
      'Supplier,Amount,,Supplier,Amount\nA Ltd,1,,C Ltd,5\nB Ltd,2,,D Ltd,6\n',
      'two tables stand side by side ("Supplier", "Amount"; from column 4 on "Supplier", "Amount")',
    ],
    [
      'with other names beside it, and longer',
      'Supplier,Amount,,Category,Count\nA Ltd,1,,Care,5\nB Ltd,2,,Help,6\n,,,Other,7\n',
      'two tables stand side by side ("Supplier", "Amount"; from column 4 on "Category", "Count")',
    ],
  ])('%s', async (_, text, fault) => {
    await expect(ingestedFile(text, 'x.csv')).rejects.toThrow(`x.csv: ${fault}`);
    await expect(ingestedFile(text, 'x.csv')).rejects.toThrow('put each into a file or sheet of its own');
    // A person who says where the header is gets all rows, those that do not fit as rejects.
    expect((await ingestedFile(text, 'x.csv', { header: 1 })).ledger.rows_in).toBeGreaterThan(1);
  });

  test('in a workbook', async () => {
    const rows = [['Supplier', 'Amount'], ['A Ltd', 1], ['B Ltd', 2], [], ['Category', 'Count'], ['Care', 5]];
    const book = await writeXlsx({ sheets: [{ name: 's', rows }] });
    await expect(ingestedFile(book, 'x.xlsx')).rejects.toThrow('row 5 begins another table');
  });

  test.each([
    ['groups with a blank row between', `${TABLE}\nC Ltd,3,2024-01-03\nD Ltd,4,2024-01-04\n`, 4],
    ['the header once more', `${TABLE}\nSupplier,Amount,Date\nC Ltd,3,2024-01-03\n`, 3],
    ['an empty column that sets notes apart', 'Supplier,Amount,,Note,Kind\nA Ltd,1,,x,y\nB Ltd,2,,z,w\n', 2],
    ['a row of words among texts', 'Name,Town\nA Ltd,X\n\nB Ltd,Y\nC Ltd,Z\n', 3],
    ['a value that is pending', `${TABLE}\nC Ltd,3,pending\n`, 3],
  ])('%s is one table', async (_, text, count) =>
    expect((await ingestedFile(text, 'x.csv')).rows.length).toBe(count),
  );
});
