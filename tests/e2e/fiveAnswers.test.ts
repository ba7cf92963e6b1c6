import { expect, test } from 'vitest';
import { PHONE, useSite } from './site.ts';

const site = useSite();

test.each([
  [
    'en',
    ['What was bought', 'From whom', 'How', 'At what price', 'With what result'],
    'CNY 160 million',
    'Not found',
  ],
  ['zh', ['买什么', '向谁买', '怎么买', '什么价格', '结果如何'], '1.6亿元', '暂缺资料'],
])(
  'a case opens with five answers in %s, with sources, years and where was looked',
  async (language, questions, price, gap) => {
    const page = await site.open(`/${language}/cases/nanhai/`, { viewport: PHONE, javaScriptEnabled: false });
    const answers = page.locator('.five-answers');
    expect(await answers.locator('dt').allTextContents()).toEqual(questions);
    const ofPrice = answers.locator('dl > div').nth(3);
    expect(await ofPrice.textContent()).toContain(price);
    expect(await ofPrice.locator('.year').textContent()).toBe('2017');
    await ofPrice.locator('.ref').first().click();
    expect(await page.locator(':target').getAttribute('id')).toMatch(/^note-\d+$/);
    const overKeyNumbers = await page
      .locator('.five-answers, .key-numbers')
      .evaluateAll((parts) => parts.map(({ className }) => className.split(' ')[0]));
    expect(overKeyNumbers).toEqual(['five-answers', 'key-numbers']);
    await page.goto(`${site.address}/${language}/cases/gaoming/`);
    const missing = answers.locator('.not-found');
    expect(await missing.count()).toBe(2);
    expect(await missing.first().locator('dd .soft').textContent()).toBe(gap);
    expect(await missing.first().locator('small').textContent()).toMatch(/2026/);
  },
);

test('a case is listed as a short note where fewer than three answers were found, and only there', async () => {
  const page = await site.open('/en/cases/');
  const listed = await page.locator('.cards > li').evaluateAll((items) =>
    items.map((item) => ({
      path: new URL(item.querySelector('a')!.href).pathname,
      isShort: item.closest('.short-notes') !== null,
    })),
  );
  for (const { path, isShort } of listed) {
    await page.goto(site.address + path);
    const found = await page.locator('.five-answers dl > div:not(.not-found)').count();
    expect([path, isShort]).toEqual([path, found < 3]);
  }
});

test('the comparison begins with the five answers', async () => {
  const page = await site.open('/en/compare/');
  const rows = await page.locator('tbody th').allTextContents();
  expect(rows.slice(0, 5).map((row) => row.trim())).toEqual([
    'What was bought',
    'From whom',
    'How',
    'At what price',
    'With what result',
  ]);
  expect(await page.locator('tbody td[data-place="nanhai"]').first().textContent()).toContain('441');
});

test('no request left the site and no script failed', () => expect(site.errors).toEqual([]));

test.each([
  ['en', 'The 6 sums found', 'Owens Co.'],
  ['zh', '查到的金额（6笔）', '株式会社オーエンス'],
])(
  'the page of a case lists the sums found with provider and source in %s',
  async (language, summary, provider) => {
    const page = await site.open(`/${language}/cases/japan/`);
    const sums = page.locator('.fact-box details', { hasText: summary });
    await sums.locator('summary').click();
    const one = sums.locator('li', { hasText: provider });
    expect(await one.locator('strong').textContent()).toMatch(/144\.249|14424\.9/);
    expect(await one.locator('.ref').getAttribute('href')).toMatch(/^#note-\d+$/);
    await page.goto(`${site.address}/${language}/cases/gaoming/`);
    expect(await page.locator('.fact-box', { hasText: /sums? found|查到的金额/ }).count()).toBe(0);
  },
);
