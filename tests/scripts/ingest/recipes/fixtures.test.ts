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

const columns = ({ fields, rows }: Ingested, ...names: string[]): unknown[][] =>
  rows.map((row) => names.map((name) => row[fields.findIndex((field) => field.name === name)] ?? null));

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

test('every file that is a recipe is in the list, and has a test in this folder', () => {
  const folder = 'scripts/ingest/recipes';
  const made = readdirSync(folder).filter((file) =>
    /: Recipe = \{/.test(readFileSync(`${folder}/${file}`, 'utf8')),
  );
  expect(
    made
      .map((file) => file.replace(/\.ts$/, '').replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`))
      .sort(),
  ).toEqual(RECIPES.map(({ name }) => name).sort());
  const tests = readdirSync(import.meta.dirname)
    .map((file) => readFileSync(`${import.meta.dirname}/${file}`, 'utf8'))
    .join('\n');
  for (const { name } of RECIPES)
    expect(
      tests.includes(`\ntest('${name}: `),
      `a test whose name begins with "${name}: " runs the recipe on a few rows, in this folder`,
    ).toBe(true);
});
