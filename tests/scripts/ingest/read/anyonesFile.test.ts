import { readFileSync } from 'node:fs';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { ReadOptions } from '../../../../scripts/ingest/read/sheet.ts';
import { ingestedFile, type IngestedTable } from '../ingested.ts';

const fixture = (name: string, options?: ReadOptions): Promise<IngestedTable> =>
  ingestedFile(readFileSync(`tests/fixtures/ingest/reading/${name}`), name, options);
const names = ({ fields }: IngestedTable): string[] => fields.map(({ name }) => name);
const assumed = ({ ledger }: IngestedTable): string[] =>
  ledger.assumed.map(({ what, is, sure }) => `${what} ${is} ${sure ? 'sure' : 'unsure'}`);

describe('encodings that are no UTF-8', () => {
  test.each([
    ['korean-euc-kr.csv', 'euc-kr', '노인돌봄서비스 위탁용역'],
    [
      'spanish-latin1-short.csv',
      'windows-1252',
      'Administración Federal de Servicios Educativos en el Distrito Federal',
    ],
    ['polish-windows-1250.csv', 'windows-1250', 'Budowa autostrady A1, odc. Pyrzowice - Częstochowa'],
    ['japanese-euc-jp.csv', 'euc-jp', '庁舎清掃業務委託'],
  ])('%s is read as %s, surely', async (file, encoding, cell) => {
    const made = await fixture(file);
    expect(assumed(made)).toContain(`encoding ${encoding} sure`);
    expect(made.rows[0]).toContain(cell);
  });

  test('an encoding that a person says is taken, and nothing is assumed of it', async () => {
    const made = await fixture('korean-euc-kr.csv', { encoding: 'gb18030' });
    expect(made.ledger.encodings).toEqual(['gb18030']);
    expect(assumed(made)).toEqual(['delimiter "," sure']);
  });

  test.each([
    [
      'UTF-8 read as Windows-1252',
      'town,café\nNîmes,CafÃ© de la Gare\nLyon,Ã‰picerie'.replace('é\n', 'Ã©\n').replace('Nî', 'NÃ®'),
      '"Ã©" for "é"',
    ],
    [
      'UTF-8 read as Windows-1251',
      'город,сумма\n'.replace(/[^]+/, 'РіРѕСЂРѕРґ,n\nРћРјСЃРє,1\n'),
      'for "город"',
    ],
    ['GBK read as Windows-1252', 'µ¥Î»,½ð¶î\n¸ßÃ÷ÇøÃñÕþ¾Ö,1\n¾Ó¼ÒÑøÀÏ·þÎñ,2\n', 'for "单位"'],
  ])('wrong letters are refused: %s', async (_, text, example) => {
    await expect(ingestedFile(text, 'x.csv')).rejects.toThrow(example);
    await expect(ingestedFile(text, 'x.csv')).rejects.toThrow(
      '--encoding utf-8 reads the letters as they are',
    );
    expect((await ingestedFile(text, 'x.csv', { encoding: 'utf-8' })).rows.length).toBeGreaterThan(0);
  });

  test('letters that were lost are said', async () => {
    const { ledger } = await ingestedFile('a,b\nAdministraci\ufffdn,1\nEducaci\ufffdn,2\n', 'x.csv');
    expect(ledger.remarks).toEqual([
      '2 letters were lost before the file was saved (\ufffd); get it as the publisher made it',
    ]);
  });

  test('a few wrong letters among right ones are said, and the file is read', async () => {
    const { ledger } = await ingestedFile('a,b\nCafé,1\nNîmes,2\nÉcole,3\nCafÃ©,4\n', 'x.csv');
    expect(ledger.remarks).toEqual([
      '1 of 4 texts beyond ASCII that were looked at have wrong letters ("Ã©" for "é")',
    ]);
    expect((await ingestedFile('a,b\nÂge à Örebro,1\n«É»,2\n', 'x.csv')).ledger.remarks).toEqual([]);
  });
});

