import { existsSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { CommandError } from '../../../../scripts/lib/fault.ts';
import { recipeNamed } from '../../../../scripts/ingest/recipes/recipes.ts';
import type { Row } from '../../../../src/model/row.ts';
import { sheetsOf } from '../ingested.ts';
import { ingestedRows, rowsOfSheets, type IngestedRows } from '../ingestedRows.ts';

const RAW = '../shared/raw';
const absent = !existsSync(RAW);
const columns = (rows: readonly Row[], ...names: string[]): unknown[][] =>
  rows.map((row) => names.map((name) => row[name] ?? null));
const everything = (rows: readonly Row[]): string => rows.flatMap((row) => Object.values(row)).join('\n');

test('notices: the day is in China’s time, an amount is that of an award, the fuller of two with one id is kept', async () => {
  const { rows, ledger } = await ingestedRows('notices', 'tests/fixtures/ingest');
  expect(ledger.rows_dropped).toEqual({ 'same id again': 1 });
  expect(columns(rows, 'date', 'place', 'stage', 'procedure', 'estimate', 'amount')).toEqual([
    ['2024-09-20', 'sichuan', 'award', 'unknown', null, 52642100],
    ['2024-12-31', 'fujian', 'tender', 'open', 1500000, null],
    ['2025-03-05', 'jiangsu', 'change', 'unknown', 21868245, null],
  ]);
  expect(columns(rows, 'division_code', 'main_procurement_category', 'service_field')).toEqual([
    ['510100', 'goods', null],
    ['350102', 'goods', null],
    ['320400', 'services', 'catering-and-support'],
  ]);
});

/** A notice with planted persons, but for what a test says. */
const planted = {
  id: 'x1',
  area: '广东',
  city: '佛山市',
  buyer: '某某医院',
  buyerClass: '医疗',
  buyerPerson: '张某某',
  buyerTel: '13812345678',
  agency: '某某招标有限公司',
  agencyPerson: '李某某',
  agencyTel: '0757-88881234',
  subtype: '成交',
  title: '某某医院保洁服务成交公告 联系电话13912345678 zhang@example.org',
  winner: '欧阳建国',
  winnerInfo: [{ winner: '欧阳建国' }],
  bidAmount: 100000,
  publishTime: 1726799181,
  site: '广东省政府采购网',
};
const noticesOf = async (...notices: object[]): Promise<IngestedRows> =>
  rowsOfSheets(
    recipeNamed('notices'),
    await sheetsOf(Buffer.from(JSON.stringify(notices)), 'china-notices/notices.json'),
  );

test('no contact and no person of a notice is published, and an armed force is left out', async () => {
  const armed = [
    { title: '手术室采购（2024-JQ05-W1381）' },
    { title: '采购公告2021-JL13(03)-W10373' },
    { buyer: '某单位' },
    { buyer: '陆军某医院' },
    { buyerClass: '军队' },
  ].map((over, at) => ({ ...planted, id: `a${at}`, ...over }));
  const { rows, ledger, masked } = await noticesOf(planted, ...armed);
  expect(ledger.rows_dropped).toEqual({ 'armed forces, left out': armed.length });
  expect(columns(rows, 'supplier', 'supplier_kind', 'service_field')).toEqual([
    ['masked-1', 'person', 'cleaning-and-property'],
  ]);
  expect(masked).toBe(1);
  expect(everything(rows)).not.toMatch(/张某某|李某某|欧阳|1381234|1391234|8888|example\.org/);
});

test('a province that is none is named, with those there are', async () => {
  const fault = noticesOf({ ...planted, area: '火星' });
  await expect(fault).rejects.toThrow(CommandError);
  await expect(fault).rejects.toThrow(/"火星" in the column area is not a province \(one of 全国, 北京/);
});

const HEADER =
  '序号 地区 标题 采购方式 项目类型 发布时间 子序号 采购项目名称 采购需求概况 预算金额(万元) 拟面向中小企业预留 预计采购时间 备注 Link';
const TITLE = '某某学院2026年01月(至)06月政府采购意向';
const ADDRESS = 'http://www.ccgp-shandong.gov.cn/detail?id=planted';
const EMPTY = ['', '', ''];

test('shandong: a row that shifted to the left is read from its month, 万元 become yuan, the summary is read and not published', async () => {
  const day = '2026-01-30 09:07:01';
  const slipped = (number: number, name: string, summary: string, link = ADDRESS): (string | number)[] => [
    ...[number, '山东省本级', TITLE, '', '', day, name, summary, '65.000000', '是', '2026年03月', ''],
    ...[link, ''],
  ];
  const scraped = [3, '山东省本级', TITLE, ...EMPTY, '采购项目名称', '采购需求概况', ...EMPTY, ...EMPTY];
  const sheets = [
    {
      name: 'Sheet1',
      rows: [
        HEADER.split(' '),
        slipped(1, '档案整理服务', '整理档案，联系人张某某 13812345678。'),
        slipped(2, '档案整理服务', '整理档案。'),
        scraped,
        slipped(4, '第二期', '物业管理', 'http://mirror.example.org/1'),
      ],
    },
  ];
  const { rows, ledger } = await rowsOfSheets(
    recipeNamed('shandong'),
    await sheetsOf(await writeXlsx({ sheets }), 'shandong-intentions/x.xlsx.bak'),
  );
  expect(ledger.rows_dropped).toEqual({ 'header row repeated as data': 1, 'same intention again': 1 });
  expect(columns(rows, 'buyer', 'title', 'planned', 'estimate', 'url', 'service_field')).toEqual([
    ['某某学院', '档案整理服务', '2026-03', 650000, ADDRESS, 'other'],
    ['某某学院', '第二期', '2026-03', 650000, null, 'cleaning-and-property'],
  ]);
  expect(everything(rows)).not.toMatch(/张某某|138|mirror/);
});

/** Checks of all rows: no reject, a unique id per row, no mail address and no mobile number. */
function isSound({ rows, rejects }: IngestedRows): void {
  expect(rejects).toEqual([]);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(everything(rows)).not.toMatch(/[\w.+-]+@[\w-]+\.[a-z]{2,}|(?<![\d.a-f-])1[3-9]\d{9}(?![\d.a-f])/i);
}
const countBy = (rows: readonly Row[], column: string): Record<string, number> => {
  const made: Record<string, number> = {};
  for (const row of rows) made[String(row[column])] = (made[String(row[column])] ?? 0) + 1;
  return made;
};

describe.skipIf(absent)('the raw files', () => {
  test('rows of notices, and by class', async () => {
    const made = await ingestedRows('notices', `${RAW}/china-notices`);
    isSound(made);
    expect(made.ledger).toMatchObject({
      rows_in: 3171,
      rows_out: 1887,
      rows_dropped: { 'same id again': 1174, 'same title, buyer and day': 54, 'armed forces, left out': 56 },
    });
    expect(Object.keys(made.rows[0]!).join()).not.toMatch(/tel|person/i);
    expect(countBy(made.rows, 'stage')).toMatchObject({ acceptance: 7, award: 474, contract: 212 });
  });
  test('rows of intentions, and their budgets', async () => {
    const made = await ingestedRows('shandong', `${RAW}/shandong-intentions`);
    isSound(made);
    expect(made.ledger).toMatchObject({
      rows_in: 396,
      rows_out: 89,
      rows_dropped: {
        'same intention again': 176,
        'header row repeated as data': 48,
        'no month: shifted row without an amount': 83,
      },
    });
    expect(made.rows.every(({ url }) => String(url).startsWith('http://www.ccgp-shandong.gov.cn/'))).toBe(
      true,
    );
  });
});
