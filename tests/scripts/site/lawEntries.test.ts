import type { Row } from '../../../src/model/row.ts';
import { expect, test } from 'vitest';
import { articleNumbers, lawEntries } from '../../../scripts/site/lawEntries.ts';

const policies: Row[] = [
  { id: 'old', title_zh: '旧法', title_en: 'Old law', status: 'repealed', level: 'nation', date: '2020' },
  { id: 'local', title_zh: '地方法', title_en: 'Local', status: 'in-force', level: 'county', date: '2022' },
  {
    id: 'law',
    title_zh: '新法',
    title_en: 'New law',
    status: 'in-force',
    level: 'nation',
    date: '2019',
    number: '国办发〔2013〕96号',
    issuer: '国务院办公厅',
    what_zh: '内容',
    what_en: 'What it did',
  },
];
const articles = [
  { id: 'x-24', policy: 'law', article: '24', kind: 'text', says_zh: '三年', says_en: 'Three years' },
  { id: 'x-30', policy: 'law', article: '30', kind: 'text', says_zh: '公开', says_en: 'Publish' },
  { id: 'x-25', policy: 'law', article: '25', kind: 'reading', says_zh: '解读', says_en: 'Reading' },
  { id: 'x-0', policy: 'law', article: '', kind: 'text', says_zh: '无条号', says_en: 'No number' },
];
const page = (id: string) => ({
  path: `/zh/law/${id}/`,
  title: id,
  text: '',
  filters: { kind: ['法规'], place: ['全国'] },
});

test('a law leads to its page and its articles to their places there, what is in force first', () => {
  const pages = policies.map(({ id }) => page(String(id)));
  const entries = lawEntries({ policies, articles, pages, language: 'zh' });
  expect(entries.map(({ path }) => path)).toEqual(['/zh/law/law/', '/zh/law/local/', '/zh/law/old/']);
  expect(entries[0]).toMatchObject({
    title: '新法',
    what: '内容',
    filters: page('law').filters,
    pinyin: 'guobanfa 2013 96',
    names: ['新法', 'New law'],
    articles: [
      { numbers: [24], path: '/zh/law/law/#x-24', says: '三年' },
      { numbers: [30], path: '/zh/law/law/#x-30', says: '公开' },
    ],
  });
});

test('a law without a page ends the build', () => {
  expect(() => lawEntries({ policies, articles, pages: [page('law')], language: 'zh' })).toThrow(
    'the search cannot lead to "local" of policies: no page /zh/law/local/ is indexed',
  );
});

test.each([
  ['50', [50]],
  ['52-53', [52, 53]],
  ['55–57', [55, 56, 57]],
  ['15, 45', [15, 45]],
  ['10(5)', [10]],
  ['', []],
  ['2020', []],
  ['5-3', [5]],
])('article "%s" is %j', (written, numbers) => expect(articleNumbers(written)).toEqual(numbers));