describe('dialects', () => {
  test('a header and rows that end in one more delimiter', async () => {
    const made = await fixture('header-ends-with-semicolon.csv');
    expect(names(made)).toEqual(['koodi', 'nimi', 'summa']);
    expect(made.rows).toEqual([
      ['A1', 'Oy Alpha', 100],
      ['A2', 'Oy Beta', 200],
    ]);
    expect(made.ledger.remarks).toEqual(['lines end in one more ";", which is left out']);
  });

  test('a line of Excel that says the delimiter is no row, and rows keep their numbers', async () => {
    const made = await fixture('excel-sep-line.csv');
    expect([names(made), made.rows, made.numbers]).toEqual([
      ['supplier', 'amount'],
      [
        ['A Ltd', 1.5],
        ['B Ltd', 2.75],
      ],
      [3, 4],
    ]);
    const told = await ingestedFile('sep=,\nA;x,1\nB;y,2\n', 'x.csv', { header: 'none' });
    expect(told.rows).toEqual([
      ['A;x', 1],
      ['B;y', 2],
    ]);
  });

  test.each([
    ['two columns with a decimal comma', 'Name;Amount\nA;1,50\nB;2,75\n', ';', ['B', 2.75]],
    [
      'commas within texts',
      'Name;Place;Amount\nA, B;Rue 1, Lyon;3\nC, D;Rue 2, Nancy;4\n',
      ';',
      ['C, D', 'Rue 2, Nancy', 4],
    ],
    ['apostrophes between thousands', "Name;Amount\nA;CHF 1'234.50\nB;CHF 2'000.00\n", ';', null],
    ['apostrophes as quotation marks', "'name','paid'\n'A, Ltd','1'\n'B, Ltd','2'\n", ',', ['B, Ltd', 2]],
    [
      'two delimiters, of which one leaves a column of words and numbers',
      'id|v,w\n1|2,x\n2|y,3\n',
      '|',
      ['2', 'y,3'],
    ],
    ['commas in names and headings', 'Name, full;Amount, EUR\nA, B;1,50\nC, D;2,75\n', ';', ['C, D', 2.75]],
    ['pipes beside commas', 'a|b|c\n1,5|x, y|3\n2,5|z, w|4\n', '|', [2.5, 'z, w', 4]],
    ['a title above', 'List of payments; 2024\n\nName;Town;Amount\nA;X;1,5\nB;Y;2,5\n', ';', ['B', 'Y', 2.5]],
  ])('%s', async (_, text, delimiter, last) => {
    const made = await ingestedFile(text, 'x.csv');
    expect(made.ledger.delimiters).toEqual([delimiter]);
    if (last) expect(made.rows.at(-1)).toEqual(last);
  });

  test('a delimiter that a person says', async () => {
    const made = await ingestedFile('a^b\n1^x\n2^y\n', 'x.csv', { delimiter: '^' });
    expect(made.rows).toEqual([
      [1, 'x'],
      [2, 'y'],
    ]);
  });

  test.each([
    [
      'stray-quote-swallows-rows.csv',
      undefined,
      'stray-quote-swallows-rows.csv:3:column 2 has a quotation mark within a cell',
    ],
    [
      'rows behind it',
      'Id,Name,Amount\n1,A,5\n2,"Emack & Bolio"s Ltd,6\n3,"C" Ltd,7\n4,"D, Ltd",8\n',
      'x.csv:3:column 2 has a quotation mark',
    ],
    ['never closed', 'Id,Name\n1,"A\n2,B\n', 'x.csv:2 opens a quotation mark that is not closed'],
    [
      'far behind the first piece',
      `Id,Name\n${'1,A\n'.repeat(90_000)}2,"B" C\n`,
      'x.csv:90002:column 2 has a quotation mark',
    ],
  ])('a quotation mark that is stray or open ends the run: %s', async (name, text, message) => {
    await expect(text === undefined ? fixture(name) : ingestedFile(text, 'x.csv')).rejects.toThrow(message);
  });

  test('quotation marks that are doubled, or within a cell without them, are text', async () => {
    const { rows } = await ingestedFile('a,b\n5" pipe,1\n"B ""x"" y",2\n', 'x.csv');
    expect(rows).toEqual([
      ['5" pipe', 1],
      ['B "x" y', 2],
    ]);
  });

  test('a row that Excel put into one cell in quotes is named', async () => {
    const { rejects, rows } = await ingestedFile('a,b,c\nx,y,1\n"x,""y, z"",2"\nx,y,3\n', 'x.csv');
    expect(rejects).toMatchObject([{ row: 3, what: 'is one cell in quotes with all the others in it' }]);
    expect(rows).toHaveLength(2);
  });
});

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
});

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
