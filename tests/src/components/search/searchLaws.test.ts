import { describe, expect, test } from 'vitest';
import { readSynonyms } from '../../../../scripts/prose/readSynonyms.ts';
import { lawEntries } from '../../../../scripts/site/lawEntries.ts';
import { lawsMeant } from '../../../../src/components/search/searchLaws.ts';
import { text } from '../../../../src/model/row.ts';
import { readRows } from '../../../../src/published/readCatalogue.ts';

const policies = readRows('policies');
const laws = lawEntries({
  policies,
  articles: readRows('policy-articles'),
  pages: policies.map((law) => ({ path: `/zh/law/${text(law, 'id')}/`, title: '', text: '', filters: {} })),
  language: 'zh',
});
const { en, zh } = readSynonyms(process.cwd());
const meant = (query: string): string[] =>
  lawsMeant(query, laws, { ...en, ...zh }).map(({ law, article }) =>
    [law.path.split('/').at(-2), ...(article ? [article.numbers.join()] : [])].join(' '),
  );

describe('a law is found by its number, in any brackets, whole or in part', () => {
  test.each([
    ...['〔2013〕', '[2013]', '（2013）', '(2013)', ' 2013 ', ' ', '【2013】', '2013年'].map(
      (year): [string, string] => [`国办发${year}96号`, 'cn-p-guide-96'],
    ),
    ['国办发〔2013〕第96号', 'cn-p-guide-96'],
    ['国务院办公厅96号文', 'cn-p-guide-96'],
    ['财库〔2021〕22号', 'ru-p-22-2021'],
    ['财库 2021 22', 'ru-p-22-2021'],
    ['102号', 'cn-p-m-102-2020'],
    ['102号令', 'cn-p-m-102-2020'],
    ['财政部令第102号', 'cn-p-m-102-2020'],
    ['财政部102号令', 'cn-p-m-102-2020'],
    ['主席令第43号', 'cn-p-charity-2016'],
    ['Order 102', 'cn-p-m-102-2020'],
    ['MOF Order No. 102', 'cn-p-m-102-2020'],
    ['State Council Decree 658', 'cn-p-gpr-2015'],
    ['Guo Ban Fa [2013] No. 96', 'cn-p-guide-96'],
    ['Guobanfa 2013 96', 'cn-p-guide-96'],
    ['SFS 2008:962', 'ab-p-se-lov-2009'],
    ['2014/24/EU', 'ab-p-eu-2014-24'],
  ])('%s', (query, id) => expect(meant(query)[0]).toBe(id));
});

describe('a law is meant by its name, and of several with that name the one in force comes first', () => {
  test.each([
    ['政府采购法', 'cn-p-gpl-2014'],
    ['《中华人民共和国政府采购法》', 'cn-p-gpl-2014'],
    ['招投标法', 'cn-p-tender-1999'],
    ['政府采购法实施条例', 'cn-p-gpr-2015'],
    ['政府购买服务管理办法', 'cn-p-m-102-2020'],
    ['政府向社会力量购买服务的指导意见', 'cn-p-guide-96'],
    ['慈善法', 'cn-p-charity-2023'],
    ['Government Procurement Law', 'cn-p-gpl-2014'],
    ['the PRC Government Procurement Law', 'cn-p-gpl-2014'],
    ['Budget Law', 'ru-p-budget-2018'],
  ])('%s', (query, id) => expect(meant(query)[0]).toBe(id));
});

describe('an article is meant by its number after the name or number of its law', () => {
  test.each([
    ['政府采购法 第五十条', 'cn-p-gpl-2014 50'],
    ['政府采购法第50条', 'cn-p-gpl-2014 50'],
    ['政府采购法的第三十一条第二款', 'cn-p-gpl-2014 31'],
    ['102号令 24条', 'cn-p-m-102-2020 24'],
    ['Order 102 Art. 24', 'cn-p-m-102-2020 24'],
    ['Order No. 102, Article 24', 'cn-p-m-102-2020 24'],
    ['Government Procurement Law art 52', 'cn-p-gpl-2014 52,53'],
    // The law is shown where the article is not in the table.
    ['政府采购法 第九百条', 'cn-p-gpl-2014'],
  ])('%s', (query, id) => expect(meant(query)[0]).toBe(id));
});

test.each([
  '',
  '号',
  '高明',
  '法',
  '管理办法',
  '单一来源',
  '102',
  '2019',
  '第五十条',
  'Art. 24',
  'order',
  '政府采购法 单一来源',
  '999号',
  '1962号令',
  'tender',
])('"%s" names no law', (query) => expect(meant(query)).toEqual([]));
