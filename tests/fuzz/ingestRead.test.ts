import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect } from 'vitest';
import { CommandError } from '../../scripts/lib/fault.ts';
import { decode } from '../../scripts/lib/decode.ts';
import { formatOf } from '../../scripts/ingest/read/fileFormat.ts';
import { readDelimited } from '../../scripts/ingest/read/delimited.ts';
import { sheetOfRows, rowsOf } from '../../scripts/ingest/read/sheet.ts';
import { csvRecord } from '../../src/model/csv.ts';
import {
  ingestedSheet,
  sheetsOf as readSheets,
  type WholeSheet as Sheet,
} from '../scripts/ingest/ingested.ts';
import { encoderOf } from '../scripts/lib/encodings.ts';
import { fuzz } from './fuzz.ts';
import { broken, bytes, damaged, hostile } from './hostile.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The sheets in some bytes, or none after a `CommandError`; any other error fails the test. */
async function read(content: Uint8Array): Promise<Sheet[]> {
  try {
    return await readSheets(content, 'raw');
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    expect(error.message).toMatch(/^raw/);
    return [];
  }
}

/** Tables of words, as in a well-formed export. */
const word = fc.stringMatching(/^[A-Za-z高明区服务]{1,8}$/);
const sane = fc
  .integer({ min: 2, max: 4 })
  .chain((width) =>
    fc.array(fc.array(word, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 6 }),
  );

const TABLE = [
  ['Body', 'Note', 'Amount'],
  ['Some Trust', 'a "quoted", note', '10'],
  ['高明区', '两\n行', '20'],
];
const CSV = utf8(TABLE.map(csvRecord).join(''));
const XLSX = await writeXlsx({ sheets: [{ name: 'one', rows: TABLE }] });
const GZIP = gzipSync(CSV);
const ZIP = zipSync({ 'a.csv': CSV, 'b.json': utf8('[{"a":1}]') });
const JSON_FILE = utf8('{"data":[{"a":"1","b":{"c":[1,2]}},{"a":"2"}]}');

