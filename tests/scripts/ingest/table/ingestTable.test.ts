import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ingestedFile as ingest } from '../ingested.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Shortened rows of Oxford City Council: a title, dates day first, pounds in brackets, a total. */
const OXFORD = [
  'Expenditure over £500,,,',
  'Directorate,Paid Date,Amount,Supplier Name',
  'City Services,03/04/2014,"1,234.50",ACME LIMITED',
  'City Services,28/04/2014,(250.00),OXFORD MENCAP',
  'Directorate,Paid Date,Amount,Supplier Name',
  ',,,',
  'Total,,984.50,',
  '',
].join('\r\n');

test('titles, repeated headers, empty rows and totals are not data, and every row is counted', async () => {
  const { fields, rows, ledger } = await ingest(bytes(OXFORD), 'oxford.csv');
  expect(fields.map(({ name, type }) => `${name}: ${type}`)).toEqual([
    'directorate: string',
    'paid_date: partial-date',
    'amount: number',
    'supplier_name: string',
  ]);
  expect(rows).toEqual([
    ['City Services', '2014-04-03', 1234.5, 'ACME LIMITED'],
    ['City Services', '2014-04-28', -250, 'OXFORD MENCAP'],
  ]);
  expect(ledger).toMatchObject({
    title_rows: 1,
    delimiters: [','],
    rows_in: 5,
    rows_out: 2,
    rows_dropped: { 'header repeated': 1, empty: 1, total: 1 },
    rejects: 0,
  });
});

test('GBK is detected, and a column of contacts is dropped', async () => {
  // 项目名称,金额,联系电话 / 居家养老,3.5万元,0757-88282000 in GBK
  const gbk = new Uint8Array([
    0xcf, 0xee, 0xc4, 0xbf, 0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x2c, 0xc1, 0xaa, 0xcf,
    0xb5, 0xb5, 0xe7, 0xbb, 0xb0, 0x0a, 0xbe, 0xd3, 0xbc, 0xd2, 0xd1, 0xf8, 0xc0, 0xcf, 0x2c, 0x33, 0x2e,
    0x35, 0xcd, 0xf2, 0xd4, 0xaa, 0x2c, 0x30, 0x37, 0x35, 0x37, 0x2d, 0x38, 0x38, 0x32, 0x38, 0x32, 0x30,
    0x30, 0x30, 0x0a,
  ]);
  const { rows, ledger, fields } = await ingest(gbk, 'gbk.csv');
  expect(ledger.encodings).toEqual(['gb18030']);
  expect(fields.map(({ heading }) => heading)).toEqual(['项目名称', '金额']);
  expect(rows).toEqual([['居家养老', 35000]]);
  expect(ledger.columns_dropped).toEqual(['联系电话']);
});

test('codes keep their zeros and their digits', async () => {
  const { rows } = await ingest(
    bytes('code,credit_code,n\n0012,914406000000000001,1\n0013,914406000000000002,2\n'),
    'codes.csv',
  );
  expect(rows).toEqual([
    ['0012', '914406000000000001', 1],
    ['0013', '914406000000000002', 2],
  ]);
});

test('a column of codes is text, and dashes are no evidence of a type', async () => {
  const { fields } = await ingest(
    bytes('Supplier ID,officials,none\n12,-,-\n13_a,1,-\n14,2,-\n'),
    'codes.csv',
  );
  expect(fields.map(({ type }) => type)).toEqual(['string', 'integer', 'string']);
});

test('amounts of four digits are not years', async () => {
  const { fields, rows } = await ingest(bytes('what,amount\na,1234\nb,9850\nc,2014\n'), 'four.csv');
  expect(fields.map(({ type }) => type)).toEqual(['string', 'integer']);
  expect(rows[1]).toEqual(['b', 9850]);
});

test('a row with too many cells is rejected with its row and reason', async () => {
  const { rows, rejects, ledger } = await ingest(bytes('a,b\nx,1\ny,2,surplus\n'), 'wide.csv');
  expect(rows).toEqual([['x', 1]]);
  expect(rejects).toMatchObject([{ row: 3, what: 'has 3 cells, the header 2', cells: ['y', '2', '▇'] }]);
  expect(ledger.rows_in).toBe(ledger.rows_out + ledger.rejects);
});

test('a cell that is not of its column’s type is rejected, with what would be right', async () => {
  const rows = Array.from({ length: 30 }, (_, n) => `x${n},${n}`).join('\n');
  const { rejects, ledger } = await ingest(bytes(`name,n\n${rows}\nq,about 5\n`), 'n.csv');
  expect(rejects).toEqual([
    {
      file: 'n.csv',
      row: 32,
      column: 'n',
      value: 'about 5',
      what: 'is not a number',
      right: 'write digits, like 1234.5',
      cells: ['q', 'about 5'],
    },
  ]);
  expect(ledger).toMatchObject({ rows_in: 31, rows_out: 30, rejects: 1 });
});

test('a header of two rows is one', async () => {
  const { fields, rows } = await ingest(
    bytes('Buyer,Contract,,Year\n,number,amount,\nLeeds,A1,5,2014\n'),
    'two.csv',
  );
  expect(fields.map(({ heading }) => heading)).toEqual([
    'Buyer',
    'Contract number',
    'Contract amount',
    'Year',
  ]);
  expect(rows).toEqual([['Leeds', 'A1', 5, 2014]]);
});

test('a supplier whose name begins with Total is not a total', async () => {
  const { rows } = await ingest(
    bytes('Supplier Name,Total\nTotal Gas & Power,5\nA Ltd,2\nGrand Total,7\n'),
    't.csv',
  );
  expect(rows).toEqual([
    ['Total Gas & Power', 5],
    ['A Ltd', 2],
  ]);
});

test('dates whose day and month are ambiguous stay text', async () => {
  const { fields, rows } = await ingest(bytes('a,paid\nx,03/04/2014\ny,05/06/2014\n'), 'd.csv');
  expect(fields[1]).toMatchObject({ type: 'string' });
  expect(rows[0]).toEqual(['x', '03/04/2014']);
});

test('an unambiguous column of dates decides the order for the whole table', async () => {
  const { rows } = await ingest(bytes('due,paid\n03/04/2014,25/12/2014\n05/06/2014,01/01/2015\n'), 'd.csv');
  expect(rows[0]).toEqual(['2014-04-03', '2014-12-25']);
});

const RAW = '../shared/raw';
describe.skipIf(!existsSync(RAW))('the raw files beside the project', () => {
  test.each(globSync(`${RAW}/oxford-spending/data/*.csv`).sort().slice(0, 4))(
    '%s: rows in = rows out + dropped + rejected',
    async (file) => {
      const { ledger } = await ingest(readFileSync(file), file);
      expect(ledger.rows_out).toBeGreaterThan(1000);
    },
  );
});
