import { expect, test } from 'vitest';
import { findText } from '../../../../src/components/search/textSearch.ts';

const page = (path: string, text: string) => ({ path, title: '', text, filters: {} });
const pages = [
  page('/gaoming/', '高明区向社会组织购买养老服务，没有公布总额。'),
  page('/shenzhen/', '深圳市购买养老服务 合同逐年增加。'),
  page('/japan/', '日本的指定管理者制度。'),
];
const found = (query: string, cut?: (part: string) => string[]): string[] =>
  findText(pages, query, { ...(cut ? { cut } : {}) }).map((hit) => hit.page.path);

test('any part of a sentence is found, ignoring white space', () => {
  expect(found('买养老')).toEqual(['/gaoming/', '/shenzhen/']);
  expect(found('服务合同')).toEqual(['/shenzhen/']);
});
test('words separated by spaces are found in a page with all of them', () => {
  expect(found('深圳 养老')).toEqual(['/shenzhen/']);
});
test('where no page has all words, those with some are found', () => {
  expect(found('日本 养老')).toEqual(['/japan/', '/gaoming/', '/shenzhen/']);
});
test('a question without a match is segmented; the page with most of its words comes first', () => {
  const cut = (): string[] => ['高明', '怎样', '购买', '养老'];
  expect(found('高明怎样购买养老', cut)[0]).toBe('/gaoming/');
  expect(found('？？？', cut)).toContain('/gaoming/');
});
test('full-width characters and regular expression syntax are ordinary characters', () => {
  expect(found('（')).toEqual([]);
  expect(findText([page('/a/', 'GDP.* 增长')], 'ＧＤＰ.*')).toHaveLength(1);
});

test('parts with a space between them are found together and apart, together first by their score', () => {
  const both = [page('/apart/', '付款拖欠。另述合同。'), page('/together/', '合同付款。')];
  expect(findText(both, '合同 付款').map((hit) => hit.page.path)).toEqual(['/together/', '/apart/']);
});
test('a word finds those of the same meaning, in a query of several too', () => {
  const late = [page('/late/', '各镇付款拖延。')];
  const synonyms = { 拖欠: ['拖延'] };
  expect(findText(late, '拖欠')).toEqual([]);
  expect(findText(late, '拖欠', { synonyms })).toHaveLength(1);
  expect(findText(late, '付款 拖欠', { synonyms })).toHaveLength(1);
});
test('the part of the query in the title is counted', () => {
  const titled = [{ ...page('/a/', '正文'), title: '资金不足、拨付滞后' }];
  expect(findText(titled, '资金不足')[0]!.inTitle).toBe(1);
  expect(findText(titled, '资金不足 正文')[0]!.inTitle).toBe(0.5);
});
