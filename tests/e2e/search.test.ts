/** Over 250 lines: the tests of the search share one built site and one browser. */
import { globSync, readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findText } from '../../src/components/search/textSearch.ts';
import { isRedirect } from '../../src/model/redirects.ts';
import type { LawEntry } from '../../src/model/lawEntry.ts';
import type { TextPage } from '../../src/model/textPage.ts';
import { shown, useSite } from './site.ts';

const site = useSite();

test.each([
  ['zh', '政府购买公共服务', /\/zh\/(glossary\/)?$/],
  ['zh', '购买服务', /\/zh\//],
  ['zh', '高明', /\/zh\/cases\/gaoming\/$/],
  ['zh', '养老', /\/zh\/(cases|countermeasures|problems)\//],
  ['en', 'single-source', /\/en\/(glossary|countermeasures|problems)\//],
  ['en', 'Gaoming', /\/en\/cases\/gaoming\/$/],
])('in %s, "%s" finds its page first', async (language, query, first) => {
  const page = await site.open(`/${language}/search/?q=${encodeURIComponent(query)}`);
  const result = page.locator('.results li a').first();
  await result.waitFor();
  expect(new URL(await result.evaluate((a: HTMLAnchorElement) => a.href)).pathname).toMatch(first);
});

/**
 * Queries of officials and scholars in tests of the search, and the page they want.
 */
const METHOD = /\/countermeasures\/procurement-method\/$/;
const LATE_MONEY = /\/problems\/underfunding-and-late-payment\/$/;
const FUNDING = /\/countermeasures\/stable-funding\/$/;
const EVALUATION = /\/countermeasures\/performance-evaluation\/$/;
const DOCUMENTS = /\/documents\/(contract\/)?$/;
const ORDER_102 = /\/cn-p-m-102-2020\/$/;
const PROCUREMENT_LAW = /\/cn-p-gpl-2014\/$/;
const WANTED: [language: 'en' | 'zh', query: string, first: RegExp][] = [
  ['zh', '高明', /\/cases\/gaoming\/$/],
  ['zh', '高明 花了多少钱', /\/cases\/gaoming\/$/],
  ['zh', '多中心治理', /\/countermeasures\/polycentric-governance\/$/],
  ['zh', '第三方评估', EVALUATION],
  ['zh', '负面清单', /\/(law|countermeasures|problems|documents)\//],
  ['zh', '竞争性磋商', METHOD],
  ['zh', '公益创投', /\/cases\//],
  ['zh', '家庭综合服务中心 价格', /\/(prices|cases\/guangzhou)\/$/],
  ['zh', '社工流失率', /\/(problems\/staff-turnover|cases\/shenzhen)\/$/],
  ['zh', '单一来源', METHOD],
  ['zh', '承接主体', /\/(problems|countermeasures)\/.*providers\/$/],
  ['zh', '付款', FUNDING],
  ['zh', '社工站 双百', /\/cases\/(guangzhou|gaoming)\/$/],
  ['zh', '政府采购法', PROCUREMENT_LAW],
  ['zh', '政府采购法 第五十条', /\/cn-p-gpl-2014\/#ru-x-gpl-50$/],
  ['zh', '国办发 96号', /\/cn-p-guide-96\/$/],
  ['zh', '国办发[2013]96号', /\/cn-p-guide-96\/$/],
  ['zh', '财库（2021）22号', /\/ru-p-22-2021\/$/],
  ['zh', '财政部令第102号', ORDER_102],
  ['zh', '102号', ORDER_102],
  ['zh', '政府购买服务管理办法', ORDER_102],
  ['zh', '招投标法', /\/cn-p-tender-1999\/$/],
  ['zh', '流标 没人投标', METHOD],
  ['zh', '流标', /\/problems\/competition-in-name\/$|\/countermeasures\/procurement-method\/$/],
  ['zh', '合同范本', DOCUMENTS],
  ['zh', '合同模板', DOCUMENTS],
  ['zh', '采购需求', /\/documents\/requirements\/$/],
  ['zh', '评分表', /\/documents\/scoring\/$/],
  ['zh', '依申请公开', /\/documents\/request-gaoming\/$/],
  ['zh', '拖欠', LATE_MONEY],
  ['zh', '拖欠 付款', LATE_MONEY],
  ['zh', '绩效评价', EVALUATION],
  ['zh', '财力不足', LATE_MONEY],
  ['zh', '养老服务 单价', /\/prices\/$/],
  ['en', 'contract template', DOCUMENTS],
  ['en', 'late payment', LATE_MONEY],
  ['en', 'arrears', LATE_MONEY],
  ['en', 'single bidder', /\/problems\/competition-in-name/],
  ['en', 'Sweden counties choice', /\/cases\/sweden\/$/],
  ['en', 'Guangdong catalogue 2012', /\/problems\/weak-legal-basis\/$|\/cases\/gaoming\/$/],
  ['en', 'vouchers', /\/cases\/(south-korea|hong-kong)\/$/],
  ['en', 'Gaoming GDP', /\/charts\/gaoming-through-time\/$|\/cases\/gaoming\/$/],
  ['en', 'insourcing', /\/cases\/united-states\/$/],
  ['en', 'price per hour home care Haishu', /\/cases\/ningbo-haishu\/$/],
  ['en', 'polycentric governance', /\/countermeasures\/polycentric-governance\/$/],
  ['en', 'Government Procurement Law', PROCUREMENT_LAW],
  ['en', 'Order 102 Art. 24', /\/cn-p-m-102-2020\/#ru-x-102-24$/],
];
test.each(WANTED)('in %s, "%s" has the page that is wanted first', async (language, query, first) => {
  const page = await site.open(`/${language}/search/?q=${encodeURIComponent(query)}`);
  const result = page.locator('.results li a').first();
  await result.waitFor();
  expect(await result.getAttribute('href')).toMatch(first);
});

test.each(['en', 'zh'] as const)(
  'no entry of the %s synonyms stands for words that no page has',
  (language) => {
    const texts = JSON.parse(readFileSync(`dist/search/${language}.json`, 'utf8')) as TextPage[];
    const synonyms = (
      JSON.parse(readFileSync('dist/search/synonyms.json', 'utf8')) as Record<
        string,
        Record<string, string[]>
      >
    )[language]!;
    const found = (word: string): boolean => findText(texts, word, { synonyms }).length > 0;
    expect(Object.keys(synonyms).length).toBeGreaterThan(10);
    expect(Object.keys(synonyms).filter((word) => !found(word))).toEqual([]);
  },
);

test.each(['en', 'zh'])('every law and article that the %s search leads to is there', (language) => {
  const laws = JSON.parse(readFileSync(`dist/search/${language}.laws.json`, 'utf8')) as LawEntry[];
  const missing = laws.flatMap(({ path, articles }) => {
    const page = readFileSync(`dist${path}index.html`, 'utf8');
    return articles
      .map((article) => article.path.replace(`${path}#`, ''))
      .filter((id) => !page.includes(`id="${id}"`));
  });
  expect(laws.length).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});

/** A pseudo-random generator in [0, 1) with a fixed seed. @see https://en.wikipedia.org/wiki/Linear_congruential_generator */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1664525 + 1013904223) % 2 ** 32) / 2 ** 32;
}

test('300 random strings of two to six 汉字 from the pages are each found in their page', () => {
  const texts = JSON.parse(readFileSync('dist/search/zh.json', 'utf8')) as TextPage[];
  const random = seeded(20261124);
  const pages = globSync('zh/{cases,problems,countermeasures}/*/index.html', { cwd: 'dist' })
    .filter((path) => !isRedirect(path))
    .sort();
  const missed: string[] = [];
  for (let drawn = 0; drawn < 300; drawn += 1) {
    const page = pages[Math.floor(random() * pages.length)]!;
    const { document } = parseHTML(readFileSync(`dist/${page}`, 'utf8'));
    for (const tip of [...document.querySelectorAll('.tip, [data-pagefind-ignore], svg')]) tip.remove();
    const runs = [...document.querySelectorAll('.prose p, .prose li, .lead')].flatMap(
      (element) => element.textContent!.match(/\p{Script=Han}{6,}/gu) ?? [],
    );
    const run = runs[Math.floor(random() * runs.length)]!;
    const length = 2 + Math.floor(random() * 5);
    const piece = run.slice(0, length);
    const path = `/${page.replace(/index\.html$/, '')}`;
    if (!findText(texts, piece).some((hit) => hit.page.path === path)) missed.push(`${piece} (${path})`);
  }
  expect(missed).toEqual([]);
});

test.each([
  ['en', 'tendar', 'tender', /\/(cases|countermeasures)\//],
  ['en', 'purchse of servces', 'purchase of services', /\/en\//],
  ['en', 'gm', 'Gaoming', /\/cases\/gaoming\/$/],
  ['en', 'fs', 'Foshan', /\/en\/(cases|datasets)\//],
  ['zh', 'gm', '高明', /\/cases\/gaoming\/$/],
  ['zh', 'gaoming', '高明', /\/cases\/gaoming\/$/],
  ['zh', 'foshan', '佛山', /\/zh\/(cases|datasets)\//],
])('in %s, "%s" is read as %s', async (language, query, read, first) => {
  const page = await site.open(`/${language}/search/?q=${encodeURIComponent(query)}`);
  const result = page.locator('.results li a').first();
  await result.waitFor();
  expect(await page.locator('[data-search-status]').textContent()).toContain(read);
  expect(new URL(await result.evaluate((a: HTMLAnchorElement) => a.href)).pathname).toMatch(first);
});

test.each([
  ['en', 'commissioned', /\/en\/(cases|countermeasures|problems)\//],
  ['en', 'value_printed', /\/en\/datasets\//],
  ['en', 'Gaoming has the fewest people and grew least', /\/en\/charts\/five-districts-population\/$/],
  ['zh', '采购预算表', /\/zh\//],
  ['zh', '高明 养老', /\/zh\/cases\/gaoming\/$/],
  ['zh', '高明区如何购买养老服务', /\/zh\/cases\/gaoming\/$/],
])(
  'in %s, "%s" finds other forms of its words, columns and titles of charts',
  async (language, query, first) => {
    const page = await site.open(`/${language}/search/?q=${encodeURIComponent(query)}`);
    const result = page.locator('.results li a').first();
    await result.waitFor();
    expect(new URL(await result.evaluate((a: HTMLAnchorElement) => a.href)).pathname).toMatch(first);
  },
);

test('results are grouped by kind, each with the matching passage', async () => {
  const page = await site.open('/en/search/?q=tender');
  await page.locator('.results li').first().waitFor();
  const headings = await page.locator('.results h2').allTextContents();
  expect(headings[0]).toMatch(/^Cases \(\d+\)$/);
  expect(headings.length).toBeGreaterThan(2);
  await page.locator('.results section').first().locator('mark').first().waitFor();
  await page.getByRole('button', { name: /^All \d+: Cases$/ }).click();
  await page.waitForFunction(() => document.querySelectorAll('.results section').length === 1);
  await page.waitForURL(/kind=Cases/);
});

test('a filter narrows the results, shows how many remain, and is in the address', async () => {
  const page = await site.open('/en/search/?q=provider');
  const problems = page.locator('select[name=kind] option', { hasText: 'Problems' });
  await problems.waitFor({ state: 'attached' });
  const promised = Number(/\((\d+)\)/.exec((await problems.textContent())!)![1]);
  await page.locator('select[name=kind]').selectOption('Problems');
  await page.waitForFunction(() => document.querySelectorAll('.results section').length === 1);
  expect(await page.locator('.results li').count()).toBe(promised);
  await page.waitForURL(/kind=Problems/);
  await page.reload();
  await page.locator('.results li').first().waitFor();
  expect(await page.locator('.results h2').allTextContents()).toEqual([`Problems (${promised})`]);
  expect(await page.locator('select[name=kind]').inputValue()).toBe('Problems');
});

test('by keyboard: / focuses the box, arrows move through the results, Enter opens', async () => {
  const page = await site.open('/en/method/');
  await page.keyboard.press('/');
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('q');
  await page.keyboard.type('tender');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/en\/search\/\?q=tender$/);
  await page.locator('.results li').first().waitFor();
  await page.locator('main').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('/');
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('tender');
  await page.locator('.results li').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  const first = page.locator('.results li a').first();
  expect(await first.evaluate((a) => a === document.activeElement)).toBe(true);
  const target = await first.evaluate((a: HTMLAnchorElement) => a.href);
  await page.keyboard.press('Enter');
  await page.waitForURL(target);
});

test('where the header has no space for a box, / opens the search page', async () => {
  const page = await site.open('/zh/method/', { viewport: { width: 390, height: 800 } });
  expect(await page.locator('[data-search-box]').isVisible()).toBe(false);
  await page.keyboard.press('/');
  await page.waitForURL(/\/zh\/search\/$/);
});

test('the box of the header needs no script', async () => {
  const page = await site.open('/zh/cases/gaoming/', { javaScriptEnabled: false });
  await page.locator('[data-search-box]').fill('养老');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/zh/search/?q=${encodeURIComponent('养老')}`);
});

test('the key can be turned off', async () => {
  const page = await site.open('/en/search/');
  await page.getByRole('checkbox', { name: 'Use the / key' }).uncheck();
  await page.goto(`${site.address}/en/method/`);
  await shown(page);
  // The page handles a key before `press` returns, so the box would already have the focus.
  await page.keyboard.press('/');
  const box = page.locator('[data-search-box]');
  expect(await box.evaluate((element) => element === document.activeElement)).toBe(false);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await shown(page);
  await page.keyboard.press('/');
  expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
});

test.each([
  ['en', 'xylophonist', 'Nothing found', 'Search for it in Chinese'],
  ['zh', '木琴演奏家', '没有找到', '改用英文页检索'],
])('in %s, "%s" is not found, and the page makes suggestions', async (language, query, words, twin) => {
  const page = await site.open(`/${language}/search/?q=${encodeURIComponent(query)}`);
  await page.getByRole('heading', { name: words }).waitFor();
  const link = page.getByRole('link', { name: twin });
  expect(await link.getAttribute('href')).toContain(encodeURIComponent(query));
});

test('where a filter leaves no result, the page offers to remove it', async () => {
  const page = await site.open('/en/search/?q=tender&kind=About');
  await page.getByRole('button', { name: 'Look without the filters' }).click();
  await page.locator('.results li').first().waitFor();
  await page.waitForURL(/\?q=tender$/);
});

test('while a reader types, the results follow the words', async () => {
  const listed = (of: Page): Promise<string[]> =>
    of.locator('.results li a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  const asked = await site.open('/en/search/?q=tender');
  await asked.locator('.results li a').first().waitFor();
  const wanted = await listed(asked);
  const page = await site.open('/en/search/');
  await page.locator('select[name=kind] option:nth-child(2)').waitFor({ state: 'attached' });
  await page.locator('#q').pressSequentially('ten', { delay: 50 });
  await page.waitForURL(/\?q=ten$/);
  await page.locator('.results li a').first().waitFor();
  expect(await listed(page)).not.toEqual(wanted);
  await page.locator('#q').pressSequentially('der', { delay: 50 });
  await expect.poll(() => listed(page)).toEqual(wanted);
});

test('no request left the site and no script failed', () => expect(site.errors).toEqual([]));

test.each(['en', 'zh'])('in the %s index no number is joined to a note number', (language) => {
  const pages = JSON.parse(readFileSync(`dist/search/${language}.json`, 'utf8')) as {
    path: string;
    text: string;
  }[];
  const { text } = pages.find(({ path }) => path === `/${language}/cases/gaoming/`)!;
  expect(text).toContain(
    language === 'en' ? 'was 420,044 in 2010 and 469,038 in 2020' : '2010 年为 420044 人，',
  );
});
