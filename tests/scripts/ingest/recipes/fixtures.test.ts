import { readdirSync, readFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { inputsOf } from '../../../../scripts/ingest/read/input.ts';
import { readSheets } from '../../../../scripts/ingest/read/read.ts';
import type { Sheet } from '../../../../scripts/ingest/read/sheet.ts';
import { RECIPES, recipeNamed } from '../../../../scripts/ingest/recipes/recipes.ts';
import { ingestedRecipe, sheetsOf, type IngestedTable as Ingested } from '../ingested.ts';

/** Runs a recipe on the shortened real rows without persons in tests/fixtures/ingest. */
async function run(name: string): Promise<Ingested> {
  const recipe = recipeNamed(name);
  const sheets: Sheet[] = [];
  for (const input of inputsOf(['tests/fixtures/ingest']))
    if (recipe.files.test(input.file)) sheets.push(...(await readSheets(input)));
  return ingestedRecipe(recipe, sheets);
}

/** The rows that the recipe repaired or split, as the ledger counts them. */
const repairs = ({ ledger }: Ingested): [string, number][] =>
  ledger.rules.filter(({ rule }) => rule.startsWith('row-')).map(({ rule, cells }) => [rule, cells]);

const columns = ({ fields, rows }: Ingested, ...names: string[]): unknown[][] =>
  rows.map((row) => names.map((name) => row[fields.findIndex((field) => field.name === name)] ?? null));

test('oxford: the quarter is the file’s, a line without amount is dropped, a kind has its rule', async () => {
  const made = await run('oxford');
  expect(made.ledger).toMatchObject({ rows_in: 6, rows_out: 5, rows_dropped: { 'no amount': 1 } });
  expect(
    columns(made, 'quarter', 'date', 'provider', 'provider_kind', 'provider_kind_rule', 'amount'),
  ).toEqual([
    ['2014-Q1', '2014-01-28', 'CgMs Ltd.', 'private', 'limited-company', 100565.4],
    ['2014-Q1', '2014-02-11', 'Redacted personal data', 'unknown', 'redacted-or-none', 552],
    ['2014-Q1', '2014-02-11', 'KONE PLC', 'for-profit', 'public-limited-company', 1826.28],
    ['2014-Q1', '2014-03-25', 'PHS GROUP PLC', 'for-profit', 'public-limited-company', 2164.65],
    [
      '2014-Q1',
      '2014-03-25',
      'SOUTH OXFORDSHIRE DISTRICT COUNCIL',
      'public-body',
      'council-or-government',
      6358.5,
    ],
  ]);
});

test('lambeth: names, dates and amounts run together are split, and every part has its own id', async () => {
  const made = await run('lambeth');
  const rows = columns(made, 'id', 'month', 'date', 'provider', 'amount');
  expect(rows.slice(1, 3)).toEqual([
    ['lambeth-2011-11-payments-4', '2011-11', null, 'Gerda Security Products Ltd', 991],
    ['lambeth-2011-11-payments-4-2', '2011-11', null, 'W C Evans & Sons Ltd', 990],
  ]);
  expect(rows.at(-1)).toEqual([
    'lambeth-2012-06-payments-17',
    '2012-06',
    '2012-05-29',
    'Inter High Education/Academy21',
    740,
  ]);
  expect(repairs(made)).toEqual([
    ['row-repaired', 2],
    ['row-split', 12],
  ]);
  // The grand total of November's eleven lines and the one before them, that of June, and no row for its title.
  expect(made.ledger.rows_dropped).toEqual({ total: 2 });
  expect(rows.reduce((sum, row) => sum + (row[1] === '2011-11' ? Number(row[4]) : 0), 0)).toBeCloseTo(
    2847455.89,
    2,
  );
});

test('philadelphia: a surplus cell is repaired, a term repeated in a quarter is kept once', async () => {
  const made = await run('philadelphia');
  expect(made.ledger).toMatchObject({ rows_in: 4, rows_out: 3, rejects: 0 });
  expect(repairs(made)).toEqual([['row-repaired', 1]]);
  expect(columns(made, 'title', 'period', 'provider_kind', 'provider_kind_rule', 'amount')).toEqual([
    ['Placement Services', '2015-07-01/2016-06-30', 'nonprofit', 'profit-status-printed', 641255],
    ['Additional User', '2016-03-31/2017-03-30', 'for-profit', 'profit-status-printed', 75572.05],
    ['Choice Neighborhood Outre', '2015-08-24/2016-08-23', 'nonprofit', 'profit-status-printed', 75000],
  ]);
});

test('yichang: a commitment is not an amount, and a repeated lot is kept once', async () => {
  const made = await run('yichang');
  expect(made.ledger.rows_dropped).toEqual({ 'same lot number again': 1 });
  expect(columns(made, 'date', 'amount', 'price_form', 'provider_form')).toEqual([
    ['2025-03-24', 20797381.58, 'price in yuan', '有限公司'],
    ['2025-03-21', null, 'rate or promise, no sum', '分公司'],
  ]);
});

test('notices: the day is in China’s time, the amount is that of the stage, the fuller of two with one id is kept', async () => {
  const made = await run('notices');
  expect(made.ledger.rows_dropped).toEqual({ 'same id again': 1 });
  expect(columns(made, 'date', 'notice_kind', 'method', 'amount', 'purchaser_level')).toEqual([
    ['2024-09-20', 'award', 'unknown', 52642100, 'unknown'],
    ['2024-12-31', 'tender', 'open-tender', 1500000, 'province'],
    ['2025-03-05', 'change', 'unknown', null, 'city'],
  ]);
});

const workbookOf = async (rows: (string | number | null | Date)[][], file: string): Promise<Sheet[]> =>
  sheetsOf(await writeXlsx({ sheets: [{ name: 'Sheet1', rows }] }), file);

test('shandong: a row that shifted to the left is read from its month, 万元 become yuan', async () => {
  const header =
    '序号 地区 标题 采购方式 项目类型 发布时间 子序号 采购项目名称 采购需求概况 预算金额(万元) 拟面向中小企业预留 预计采购时间 备注 Link';
  const title = '某某学院2026年01月(至)06月政府采购意向';
  const slipped = [
    1,
    '山东省本级',
    title,
    '',
    '',
    '2026-01-30 09:07:01',
    '档案整理服务',
    '整理档案。',
    '65.000000',
    '是',
    '2026年03月',
    '',
    '',
    '',
  ];
  const again = [2, ...slipped.slice(1)];
  const scraped = [
    3,
    '山东省本级',
    title,
    '',
    '',
    '',
    '采购项目名称',
    '采购需求概况',
    '',
    '',
    '',
    '',
    '',
    '',
  ];
  const made = await ingestedRecipe(
    recipeNamed('shandong'),
    await workbookOf([header.split(' '), slipped, again, scraped], 'shandong-intentions/x.xlsx.bak'),
  );
  expect(made.ledger.rows_dropped).toEqual({ 'header row repeated as data': 1, 'same intention again': 1 });
  expect(columns(made, 'purchaser', 'title', 'date', 'amount', 'amount_printed')).toEqual([
    ['某某学院', '档案整理服务', '2026-03', 650000, '65.000000'],
  ]);
});

test('japan: the officer’s column is dropped, the address cut off, a note or a foreign amount is not an amount of yen', async () => {
  const header = [
    '支出元府省',
    '物品役務等の名称\r\n及び数量',
    '契約担当官等の氏名',
    '契約を締結した日',
    '契約の相手方の商号又は名称及び住所',
    '随意契約によることとした理由',
    '契約金額',
    '応札・応募者数',
  ];
  const row = (
    amount: string | number,
    date: string | Date = new Date('2020-04-01T00:00:00Z'),
  ): (string | number | Date)[] => [
    '環境省',
    '調査業務',
    '山田某',
    date,
    '公益財団法人某研究所\r\n東京都千代田区某町１－１',
    '企画競争',
    amount,
    '1者',
  ];
  const made = await ingestedRecipe(
    recipeNamed('japan'),
    await workbookOf(
      [
        ['様式2-4', null],
        header,
        row(5000000),
        row('12,960円（単価契約）', '令和2年5月1日'),
        row('US$ 40,570.00'),
        row('単価契約'),
      ],
      'japan-nonprofit-contracts/r2_youshiki2-4.xlsx',
    ),
  );
  expect(made.ledger.columns_dropped).toEqual(['契約担当官等の氏名']);
  expect(
    columns(made, 'date', 'provider', 'provider_form', 'amount', 'amount_printed', 'fiscal_year'),
  ).toEqual([
    ['2020-04-01', '公益財団法人某研究所', '公益財団法人', 5000000, '5000000', 2020],
    ['2020-05-01', '公益財団法人某研究所', '公益財団法人', 12960, '12,960円（単価契約）', 2020],
    ['2020-04-01', '公益財団法人某研究所', '公益財団法人', null, 'US$ 40,570.00', 2020],
    ['2020-04-01', '公益財団法人某研究所', '公益財団法人', null, '単価契約', 2020],
  ]);
  expect(made.rows.flat().join()).not.toContain('山田');
});

test('a missing column of a recipe is reported with the existing ones', async () => {
  const sheets = await workbookOf(
    [
      ['標題', '契約金額', '契約を締結した日'],
      ['a', 1, '2020'],
    ],
    'x.xlsx',
  );
  await expect(ingestedRecipe(recipeNamed('japan'), sheets)).rejects.toThrow(
    /x\.xlsx#Sheet1 has no column for ministry .*標題/,
  );
});

test('every recipe has its own name, and a source and a place that exist', async () => {
  expect(new Set(RECIPES.map(({ name }) => name)).size).toBe(RECIPES.length);
  const ids = (path: string): Set<string> =>
    new Set(
      Papa.parse<string[]>(readFileSync(`data/${path}`, 'utf8'), { skipEmptyLines: true }).data.map(
        ([id]) => id!,
      ),
    );
  const [sources, places] = [ids('sources/sources.csv'), ids('places/places.csv')];
  for (const { source, place } of RECIPES)
    expect([sources.has(source), places.has(place)]).toEqual([true, true]);
});

test('every file that is a recipe is in the list, and has a test here', () => {
  const folder = 'scripts/ingest/recipes';
  const made = readdirSync(folder).filter((file) =>
    /: Recipe = \{/.test(readFileSync(`${folder}/${file}`, 'utf8')),
  );
  expect(made.map((file) => file.replace(/\.ts$/, '')).sort()).toEqual(
    RECIPES.map(({ name }) => name).sort(),
  );
  const tests = readFileSync(import.meta.filename, 'utf8');
  for (const { name } of RECIPES)
    expect(
      tests.includes(`\ntest('${name}: `),
      `a test whose name begins with "${name}: " runs the recipe on a few rows, here`,
    ).toBe(true);
});
