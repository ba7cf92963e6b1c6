import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDelimited } from '../../../../scripts/ingest/read/delimited.ts';
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

  test('UTF-16 without a mark is found wherever its first block ends', async () => {
    const content = Buffer.from('a,b\nOxford,12', 'utf16le');
    const inBytes = async function* (): AsyncGenerator<Uint8Array> {
      await Promise.resolve();
      for (let at = 0; at < content.length; at += 1) yield content.subarray(at, at + 1);
    };
    expect(await readDelimited(inBytes, 'raw')).toMatchObject({ encoding: 'utf-16le', delimiter: ',' });
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
      'apostrophes around some columns, of which one has codes of digits and of letters',
      "'id';Text;'unit'\n'00.1';Müller, Söhne;'0805'\n'00.2';Care;'MD06'\n'00.3';Help;''\n",
      ';',
      ['00.3', 'Help', null],
    ],
    ['one filled column, with another delimiter in quotes', ',";,\n""=x"\n', ',', null],
    [
      'a delimiter in quotes, by which the quotation marks would not close',
      'service,"\t",paid\ncare,x\nhelp,y,2,z\n',
      ',',
      null,
    ],
    ['an apostrophe at one end only', "name,paid\n'T Huis,1\nTraders',2\n", ',', ["Traders'", 2]],
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
