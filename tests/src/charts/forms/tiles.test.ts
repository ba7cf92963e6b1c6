import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chartById } from '../../../../src/charts/charts.ts';
import { provinceCodes, TILES } from '../../../../src/charts/forms/tiles.ts';
import { text, type Row } from '../../../../src/model/row.ts';
import { readRows } from '../../../../src/published/readCatalogue.ts';
import { rowsOf } from '../chartViews.ts';

if (!existsSync('public/data/index.json'))
  throw new Error('run `npm run compile` before the tests of charts');

test('every province-level unit of China has one tile of its own, with its name', () => {
  const provinces = readRows('places', 'places').filter(
    (row) => row['level'] === 'province' && text(row, 'code_system') === 'GB/T 2260',
  );
  expect(TILES.map(({ code }) => code).sort()).toEqual(provinces.map((row) => text(row, 'code')).sort());
  for (const unit of TILES) {
    const province = provinces.find((row) => row['code'] === unit.code)!;
    expect(unit.en).toBe(province['name_en']);
    expect(text(province, 'name_zh').startsWith(unit.zh), unit.zh).toBe(true);
  }
  for (const key of ['iso', 'abbreviation'] as const)
    expect(new Set(TILES.map((unit) => unit[key])).size).toBe(34);
  expect(new Set(TILES.map(({ x, y }) => `${x} ${y}`)).size).toBe(34);
});

test('a place belongs to the province above it; the nation and places abroad to none', () => {
  const codes = provinceCodes(readRows('places', 'places'));
  expect(codes.get('gaoming')).toBe('440000');
  expect(codes.get('gaoming-hecheng')).toBe('440000');
  expect(codes.get('taiwan')).toBe('710000');
  expect(codes.get('cn')).toBe('');
  expect(codes.get('jp')).toBe('');
});

const chart = chartById('province-tiles');
const isGuangdong = (row: Row): boolean => row['code'] === '440000';
test.each<[measure: string, change: (rows: Row[]) => Row[]]>([
  ['rules', (rows) => rows.map((row) => (isGuangdong(row) ? { ...row, value: 3 } : row))],
  ['rules', (rows) => rows.slice(0, 15)],
  ['notices', (rows) => [...rows, { ...rows[0]!, code: '810000', value: 1 }]],
  ['notices', (rows) => rows.map((row) => (row['code'] === '510000' ? { ...row, value: 300 } : row))],
  ['facts', (rows) => rows.map((row) => (isGuangdong(row) ? { ...row, value: 5 } : row))],
  ['places', (rows) => rows.slice(1)],
])('the title of the measure %s is refused where its rows contradict it', (measure, change) => {
  const view = { language: 'en', width: 640, controls: { measure } } as const;
  const rows = rowsOf(chart, view);
  expect(chart.holds(rows, view)).toBeUndefined();
  expect(chart.holds(change(rows), view)).toMatch(/\w+ \w+/);
});
