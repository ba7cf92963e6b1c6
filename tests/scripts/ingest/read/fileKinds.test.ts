import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openParquetFile } from '../../../../scripts/lib/parquetFile.ts';
import type { ReadOptions } from '../../../../scripts/ingest/read/sheet.ts';
import { encoderOf } from '../../lib/encodings.ts';
import { ingestedFile, sheetsOf, type IngestedTable, type WholeSheet } from '../ingested.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const fixture = (name: string, options?: ReadOptions): Promise<IngestedTable> =>
  ingestedFile(readFileSync(`tests/fixtures/ingest/reading/${name}`), name, options);
const names = ({ fields }: IngestedTable): string[] => fields.map(({ name }) => name);

/** The sheets of a JSON value, and what of it is not read. */
async function jsonSheets(value: unknown): Promise<{ sheets: WholeSheet[]; unread: string[] }> {
  const unread: string[] = [];
  const sheets = await sheetsOf(bytes(JSON.stringify(value)), 'x.json', {
    skipped: (what) => unread.push(what),
  });
  return { sheets, unread };
}

describe('HTML', () => {
  const TABLE = `<meta http-equiv=Content-Type content="text/html; charset=windows-1250"><style>td { color: red }</style>
    <table><tr><td>Lista płatności</td></tr></table>
    <table border=1><thead><tr><th rowspan=2>Dostawca</th><th colspan="2">Kwota</th></tr><tr><th>netto</th><th>brutto</th></tr></thead>
    <tbody><tr><td>Łódź<br>Opieka</td><td>1</td><td>2</td></tr><tr><td>Śląsk&nbsp;&amp; Syn</td><td>3</td><td>4</td></tr></tbody></table>`;

  test('a table named .xls, in the encoding that the page says, with cells over several columns and rows', async () => {
    const skipped: string[] = [];
    const made = await ingestedFile(encoderOf('windows-1250')(TABLE), 'lista.xls', {
      skipped: (what) => skipped.push(what),
    });
    expect(made.ledger).toMatchObject({ formats: ['html'], encodings: ['windows-1250'], rows_in: 2 });
    expect(made.fields.map(({ heading }) => heading)).toEqual(['Dostawca', 'Kwota netto', 'Kwota brutto']);
    expect(made.rows).toEqual([
      ['Łódź Opieka', 1, 2],
      ['Śląsk & Syn', 3, 4],
    ]);
    expect(skipped).toEqual(['lista.xls: 1 of 2 tables, which have no data']);
  });

  test('several tables are several sheets, and a table that lays out the page is not one of them', async () => {
    const data = '<table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>';
    const sheets = await sheetsOf(bytes(`<!DOCTYPE html><html><body>${data}${data}</body></html>`), 'x.html');
    expect(sheets.map(({ sheet, rows }) => [sheet, rows])).toEqual([
      [
        'table 1',
        [
          ['a', 'b'],
          ['1', '2'],
        ],
      ],
      [
        'table 2',
        [
          ['a', 'b'],
          ['1', '2'],
        ],
      ],
    ]);
    const nested = await sheetsOf(bytes(`<html><table><tr><td>${data}</td></tr></table></html>`), 'x.html');
    expect(nested.map(({ rows }) => rows)).toEqual([
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ]);
  });

  test('a page without a table is refused', async () => {
    await expect(ingestedFile('<html><p>Not found</p></html>', 'x.csv')).rejects.toThrow(
      'x.csv is an HTML page without a table of data',
    );
  });
});

describe('files that are refused by name, with the way out', () => {
  test.each([
    [
      'xml-named.xml',
      readFileSync('tests/fixtures/ingest/reading/xml-named.xml'),
      'is XML, which is not read',
    ],
    ['x.csv', bytes('<contracts><contract id="1"/></contracts>'), 'is XML, which is not read'],
    [
      'x.xls',
      bytes('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
      'save it as XLSX',
    ],
    ['x.xls', bytes('MIME-Version: 1.0\nContent-Type: multipart/related\n'), 'is a saved web page (MHTML)'],
    ['x.docx', zipSync({ 'word/document.xml': bytes('<w:p/>') }), 'is a text document or a presentation'],
    [
      'x.xlsb',
      zipSync({ 'xl/workbook.bin': bytes('x') }),
      'is a binary Excel workbook (XLSB; save it as XLSX)',
    ],
    ['x.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'is an old Excel workbook (XLS; save it as XLSX)'],
    ['x.csv', bytes('%PDF-1.7'), 'is a PDF, which cannot be read as a table'],
  ])('%s', async (file, content, message) => {
    await expect(ingestedFile(content, file)).rejects.toThrow(message);
  });

  test('text that begins with a sign for less is text', async () => {
    expect((await ingestedFile('<5 staff,name\n1,A\n2,B\n', 'x.csv')).rows).toHaveLength(2);
  });
});

test('Parquet: types, integers beyond 2^53, dates, and packed in a gzip', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'parquet-')), 'x.parquet');
  const file = openParquetFile(path, [
    { name: 'supplier', type: 'string' },
    { name: 'paid', type: 'number' },
    { name: 'count', type: 'integer' },
  ]);
  await file.write(['A Ltd', 12.5, 3]);
  await file.write(['B Ltd', null, 2 ** 53]);
  await file.close();
  const made = await ingestedFile(gzipSync(readFileSync(path)), 'x.parquet.gz');
  expect(made.ledger.formats).toEqual(['parquet']);
  expect(names(made)).toEqual(['supplier', 'paid', 'count']);
  expect(made.rows).toEqual([
    ['A Ltd', 12.5, '3'],
    ['B Ltd', null, '9007199254740992'],
  ]);
  await expect(ingestedFile(readFileSync(path), 'x.parquet', { sheet: 'a' })).rejects.toThrow(
    'x.parquet is one table without sheets',
  );
});

