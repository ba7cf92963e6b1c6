import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { classOfTitle, readTitleRules } from '../../../../scripts/ingest/names/chineseTitle.ts';
import { readCodelists } from '../../../../scripts/lib/codelists.ts';

const TABLE = readFileSync('data/service-categories/chinese_title_rules.csv', 'utf8');

describe('what a Chinese title says is bought', () => {
  test.each([
    ['某路道路工程施工监理', 'construction', 'services', 'engineering'],
    ['某某中心EPC工程总承包(第2次招标)', 'construction', 'works', null],
    ['某某检测产业园项目场平及支护工程', 'construction', 'works', null],
    ['某某小区建设项目检测', 'construction', 'services', 'engineering'],
    ['某某养老综合服务PPP示范项目家具采购', 'construction', 'goods', null],
    ['某某污水处理厂设备更新项目可研及初设编制', 'construction', 'services', 'engineering'],
    ['某某农田建设项目', 'construction', 'works', null],
    ['某某农田建设项目', 'general', 'works', null],
    ['某某街道居家养老服务', 'general', 'services', 'elderly-care'],
    ['某某街道社工站运营服务', 'general', 'services', 'social-work-and-community'],
    ['某某医院信息系统项目', 'general', 'goods', null],
    ['某某医院信息系统运维服务', 'general', 'services', 'information-technology'],
    ['某某事项', 'general', null, null],
    ['', 'construction', null, null],
  ] as const)('%s, on a board of %s', (title, board, category, field) => {
    expect(classOfTitle(title, board)).toMatchObject({ category, field });
  });

  test('the rule that said so is named, and is in the table', () => {
    expect(classOfTitle('某路道路工程施工监理', 'construction').rule).toBe('title-professional-service');
    expect(TABLE).toContain('\ntitle-professional-service,');
  });
});

test('every field that a rule gives is a code of the list, and orders count from 1', () => {
  const rows = Papa.parse<Record<string, string>>(TABLE, { header: true, skipEmptyLines: true }).data;
  const fields = Object.keys(readCodelists('.').lists['service-field']!);
  for (const step of ['class', 'field']) {
    const own = rows.filter((row) => row['step'] === step);
    expect(own.map(({ order }) => Number(order))).toEqual(own.map((_, index) => index + 1));
    if (step === 'field') expect(own.filter(({ code }) => !fields.includes(code!))).toEqual([]);
  }
});

test.each([
  ['x,class,1,good,any,a,', /row 2, code: "good" is not one of goods, services, works/],
  ['x,kind,1,goods,any,a,', /row 2, step: "kind" is not one of class, field/],
  ['x,class,1,goods,all,a,', /row 2, board: "all" is not one of any, construction, general/],
  ['x,class,1,goods,any,(,', /row 2, pattern: "\(" is not a regular expression/],
  ['x,class,1,goods,any,a,@y', /row 2, unless: "@y" is not the id of a rule after @/],
])('a fault in the table is named: %s', (row, message) => {
  expect(() => readTitleRules(`id,step,order,code,board,pattern,unless\n${row}\n`)).toThrow(message);
});
