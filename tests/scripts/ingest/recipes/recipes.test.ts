import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Cell, Row } from '../../../../src/model/row.ts';
import { inputsOf } from '../../../../scripts/ingest/read/input.ts';
import { readSheets } from '../../../../scripts/ingest/read/read.ts';
import type { Sheet } from '../../../../scripts/ingest/read/sheet.ts';
import { recipeNamed } from '../../../../scripts/ingest/recipes/recipes.ts';
import { ingestedRecipe, type IngestedTable as Ingested } from '../ingested.ts';

const RAW = '../shared/raw';
const absent = !existsSync(RAW);
if (absent)
  console.warn(`skipped: the raw files are not there (${RAW}), so the recipes are not tried on them`);

type Sums = Record<string, { rows: number; amount: number }>;

/** Runs a recipe on all its raw files. */
async function run(name: string, folder: string): Promise<Ingested> {
  const recipe = recipeNamed(name);
  const sheets: Sheet[] = [];
  for (const input of inputsOf([`${RAW}/${folder}`]))
    if (recipe.files.test(input.file)) sheets.push(...(await readSheets(input)));
  return ingestedRecipe(recipe, sheets);
}

const recordsOf = ({ fields, rows }: Ingested): Row[] =>
  rows.map((row) => Object.fromEntries(fields.map(({ name }, index) => [name, row[index] ?? null])));

/** Rows and sums of a table by a key. */
function sums(records: readonly Row[], key: (row: Row) => string, rows: string | null, amount: string): Sums {
  const made: Sums = {};
  for (const row of records) {
    const sum = (made[key(row)] ??= { rows: 0, amount: 0 });
    sum.rows += rows === null ? 1 : Number(row[rows]);
    sum.amount = Number((sum.amount + Number(row[amount] ?? 0)).toFixed(2));
  }
  return made;
}

/** A table of `data/`, as published. */
const published = (path: string): Row[] =>
  Papa.parse<Record<string, Cell>>(readFileSync(`data/${path}`, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;

/**
 * Keys for which two totals differ, with our surplus.
 * @param unit the rounding of the published totals
 */
function differences(ours: Sums, theirs: Sums, unit = 0.01): Sums {
  const keys = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
  const none = { rows: 0, amount: 0 };
  return Object.fromEntries(
    keys.flatMap((key) => {
      const [a, b] = [ours[key] ?? none, theirs[key] ?? none];
      const more = {
        rows: a.rows - b.rows,
        amount: Number((Math.round((a.amount - b.amount) / unit) * unit + 0).toFixed(2)) + 0,
      };
      return more.rows === 0 && more.amount === 0 ? [] : [[key, more]];
    }),
  );
}

/** Checks for every recipe: no reject, a unique id per row, and no e-mail, mobile number or titled person in any cell. */
function isSound(ingested: Ingested): void {
  expect(ingested.rejects).toEqual([]);
  const records = recordsOf(ingested);
  expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
  const all = ingested.rows.map((row) => row.join('\u001f')).join('\n');
  expect(all).not.toMatch(/[\w.+-]+@[\w-]+\.[a-z]{2,}/i);
  expect(all).not.toMatch(/(?<![\d.a-f-])1[3-9]\d{9}(?![\d.a-f])/);
  for (const { provider } of records)
    expect(String(provider)).not.toMatch(/^(Mr|Mrs|Ms|Miss|Dr)\b\.? (?!.*\b(school|ltd|limited)\b)/i);
}

describe.skipIf(absent)('notices', () => {
  let made: Ingested;
  beforeAll(async () => void (made = await run('notices', 'china-notices')));
  test('rows', () => {
    isSound(made);
    expect(made.ledger).toMatchObject({
      rows_in: 3171,
      rows_out: 1918,
      rows_dropped: { 'same id again': 1197, 'same title, buyer and day': 55, 'armed forces, left out': 1 },
    });
    expect(made.fields.map(({ name }) => name).join()).not.toMatch(/tel|person/i);
  });
  test('notices and sums by stage are those of data/china-notices', () => {
    const ours = sums(recordsOf(made), (row) => String(row['notice_kind']), null, 'amount');
    const theirs = sums(
      published('china-notices/china_notices_by_kind.csv'),
      (row) => String(row['notice_kind']),
      'rows',
      'amount_cny',
    );
    expect(differences(ours, theirs)).toEqual({});
  });
});

describe.skipIf(absent)('shandong', () => {
  let made: Ingested;
  beforeAll(async () => void (made = await run('shandong', 'shandong-intentions')));
  test('rows', () => {
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
  });
  test('intentions and sums by month are those of data/shandong-intentions', () => {
    const ours = sums(recordsOf(made), ({ date }) => String(date), null, 'amount');
    const theirs = sums(
      published('shandong-intentions/shandong_by_month_class.csv'),
      (row) => String(row['planned_month']),
      'rows',
      'amount_cny',
    );
    expect(differences(ours, theirs)).toEqual({});
  });
});