describe('readers of ingest', () => {
  fuzz('read: any bytes are sheets of text, or a message', bytes, async (content) => {
    for (const { rows } of await read(content))
      for (const cells of rows) for (const cell of cells) expect(cell).toBeTypeOf('string');
  });

  for (const [name, whole, share] of [
    ['CSV', CSV, 1],
    ['JSON', JSON_FILE, 1],
    ['gzip', GZIP, 0.3],
    ['ZIP', ZIP, 0.1],
    ['XLSX', XLSX, 0.03],
  ] as const)
    fuzz(
      `read: a damaged ${name} is sheets of text, or a message`,
      damaged(whole),
      async (content) => {
        for (const { rows } of await read(content))
          for (const cells of rows) for (const cell of cells) expect(cell).toBeTypeOf('string');
      },
      share,
    );

  fuzz(
    'read: a sane table is the same in every encoding, delimiter and package',
    fc.record({
      table: sane,
      delimiter: fc.constantFrom(',', '\t', ';', '|'),
      end: fc.constantFrom('\n', '\r\n', '\r'),
      mark: fc.boolean(),
      encoding: fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'),
      packed: fc.constantFrom('', 'gzip', 'zip', 'zip in gzip'),
    }),
    async ({ table, delimiter, end, mark, encoding, packed }) => {
      const text =
        (mark || encoding !== 'utf-8' ? '\ufeff' : '') +
        table.map((cells) => cells.join(delimiter)).join(end);
      const little = Buffer.from(text, 'utf16le');
      let content: Uint8Array =
        encoding === 'utf-8' ? utf8(text) : encoding === 'utf-16le' ? little : Buffer.from(little).swap16();
      if (packed.startsWith('zip')) content = zipSync({ 'a.csv': content }, { level: 0 });
      if (packed.endsWith('gzip')) content = gzipSync(content);
      const [sheet] = await readSheets(content, 'raw');
      expect(sheet!.rows).toEqual(table);
      expect(sheet!.delimiter).toBe(delimiter);
    },
    0.2,
  );

  fuzz(
    'read: a delimited text is the same wherever its blocks end',
    fc.record({
      table: fc.array(fc.array(fc.oneof(word, hostile), { minLength: 2, maxLength: 4 }), {
        minLength: 1,
        maxLength: 12,
      }),
      end: fc.constantFrom('\n', '\r\n', '\r'),
      encoding: fc.constantFrom('utf-8', 'utf-16le'),
      cut: fc.integer({ min: 1, max: 40 }),
    }),
    async ({ table, end, encoding, cut }) => {
      const text = table.map((cells) => csvRecord(cells).slice(0, -2)).join(end);
      const content = encoding === 'utf-8' ? utf8(text) : Buffer.from(`\ufeff${text}`, 'utf16le');
      const inBlocksOf = (size: number) =>
        async function* (): AsyncGenerator<Uint8Array> {
          for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
        };
      // Rows of many widths and hostile cells may be refused, but then wherever the blocks end.
      const outcome = async (size: number): Promise<string[][] | string> => {
        try {
          return await rowsOf(await readDelimited(inBlocksOf(size), 'raw'));
        } catch (error) {
          if (error instanceof CommandError) return error.message;
          throw error;
        }
      };
      expect(await outcome(cut)).toEqual(await outcome(1 << 20));
    },
    0.3,
  );

  fuzz(
    'read: JSON objects keep every key and text',
    fc.array(
      fc.dictionary(fc.oneof(word, fc.constantFrom('__proto__', 'constructor', 'a.b', '')), broken, {
        minKeys: 1,
      }),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
    async (list) => {
      const entries = list.map(
        (one) =>
          `{${Object.entries(one)
            .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
            .join(',')}}`,
      );
      const [sheet] = await readSheets(utf8(`[${entries.join(',')}]`), 'raw');
      const [names, ...rows] = sheet!.rows;
      for (const [index, one] of list.entries())
        for (const [key, value] of Object.entries(one)) expect(rows[index]![names!.indexOf(key)]).toBe(value);
    },
  );

  fuzz('read: any JSON is sheets, or a message', fc.jsonValue({ maxDepth: 5 }), async (value) => {
    await read(utf8(JSON.stringify(value)));
    await read(utf8(`${JSON.stringify(value)}\n${JSON.stringify(value)}`));
  });

  fuzz('read: any bytes have an encoding and a format', bytes, (content) => {
    expect(decode(content).text).toBeTypeOf('string');
    expect(formatOf(content)).toBeTypeOf('string');
  });

  fuzz('read: UTF-8 is known as such', hostile, (text) => {
    const plain = text.replaceAll('\0', '').replace(/^\ufeff+/, '');
    expect(decode(utf8(plain)).text).toBe(plain);
  });
});

describe('encodings', () => {
  const VOCABULARY = {
    gb18030:
      '政府购买公共服务项目 采购单位 中标供应商 合同金额 万元 居家养老 社会工作 佛山市高明区 民政局 有限公司 公开招标 单一来源',
    big5: '政府採購 公共服務 得標廠商 決標金額 社會福利 機關名稱 有限公司 委託辦理 長期照顧 臺北市 社會局 限制性招標',
    shift_jis:
      '契約の相手方 随意契約 一般競争入札 契約金額 委託業務 株式会社 社会福祉法人 令和の年度 公共サービス 担当部局 予定価格',
    'euc-jp':
      '契約の相手方 随意契約 一般競争入札 契約金額 委託業務 株式会社 社会福祉法人 令和の年度 公共サービス 担当部局 予定価格',
    'euc-kr':
      '서울특별시 노인돌봄 위탁용역 계약금액 사회복지법인 청소년상담센터 업체명 주식회사 수의계약 담당부서',
    'windows-1251':
      'Администрация Поставщик договор оказание услуг социальное обслуживание сумма бюджет города',
    'windows-1250':
      'Urząd Gmina Łódź usługi opiekuńcze świadczenie wykonawca środki zamówienie żłobek społeczne',
  };
  for (const [encoding, words] of Object.entries(VOCABULARY)) {
    const encode = encoderOf(encoding);
    const cell = fc.oneof(fc.constantFrom(...words.split(' ')), fc.stringMatching(/^[A-Za-z0-9.]{1,8}$/));
    fuzz(
      `encodings: a table of words in ${encoding} is read as it was written`,
      fc
        .array(fc.tuple(fc.constantFrom(...words.split(' ')), cell, cell), { minLength: 4, maxLength: 12 })
        .map((table) => table.map((cells) => cells.join(',')).join('\n')),
      (text) => expect(decode(encode(text)).text).toBe(text),
      0.3,
    );
  }
});

describe('an ingested table', () => {
  const cell = fc.oneof(word, hostile, fc.stringMatching(/^\d{1,4}([.,/-]\d{1,4}){0,2}$/), fc.constant(''));
  fuzz(
    'ingest: any rows are a table whose account comes out even, or a message',
    fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 }),
    async (rows) => {
      let ingested;
      try {
        ingested = await ingestedSheet(
          sheetOfRows({ file: 'raw', format: 'delimited', rows, mergedFilled: 0 }),
        );
      } catch (error) {
        if (error instanceof CommandError) return;
        throw error;
      }
      const { fields, ledger, rejects, rows: out } = ingested;
      const dropped = Object.values(ledger.rows_dropped).reduce((sum, count) => sum + count, 0);
      expect(ledger.rows_in).toBe(out.length + rejects.length + dropped);
      expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
      for (const cells of out) {
        expect(cells).toHaveLength(fields.length);
        for (const one of cells) if (typeof one === 'number') expect(Number.isFinite(one)).toBe(true);
      }
    },
    0.3,
  );
});
