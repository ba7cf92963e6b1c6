/** Over 250 lines: workbooks are made by the same helpers. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { formatOf } from '../../../../scripts/ingest/read/fileFormat.ts';
import { inputsOf } from '../../../../scripts/ingest/read/input.ts';
import { sheetsOf as readSheets } from '../ingested.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const CSV = 'buyer,amount\nOxford,12\n';
const ROWS = [
  ['buyer', 'amount'],
  ['Oxford', '12'],
];

const workbook = (): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      {
        name: '2024',
        rows: [
          ['Payments', null],
          ['buyer', 'amount'],
          ['Oxford', 12.5],
          [null, 30],
        ],
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: 1 },
          { startRow: 2, startCol: 0, endRow: 3, endCol: 0 },
        ],
      },
      {
        name: '2025',
        rows: [
          ['buyer', 'paid'],
          ['Leeds', new Date('2025-03-04T00:00:00Z')],
        ],
      },
    ],
  });

describe('the format of a file is detected from its bytes', () => {
  test.each([
    ['text', bytes(CSV), 'delimited'],
    ['an object', bytes(' \n{"data": []}'), 'json'],
    ['gzip', gzipSync(CSV), 'gzip'],
    ['zip', zipSync({ 'a.csv': bytes(CSV) }), 'zip'],
    ['a PDF', bytes('%PDF-1.7'), 'pdf'],
    ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'ole2'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'other'],
    ['nothing', new Uint8Array(), 'empty'],
  ])('%s', (_, content, format) => expect(formatOf(content)).toBe(format));

  test('a workbook under any ending', async () => expect(formatOf(await workbook())).toBe('xlsx'));
});

describe('delimited text', () => {
  test.each([
    [';', 'a;b;c\n1,5;2;3\n'],
    ['\t', 'a\tb\tc\n1,5\t2\t3\n'],
    ['|', 'a|b|c\n1,5|2|3\n'],
  ])('delimiter %j is found', async (delimiter, text) => {
    const [sheet] = await readSheets(bytes(text), 'x.csv');
    expect(sheet).toMatchObject({
      delimiter,
      rows: [
        ['a', 'b', 'c'],
        ['1,5', '2', '3'],
      ],
    });
  });

  test('UTF-16 with and without its mark, line ends of every kind', async () => {
    const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
    for (const text of ['\ufeffbuyer,amount\r\nOxford,12\r', 'buyer,amount\nOxford,12'])
      expect((await readSheets(utf16(text), 'x.csv'))[0]).toMatchObject({ encoding: 'utf-16le', rows: ROWS });
    const bigEndian = utf16('\ufeff购买方,金额\n高明,12').map((_, i, all) => all[i ^ 1]!);
    expect((await readSheets(bigEndian, 'x.csv'))[0]!.rows[1]).toEqual(['高明', '12']);
  });
});

describe('workbooks', () => {
  test('every sheet; a merged text is repeated in each of its rows, a merged number is not', async () => {
    const sheets = await readSheets(await workbook(), 'payments.xlsx.bak');
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['2024', '2025']);
    expect(sheets[0]).toMatchObject({ format: 'xlsx', mergedFilled: 1 });
    expect(sheets[0]!.rows.slice(2)).toEqual([
      ['Oxford', '12.5'],
      ['Oxford', '30'],
    ]);
    expect(sheets[1]!.rows[1]).toEqual(['Leeds', '2025-03-04']);
  });

  test('one sheet by name; for an unknown name the existing ones are listed', async () => {
    expect(await readSheets(await workbook(), 'p.xlsx', { sheet: '2025' })).toHaveLength(1);
    await expect(readSheets(await workbook(), 'p.xlsx', { sheet: '2023' })).rejects.toThrow(
      'p.xlsx has no sheet "2023" (it has "2024", "2025")',
    );
  });
});

describe('JSON', () => {
  const row = { buyer: 'Oxford', amount: 12 };
  test.each([
    ['an array', JSON.stringify([row]), 'json'],
    ['within an object', JSON.stringify({ meta: { n: 1 }, data: [row] }), 'json'],
    ['one object a line', `${JSON.stringify(row)}\n${JSON.stringify(row)}\n`, 'ndjson'],
  ])('%s', async (_, text, format) => {
    const [sheet] = await readSheets(bytes(text), 'x.json');
    expect(sheet).toMatchObject({ format });
    expect(sheet!.rows.slice(0, 2)).toEqual(ROWS);
  });

  test('nested objects and lists become dotted names; a key that a row lacks is empty', async () => {
    const text = JSON.stringify([
      { id: 1, winner: [{ name: 'A' }, { name: 'B' }], tags: ['x', 'y'], at: { city: '宜昌' } },
      { id: 2, at: { city: null } },
    ]);
    expect((await readSheets(bytes(text), 'x.json'))[0]!.rows).toEqual([
      ['id', 'winner.0.name', 'winner.1.name', 'tags', 'at.city'],
      ['1', 'A', 'B', 'x; y', '宜昌'],
      ['2', '', '', '', ''],
    ]);
  });

  test('a key like __proto__ is a column like any other', async () => {
    const [sheet] = await readSheets(bytes('[{"__proto__":"a","constructor":"b"}]'), 'raw');
    expect(sheet!.rows).toEqual([
      ['__proto__', 'constructor'],
      ['a', 'b'],
    ]);
  });

  test('each list of an object is a separate table', async () => {
    const text = JSON.stringify({ awards: [row], tenders: [{ id: 3 }] });
    expect((await readSheets(bytes(text), 'x.json')).map(({ sheet }) => sheet)).toEqual([
      'awards',
      'tenders',
    ]);
  });
});

describe('a sheet that is asked for', () => {
  const lists = bytes(JSON.stringify({ awards: [{ id: 1 }], tenders: [{ id: 3 }] }));
  test('is a list of a JSON file, by its path', async () => {
    expect(await readSheets(lists, 'x.json', { sheet: 'tenders' })).toMatchObject([
      { rows: [['id'], ['3']] },
    ]);
  });
  test.each([
    ['x.csv', bytes(CSV), 'x.csv is delimited text, which has no sheets (leave --sheet out)'],
    ['x.zip', zipSync({ 'a.csv': bytes(CSV) }), 'x.zip!a.csv is delimited text, which has no sheets'],
    ['x.json', bytes('[{"id":1}]'), 'x.json is one table without sheets (leave --sheet out)'],
    ['x.json', lists, 'x.json has no sheet "2024" (it has "awards", "tenders")'],
  ])('is an error where there is none: %s', async (file, content, message) => {
    await expect(readSheets(content, file, { sheet: '2024' })).rejects.toThrow(message);
  });
});

describe('packed files', () => {
  test('gzip, and every member of a ZIP, at every level', async () => {
    expect((await readSheets(gzipSync(CSV), 'x.csv.gz'))[0]!.rows).toEqual(ROWS);
    const zip = zipSync({
      'b.json.gz': gzipSync(JSON.stringify([{ buyer: 'Oxford', amount: 12 }])),
      'a.csv': bytes(CSV),
      '__MACOSX/a.csv': bytes('x'),
    });
    const sheets = await readSheets(zip, 'all.zip');
    expect(sheets.map(({ file, rows }) => [file, rows])).toEqual([
      ['all.zip!a.csv', ROWS],
      ['all.zip!b.json.gz', ROWS],
    ]);
  });

  test('an archive that contains itself, or many others, is reported', async () => {
    let packed: Uint8Array = bytes(CSV);
    for (let depth = 0; depth < 8; depth += 1) packed = gzipSync(packed);
    expect((await readSheets(packed, 'raw'))[0]!.rows).toEqual(ROWS);
    await expect(readSheets(gzipSync(packed), 'raw')).rejects.toThrow('raw has more than 8 nested archives');
  });

  test('a folder is each file below it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ingest-'));
    mkdirSync(join(folder, 'b'));
    for (const name of ['c.csv', 'b/x.csv', '.hidden']) writeFileSync(join(folder, name), CSV);
    expect(inputsOf([folder]).map(({ file }) => file)).toEqual([
      join(folder, 'b/x.csv'),
      join(folder, 'c.csv'),
    ]);
  });
});

describe('files that cannot be read are reported', () => {
  test.each([
    ['photo.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'photo.csv is neither text'],
    ['a.csv', new Uint8Array(), 'a.csv is empty'],
    ['a.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'save it as XLSX'],
    ['a.json', bytes('{"a": '), 'a.json is not JSON'],
    ['a.json', bytes('{"a":1}\n{"a":'), 'a.json:2 is not JSON'],
    ['a.json', bytes('{"a": 1}'), 'a.json has no list of objects'],
    ['a.json', bytes('5'), 'a.json is a single value, not a table'],
    ['a.csv', bytes('\ufeffbuyer\r\n'), 'a.csv is a single value, not a table'],
    ['cut.gz', gzipSync(CSV).subarray(0, 15), 'cut.gz cannot be read as gzip'],
    ['all.zip', zipSync({ 'in/p.pdf': bytes('%PDF') }), 'all.zip!in/p.pdf is a PDF'],
  ])('%s', async (file, content, message) => {
    await expect(readSheets(content, file)).rejects.toThrow(message);
  });
  test('a missing file', () => expect(() => inputsOf(['nowhere.csv'])).toThrow('nowhere.csv does not exist'));
});

describe('a text in UTF-8 with a byte that is none is not taken for another encoding', () => {
  const [head, tail] = ['buyer,amount\n高明区民政局,1\ncafé', ',2\n三洲街道,3\n'].map((text) =>
    bytes(text),
  ) as [Uint8Array, Uint8Array];
  const damaged = Buffer.concat([head, Buffer.from([0x93]), tail]);

  test('delimited', async () => {
    await expect(readSheets(damaged, 'x.csv')).rejects.toThrow(
      'x.csv:3 is not UTF-8 at byte 40 (0x93), unlike the rest of the text (correct it there, or save the whole file in one encoding)',
    );
  });

  test('where the byte is far behind, and a character lies over two blocks', async () => {
    for (const shift of [0, 1, 2]) {
      const rows = bytes(`${'x'.repeat(shift)},y\n${'高明,1\n'.repeat(50_000)}`);
      await expect(readSheets(Buffer.concat([rows, Buffer.from([0xff]), tail]), 'x.csv')).rejects.toThrow(
        `x.csv:50002 is not UTF-8 at byte ${rows.length + 1} (0xFF)`,
      );
    }
  });

  test('where a character is begun at the end of a block and not completed in the next', async () => {
    const rows = bytes('高,1\n'.padEnd((1 << 17) - 3, 'a,1\n'));
    const content = Buffer.concat([rows, Buffer.from([0xe9]), bytes(',1\n')]);
    await expect(readSheets(content, 'x.csv')).rejects.toThrow('is not UTF-8 at byte 131072 (0xE9)');
  });

  test('with few characters beyond ASCII', async () => {
    for (const text of ['a,b\né,1\n', 'a,b\nMüller – Söhne,1\n'])
      await expect(
        readSheets(Buffer.concat([bytes(text), Buffer.from([0x93, 0x0a])]), 'x.csv'),
      ).rejects.toThrow('is not UTF-8 at byte');
  });

  test('cut within its last character', async () => {
    await expect(readSheets(bytes('a,b\n高明,1\n高明').subarray(0, -1), 'x.csv')).rejects.toThrow(
      'x.csv:3 is not UTF-8, where it ends within a character',
    );
  });

  test('JSON', async () => {
    const text = Buffer.concat([
      bytes('[{"buyer": "高明",\n "amount": "'),
      Buffer.from([0x93]),
      bytes('"}]'),
    ]);
    await expect(readSheets(text, 'x.json')).rejects.toThrow('x.json:2 is not UTF-8 at byte 34 (0x93)');
  });

  test('what has no valid character of UTF-8 is still a Windows code page', async () => {
    const [sheet] = await readSheets(Buffer.from('a,b\ncaf\xe9 \x93x\x94,1\n', 'latin1'), 'x.csv');
    expect(sheet).toMatchObject({
      encoding: 'windows-1252',
      rows: [
        ['a', 'b'],
        ['café “x”', '1'],
      ],
    });
  });
});

const SHANDONG = '../shared/raw/shandong-intentions/shandong_intention_data.xlsx.bak';
test.skipIf(!existsSync(SHANDONG))('a real workbook named .bak', async () => {
  const [sheet] = await readSheets(readFileSync(SHANDONG), SHANDONG);
  expect(sheet).toMatchObject({ format: 'xlsx', sheet: 'Sheet1' });
});
