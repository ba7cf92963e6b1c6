import { readdirSync, readFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { Sheet } from '../../../../scripts/ingest/read/sheet.ts';
import { RECIPES, recipeNamed } from '../../../../scripts/ingest/recipes/recipes.ts';
import { sheetsOf } from '../ingested.ts';
import { rowsOfSheets } from '../ingestedRows.ts';

const workbookOf = async (rows: (string | number | null | Date)[][], file: string): Promise<Sheet[]> =>
  sheetsOf(await writeXlsx({ sheets: [{ name: 'Sheet1', rows }] }), file);

test('a missing column of a recipe is reported with the existing ones', async () => {
  const sheets = await workbookOf(
    [
      ['標題', '契約金額', '契約を締結した日'],
      ['a', 1, '2020'],
    ],
    'x.xlsx',
  );
  await expect(rowsOfSheets(recipeNamed('japan'), sheets)).rejects.toThrow(
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