describe('JSON', () => {
  test('numbers that JavaScript would change are their texts', async () => {
    const made = await fixture('json-large-numbers.json');
    expect(made.rows.map((row) => row.slice(0, 3))).toEqual([
      ['12345678901234567890', '9007199254740993', 1234567.1],
      ['12345678901234567891', '9007199254740995', 0.1],
    ]);
    const text =
      '{"id":12345678901234567890,"n":-9007199254740993,"x":1.50,"y":0.1234567890123456789,"z":1e21}\n{"id":1,"n":2,"x":3,"y":4,"z":5}\n';
    const [lines] = await sheetsOf(bytes(text), 'x.jsonl');
    expect(lines!.rows[1]).toEqual([
      '12345678901234567890',
      '-9007199254740993',
      '1.5',
      '0.1234567890123456789',
      '1e+21',
    ]);
  });

  test('Socrata: the rows are read by the descriptions of their columns, internal ones left out and said', async () => {
    const made = await fixture('socrata-rows.json');
    expect([names(made), made.rows]).toEqual([
      ['vendor', 'amount'],
      [
        ['ACME LLC', 100.5],
        ['Beta Inc', 20],
      ],
    ]);
    const { sheets, unread } = await jsonSheets({
      meta: {
        view: {
          columns: [
            { name: 'sid', dataTypeName: 'meta_data' },
            { name: 'Vendor', dataTypeName: 'text' },
            { name: 'Site', dataTypeName: 'url' },
          ],
        },
      },
      data: [
        ['row-1', 'ACME', ['https://a.example', null]],
        ['row-2', 'Beta', null],
      ],
    });
    expect(sheets[0]!.rows).toEqual([
      ['Vendor', 'Site'],
      ['ACME', 'https://a.example'],
      ['Beta', ''],
    ]);
    expect(unread).toEqual(['x.json: internal columns (sid)']);
  });

  test('rows of lists with their names beside them, or in the first', async () => {
    const rows = [
      ['A', 1],
      ['B', 2],
    ];
    for (const names of [{ columns: ['name', 'paid'] }, { fields: [{ id: 'name' }, { id: 'paid' }] }])
      expect((await jsonSheets({ ...names, data: rows })).sheets[0]!.rows).toEqual([
        ['name', 'paid'],
        ['A', '1'],
        ['B', '2'],
      ]);
    expect((await jsonSheets([['name', 'paid'], ...rows])).sheets[0]!.rows[0]).toEqual(['name', 'paid']);
    await expect(
      ingestedFile(
        JSON.stringify([
          ['A', 1, 2.5],
          ['B', 2, 3.5],
        ]),
        'x.json',
      ),
    ).rejects.toThrow('should be a row of column names');
  });

  test('scalars beside and above a list are carried down, and what is not read is named', async () => {
    const { sheets, unread } = await jsonSheets({
      count: 2,
      next: null,
      city: 'Oxford',
      office: { name: 'Care', lists: { payments: [{ id: 1 }, { id: 2, city: 'Leeds' }] } },
    });
    expect(sheets.map(({ sheet, rows }) => [sheet, rows])).toEqual([
      [
        'office.lists.payments',
        [
          ['above.city', 'name', 'id', 'city'],
          ['Oxford', 'Care', '1', ''],
          ['Oxford', 'Care', '2', 'Leeds'],
        ],
      ],
    ]);
    expect(unread).toEqual(['x.json: count', 'x.json: next']);
    expect((await jsonSheets([{ a: 1 }, 5, 'x'])).unread).toEqual([
      'x.json: 2 of 3 entries of the list, which are no objects',
    ]);
  });

  test('numbers as names of keys are names', async () => {
    expect(names(await ingestedFile('[{"1":5,"2":"x"},{"1":6,"2":"y"}]', 'x.json'))).toEqual(['c_1', 'c_2']);
  });

  test('of broken JSON the true place is said', async () => {
    await expect(ingestedFile('{"a": [\n {"b": 1},\n {"b": 2},,\n]}', 'x.json')).rejects.toThrow(/line 3/);
  });
});
