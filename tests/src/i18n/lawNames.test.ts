import { expect, test } from 'vitest';
import {
  articleName,
  articleReference,
  shortTextName,
  statusWords,
  textName,
} from '../../../src/i18n/lawNames.ts';
import { TIERS } from '../../../src/published/lawRecord.ts';
import { lawWords } from '../../../src/i18n/lawWords.ts';

test.each([
  ['24', '办法', 'Article 24', '第24条'],
  ['10(5)', '办法', 'Article 10(5)', '第10条第（5）项'],
  ['52-53', '政府采购法', 'Articles 52–53', '第52至53条'],
  ['15, 45', '条例', 'Articles 15 and 45', '第15、45条'],
  ['2', '关于坚决制止违法违规融资的通知', 'Section 2', '第2部分'],
  ['', '办法', 'article number not seen', '条号未见'],
])('the article "%s" of a %s', (article, title, en, zh) => {
  expect(articleName(article, title, 'en')).toBe(en);
  expect(articleName(article, title, 'zh')).toBe(zh);
});

test('a text is named with its number, where it has one', () => {
  expect(textName('政府购买服务管理办法', '财政部令第102号', 'zh')).toBe(
    '政府购买服务管理办法（财政部令第102号）',
  );
  expect(textName('Procurement Act 2023', '', 'en')).toBe('Procurement Act 2023');
});

test.each([
  ['中华人民共和国政府采购法（2014年修正）', '政府采购法'],
  ['保障中小企业款项支付条例（2025年修订）', '保障中小企业款项支付条例'],
  ['政府购买服务管理办法（暂行）', '政府购买服务管理办法（暂行）'],
  ['Budget Law, as amended in 2018', 'Budget Law'],
  [
    'Regulation on Disclosure of Government Information, revised in 2019',
    'Regulation on Disclosure of Government Information',
  ],
])('%s is cited as %s', (title, short) => expect(shortTextName(title)).toBe(short));

test('an article is cited with its text', () => {
  const title = {
    en: 'Government Procurement Law, as amended in 2014',
    zh: '中华人民共和国政府采购法（2014年修正）',
  };
  expect(articleReference('50', title, 'zh')).toBe('《政府采购法》第50条');
  expect(articleReference('50', title, 'en')).toBe('Government Procurement Law, Article 50');
  expect(articleReference('', title, 'zh')).toBe('《政府采购法》（条号未见）');
});

test('a status is given with the day for which it was seen', () => {
  expect(statusWords('现行有效', '2025-02-28', 'zh')).toBe('现行有效（2025 年 2 月 28 日）');
  expect(statusWords('Not known', '', 'en')).toBe('Not known');
});

test.each(['en', 'zh'] as const)('every level has a name in %s', (language) => {
  expect(Object.keys(lawWords(language).tiers)).toEqual([...TIERS]);
});
