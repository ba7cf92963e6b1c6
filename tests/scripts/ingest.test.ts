import { existsSync, globSync, mkdtempSync, readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAmount } from '../../scripts/ingest/amount.ts';
import { dayOrder, readDate } from '../../scripts/ingest/date.ts';
import { mask } from '../../scripts/ingest/personal.ts';
import { ingest } from '../../scripts/ingest.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Rows as Oxford City Council prints them, cut short: a title, dates day first, pounds in brackets, a total. */
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

test('titles, repeated headers, empty rows and totals are no data, and every row is accounted for', () => {
  const { fields, rows, ledger } = ingest(bytes(OXFORD), 'oxford.csv');
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
    rows_in: 5,
    rows_out: 2,
    rows_dropped: { 'header repeated': 1, empty: 1, total: 1 },
    rejects: 0,
  });
});

test('GBK is found by looking, and a column of contacts is dropped whole', () => {
  // 项目名称,金额,联系电话 / 居家养老,3.5万元,0757-88282000 in GBK
  const gbk = new Uint8Array([
    0xcf, 0xee, 0xc4, 0xbf, 0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x2c, 0xc1, 0xaa, 0xcf,
    0xb5, 0xb5, 0xe7, 0xbb, 0xb0, 0x0a, 0xbe, 0xd3, 0xbc, 0xd2, 0xd1, 0xf8, 0xc0, 0xcf, 0x2c, 0x33, 0x2e,
    0x35, 0xcd, 0xf2, 0xd4, 0xaa, 0x2c, 0x30, 0x37, 0x35, 0x37, 0x2d, 0x38, 0x38, 0x32, 0x38, 0x32, 0x30,
    0x30, 0x30, 0x0a,
  ]);
  const { rows, ledger, fields } = ingest(gbk, 'gbk.csv');
  expect(ledger.encoding).toBe('gb18030');
  expect(fields.map(({ heading }) => heading)).toEqual(['项目名称', '金额']);
  expect(rows).toEqual([['居家养老', 35000]]);
  expect(ledger.columns_dropped).toEqual(['联系电话']);
});

test('codes keep their zeros and their digits', () => {
  const { rows } = ingest(
    bytes('code,credit_code,n\n0012,914406000000000001,1\n0013,914406000000000002,2\n'),
    'codes.csv',
  );
  expect(rows).toEqual([
    ['0012', '914406000000000001', 1],
    ['0013', '914406000000000002', 2],
  ]);
});

test('a row with too many cells is rejected with its row and reason', () => {
  const { rows, rejects, ledger } = ingest(bytes('a,b\nx,1\ny,2,surplus\n'), 'wide.csv');
  expect(rows).toEqual([['x', 1]]);
  expect(rejects).toEqual([{ row: 3, reason: 'has 3 cells, the header 2', cells: ['y', '2', 'surplus'] }]);
  expect(ledger.rows_in).toBe(ledger.rows_out + ledger.rejects);
});

describe('personal data', () => {
  test.each([
    ['联系电话 13812345678', 'mobile-phone'],
    ['座机 0757-88282000', 'phone'],
    ['someone@example.org', 'e-mail'],
    ['身份证 440608199001011234', 'id-number'],
    ['联系人：张三丰', 'contact-person'],
  ])('%s is masked', (text, kind) => {
    const result = mask(text);
    expect(result.masked).toEqual({ [kind]: 1 });
    expect(result.text).not.toMatch(/1381234|88282000|someone|19900101|张三丰/);
  });
  test.each(['914406000000000001', '1234567.89', '2014-04-03', '高明区荷城街道'])(
    '%s is left alone',
    (text) => expect(mask(text).text).toBe(text),
  );
});

describe('amounts', () => {
  test.each([
    ['(1,234.50)', -1234.5],
    ['£12', 12],
    ['3.5万元', 35000],
    ['1.6亿元', 160000000],
    ['￥１２３', 123],
    ['-', null],
    ['87,9.49', null],
    ['about 5', null],
  ])('%s', (text, value) => expect(readAmount(text)).toBe(value));
  test('what was written with commas is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (n) => {
        expect(readAmount(n.toLocaleString('en-US'))).toBe(n);
      }),
    );
  });
});

test('day and month are told apart by the column, or not at all', () => {
  expect(dayOrder(['03/04/2014', '28/04/2014'])).toBe('day-first');
  expect(dayOrder(['03/04/2014', '04/28/2014'])).toBe('month-first');
  expect(dayOrder(['03/04/2014'])).toBe('unclear');
  expect(readDate('03/04/2014', 'unclear')).toBeNull();
  expect(readDate('2014年12月5日', 'unclear')).toBe('2014-12-05');
  expect(readDate('2014/1', 'unclear')).toBe('2014-01');
});

const RAW = '../shared/raw';
describe.skipIf(!existsSync(RAW))('the raw files beside the project', () => {
  test.each(globSync(`${RAW}/oxford-spending/data/*.csv`).sort().slice(0, 4))(
    '%s: rows in = rows out + dropped + rejected',
    (file) => {
      const { ledger } = ingest(readFileSync(file), file);
      expect(ledger.rows_out).toBeGreaterThan(1000);
    },
  );

  test('the command writes a clean table, a proposal and the account', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ingest-'));
    const [file] = globSync(`${RAW}/oxford-spending/data/*.csv`).sort();
    execFileSync('node', ['scripts/ingest.ts', file!, '--to', folder], { stdio: 'pipe' });
    const [made] = globSync('*/ledger.json', { cwd: folder });
    expect(made).toBeDefined();
    for (const name of ['dataset.yaml', 'CHANGES.md'])
      expect(existsSync(join(folder, made!, '..', name))).toBe(true);
  });
});
