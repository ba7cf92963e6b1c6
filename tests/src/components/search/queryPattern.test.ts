import { expect, test } from 'vitest';
import { queryPattern } from '../../../../src/components/search/queryPattern.ts';

const found = (query: string, text: string, synonyms = {}): boolean =>
  queryPattern(query, synonyms)?.test(text) ?? false;

test.each([
  '国办发〔2013〕96号',
  '国办发[2013]96号',
  '国办发（2013）96号',
  '国办发 2013 96号',
  '国办发2013第96号',
])('%s finds the number as it is printed', (query) => {
  expect(found(query, '依据国办发〔2013〕96号文件')).toBe(true);
  expect(found(query, '依据国办发〔2013〕 第 96 号文件')).toBe(true);
  expect(found(query, '依据国办发〔2013〕196号文件')).toBe(false);
  expect(found(query, '依据国办发〔2014〕96号文件')).toBe(false);
});

test('a number is found as a whole, with 第 or without', () => {
  expect(found('96号', '第96号')).toBe(true);
  expect(found('第96号', '96号')).toBe(true);
  expect(found('96号', '196号')).toBe(false);
  expect(found('2013', '20131')).toBe(false);
});

test('an article is found in either kind of numerals, and no other article', () => {
  for (const [query, text] of [
    ['第五十条', '第50条'],
    ['50条', '第五十条'],
    ['第 50 条', '第五十条'],
  ] as const)
    expect(found(query, text), query).toBe(true);
  for (const [query, text] of [
    ['第五十条', '第150条'],
    ['第十条', '第五十条'],
    ['第五条', '第十五条'],
    ['5条', '第15条'],
  ] as const)
    expect(found(query, text), query).toBe(false);
});

test('a word finds those of the same meaning inside a longer query, one way or both as the table says', () => {
  const synonyms = { 社工: ['社会工作'], 模板: ['范本'], 范本: ['模板'] };
  expect(found('社工流失率', '社会工作流失率', synonyms)).toBe(true);
  expect(found('社会工作', '社工', synonyms)).toBe(false);
  expect(found('范本', '模板', synonyms)).toBe(true);
  expect(found('模板', '范本', synonyms)).toBe(true);
});

test('regular expression syntax is ordinary text; a query of brackets alone finds nothing', () => {
  expect(found('1+1', '1+1')).toBe(true);
  expect(found('1+1', '111')).toBe(false);
  expect(found('a-b/c', 'a-b/c')).toBe(true);
  expect(queryPattern('（〔', {})).toBeUndefined();
});
