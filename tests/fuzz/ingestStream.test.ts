import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { csvRecord } from '../../src/model/csv.ts';
import { IngestBook } from '../../scripts/ingest/table/ingestLedger.ts';
import { readDelimited } from '../../scripts/ingest/read/delimited.ts';
import { rejectRecord } from '../../scripts/ingest/table/rejects.ts';
import { openTable, openTableBook, type ByteRange } from '../../scripts/ingest/stream/open.ts';
import { cleanedParts } from '../../scripts/ingest/stream/parts.ts';
import { Threads } from '../../scripts/ingest/stream/threads.ts';
import { ingestSheet } from '../../scripts/ingest/table/ingestSheet.ts';
import { fuzz } from './fuzz.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Texts that the rules, the quoting or the lanes have to do with. */
const NASTY = [
  ...[
    '',
    ' ',
    '-',
    '0',
    '-0',
    '00',
    '007',
    '.5',
    '5.',
    '1.50',
    '1,234.50',
    '12,34',
    '1,2345',
    '(1,234.50)',
    '£5',
    '£1,234.50',
    '£-5',
    '(12)',
    '(0)',
    '(1234567)',
    '(£5)',
    '()',
    '$5.00',
  ],
  ...[
    '1234567890',
    '12345678901',
    '13800138000',
    '138 0013 8000',
    '0757-88881234',
    '03-1234-5678',
    '1e5',
    '-7.00',
  ],
  ...[
    '3.5万元',
    '九月',
    '２０１４',
    '100,000,000.00',
    '0.000001',
    '999999999999999',
    '12.3456789',
    '1 234 567',
  ],
  ...['03/04/2014', '31/12/2014', '12/31/2014', '2014-01-05', '2014年1月5日', '令和3年4月1日', 'N/A', '保密'],
  ...[
    'a  b',
    ' a',
    'a ',
    'a\tb',
    'a\u00a0b',
    '\ufeffa',
    'Mr A Smith',
    'Mx',
    'someone@example.org',
    'Ms',
    'M&S',
  ],
  ...[
    'P-000000001',
    'P-0000000012',
    '5d41402a-bc4b-2a76-b971-9d911017c592',
    'x"y',
    '"q"',
    'two\nlines',
    'two\r\nlines',
  ],
  ...[
    '张三',
    '同心社会工作服务中心',
    '联系人：李四',
    'Total',
    'Grand total',
    'tot',
    '合计',
    '总计：',
    'Name',
    'name',
  ],
  ...[
    '居家养老 12',
    '养老1-2-3456789',
    '养老 0757 8888 1234',
    '联系人:李四',
    '100元大写:壹佰元整',
    '壹佰圆整小写100',
  ],
  ...['壹佰元整(¥100)', 'a,b', 'a;b', '=1+1', '\u202ehidden', '😀', '𠮷', 'é', 'e\u0301'],
];
const HEADINGS = ['Name', 'Supplier', 'Amount', 'Paid date', 'Year', 'Code', 'E-mail', 'Notes', '金额', ''];

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 2, arbitrary: fc.double({ min: -1e7, max: 1e7, noNaN: true }).map((value) => value.toFixed(2)) },
  { weight: 2, arbitrary: fc.integer({ min: -99999, max: 99999 }).map(String) },
  // What is nearly a number.
  {
    weight: 2,
    arbitrary: fc
      .array(fc.constantFrom('0', '1', '9', '12', '123', ',', ',000', '.', '.5', '-', '(', ')', '£'), {
        maxLength: 6,
      })
      .map((parts) => parts.join('')),
  },
  { weight: 2, arbitrary: fc.constantFrom('Home care', 'Day centre', '居家养老') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  // Longer than what the kernel looks at in one step, with little in it that is not plain.
  {
    weight: 1,
    arbitrary: fc.string({
      unit: fc.constantFrom('a', 'b', 'c', 'd', ' ', '1', '-', 'é'),
      minLength: 40,
      maxLength: 200,
    }),
  },
  // Han characters, whose bytes the kernel looks at in steps that may cut them, and what rules look for among them.
  {
    weight: 2,
    arbitrary: fc.string({
      unit: fc.constantFrom(
        '居',
        '家',
        '养',
        '老',
        '服',
        '务',
        '壹',
        '佰',
        '元',
        '圓',
        ' ',
        '1',
        ':',
        '人',
        '，',
        '〇',
      ),
      minLength: 1,
      maxLength: 60,
    }),
  },
);

const table = fc
  .record({
    headings: fc.uniqueArray(fc.constantFrom(...HEADINGS), { minLength: 2, maxLength: 6 }),
    typed: fc.array(
      fc.constantFrom(
        () => '12.50',
        () => '7',
        () => '£8.40',
        () => '$7',
        () => '31/01/2014',
        () => '2014',
        () => 'words',
      ),
      {
        minLength: 6,
        maxLength: 6,
      },
    ),
    rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { maxLength: 30 }),
    newline: fc.constantFrom('\r\n', '\n', '\r'),
    cut: fc.integer({ min: 1, max: 400 }),
    ended: fc.boolean(),
  })
  .map(({ headings, typed, rows, newline, cut, ended }) => {
    // Enough plain rows that columns have a type, so that the rest is held against it.
    const plain = Array.from({ length: 40 }, () => headings.map((_, at) => typed[at]!()));
    const all = [headings, ...plain, ...rows];
    const text = all.map((cells) => csvRecord(cells).slice(0, -2)).join(newline) + (ended ? newline : '');
    return { text, cut };
  });

/** What ingest publishes of a table when it holds it whole. */
function whole(bytes: Uint8Array): unknown {
  const sheet = readDelimited(bytes, 't.csv');
  const { rows, numbers, rejects, ledger } = ingestSheet(sheet);
  return {
    csv: rows.map((row, at) => csvRecord([numbers![at]!, ...row])).join(''),
    rejects: rejects.map(rejectRecord).join(''),
    ledger: { ...ledger, outliers: [] },
  };
}

/** The same, read in blocks of `cut` bytes, and cut into whole records first if there is a range. */
async function inParts(bytes: Uint8Array, cut: number, range?: ByteRange): Promise<unknown> {
  const blocks = async function* (): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += cut) yield bytes.slice(at, at + cut);
  };
  const table = await openTable(blocks, 't.csv');
  const book = new IngestBook();
  openTableBook(book, table);
  let [csv, rejects, rowsOut] = ['', '', 0];
  for await (const part of cleanedParts(table, new Threads(0), range)) {
    csv += decoder.decode(part.csv);
    rejects += part.rejects;
    rowsOut += part.rowsOut;
    book.merge(part.book);
  }
  return { csv, rejects, ledger: book.close(rowsOut, []) };
}

describe('a table read in pieces', () => {
  fuzz(
    'ingest: a table read in pieces comes to the same as one held whole, whatever its cells and wherever it is cut',
    table,
    async ({ text, cut }) => {
      const bytes = encoder.encode(text);
      const expected = whole(bytes);
      expect(await inParts(bytes, cut)).toEqual(expected);
      expect(await inParts(bytes, cut, { from: 0, to: Infinity })).toEqual(expected);
    },
    0.3,
  );
});
