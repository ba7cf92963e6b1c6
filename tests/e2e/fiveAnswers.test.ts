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

test('a case with fewer than three answers is listed as a short note of its country, and is narrowed with the others', async () => {
  const page = await site.open('/en/cases/');
  const notes = page.locator('.short-notes');
  expect(await notes.locator('h3').allTextContents()).toEqual(['Netherlands']);
  expect(await notes.locator('.cards > li a').first().getAttribute('href')).toMatch(
    /\/en\/cases\/netherlands\/$/,
  );
  await page.getByLabel('Kind').selectOption({ label: 'China' });
  await page.waitForURL(/kind=domestic/);
  expect(await notes.isVisible()).toBe(false);
});

test('the comparison begins with the five answers', async () => {
  const page = await site.open('/en/compare/');
  expect((await page.locator('tbody th').allTextContents()).slice(0, 5)).toEqual([
    'What was bought',
    'From whom',
    'How',
    'At what price',
    'With what result',
  ]);
  expect(await page.locator('tbody td[data-place="nanhai"]').first().textContent()).toContain('441');
});

test('no request left the site and no script failed', () => expect(site.errors).toEqual([]));
