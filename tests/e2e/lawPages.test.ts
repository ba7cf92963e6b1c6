import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { text } from '../../src/model/row.ts';
import { isInForce, lawTexts, ORDER, tierOf } from '../../src/published/lawRecord.ts';
import { readRows } from '../../src/published/readCatalogue.ts';
import { PHONE, useSite } from './site.ts';

const site = useSite();
const texts = lawTexts();

/** The ids of the texts that the history shows. */
const listed = (page: Page): Promise<string[]> =>
  page.locator('.law-texts > li:visible').evaluateAll((items) => items.map(({ id }) => id));

const idsOf = (fits: (policy: (typeof texts)[number]) => boolean): string[] =>
  texts.filter(fits).map((policy) => text(policy, 'id'));

describe('the four questions of an official, on a phone, in Chinese', () => {
  test('are one tap away from home, each with its answer and its article', async () => {
    const page = await site.open('/zh/', { viewport: PHONE });
    await page.getByRole('link', { name: '四个常见法规问题' }).click();
    await page.waitForURL(/\/zh\/law\/#answers$/);
    const answers = page.locator('.law-answers > section');
    expect(await answers.count()).toBe(4);
    for (const [at, answer, article] of [
      [0, /最长3年/, '《政府购买服务管理办法》第24条'],
      [1, /^不能。/, '《政府购买服务管理办法》第8条'],
      [2, /30日内付款/, '《保障中小企业款项支付条例》第9条'],
      [3, /签订后2个工作日内/, '《政府采购法实施条例》第50条'],
    ] as const) {
      const section = answers.nth(at);
      expect(await section.locator('.answer').textContent()).toMatch(answer);
      expect(await section.getByRole('link', { name: article, exact: true }).isVisible()).toBe(true);
    }
  });

  test('the link of an article leads to what it says, on the page of its text', async () => {
    const page = await site.open('/zh/law/', { viewport: PHONE });
    await page
      .locator('#three-years')
      .getByRole('link', { name: /第24条/ })
      .first()
      .click();
    await page.waitForURL(/\/zh\/law\/cn-p-m-102-2020\/#ru-x-102-24$/);
    const row = page.locator('[id="ru-x-102-24"]');
    expect(await row.textContent()).toContain('可不超过3年');
    expect(await page.locator('#art-24').count()).toBe(1);
    // The page may scroll there smoothly.
    await page.waitForFunction(() => {
      const { top, bottom } = document.getElementById('ru-x-102-24')!.getBoundingClientRect();
      return top < innerHeight && bottom > 0;
    });
  });
});

test.each(['en', 'zh'])(
  'in %s, the picture names every Chinese text seen in force, in its level',
  async (language) => {
    const page = await site.open(`/${language}/law/`);
    for (const tier of ORDER) {
      const links = await page
        .locator(`.law-order > .${tier} > div > ul a`)
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')!.split('/').at(-2)!));
      expect(links.toSorted()).toEqual(
        idsOf((policy) => tierOf(policy) === tier && isInForce(policy)).toSorted(),
      );
    }
    const unknown = texts.filter((policy) => policy['status'] === 'unknown').length;
    expect(await page.locator('main').textContent()).toContain(String(unknown));
  },
);

test('a topic says first what binds, and unfolds the rest', async () => {
  const page = await site.open('/en/law/#payment');
  const topic = page.locator('section#payment');
  expect(await topic.locator('.binds .says').last().textContent()).toContain('30 days of delivery');
  const more = topic.locator('details').first();
  expect(await more.locator('.law-article').first().isVisible()).toBe(false);
  await more.locator('summary').click();
  expect(await more.locator('.law-article').first().isVisible()).toBe(true);
});

test('Order 102 says of which articles the number was not seen, and supplies none', async () => {
  const page = await site.open('/en/law/order-102/');
  const words = await page.locator('main').textContent();
  expect(words).not.toContain('article by article');
  const gaps = await page.locator('.gap').allTextContents();
  const missing = gaps
    .flatMap((gap) => [...gap.matchAll(/Articles? (\d+)(?: to (\d+))?: numbers? not seen/g)])
    .reduce((sum, [, from, to = from]) => sum + Number(to) - Number(from) + 1, 0);
  expect(words).toContain(`Of ${missing} others between them we saw no number`);
  expect(words).toContain('Articles 12 to 13: numbers not seen');
  expect(words).toContain('Articles 25 to 32: numbers not seen');
  const unnumbered = readRows('policy-articles').filter(
    (row) => row['policy'] === 'cn-p-m-102-2020' && row['article'] === null,
  );
  expect(await page.locator('#unnumbered .law-article').count()).toBe(unnumbered.length);
});

test('the page of a text says its status with the day and the source, and what replaced it', async () => {
  const page = await site.open('/en/law/ab-p-uk-pcr-2015/');
  const status = page.locator('dl > div').first();
  expect(await status.textContent()).toContain('Repealed, as of 24 February 2025');
  expect(await status.getByRole('link', { name: 'Source' }).getAttribute('href')).toContain('/sources/#');
  await page.getByRole('link', { name: 'Procurement Act 2023' }).first().click();
  await page.waitForURL(/\/law\/ab-p-uk-pa-2023\/$/);
  expect(
    await page
      .locator('dl')
      .getByRole('link', { name: /Public Contracts Regulations 2015/ })
      .count(),
  ).toBe(1);
});

describe('the history', () => {
  test('is narrowed by several choices at once; list, years and address follow', async () => {
    const page = await site.open('/zh/law/history/');
    expect((await listed(page)).length).toBe(texts.length);
    await page.locator('select[name=status]').selectOption('in-force');
    await page.locator('select[name=level]').selectOption('order');
    await page.waitForURL(/level=order&status=in-force|status=in-force&level=order/);
    const expected = idsOf((policy) => tierOf(policy) === 'order' && isInForce(policy));
    expect((await listed(page)).toSorted()).toEqual(expected.toSorted());
    expect(await page.locator('.law-years [data-stands-for]:visible').count()).toBe(expected.length);
    expect(await page.locator('output').textContent()).toBe(`${expected.length} / ${texts.length}`);
    expect(await page.locator('[data-list-group] > h2:visible').count()).toBeLessThan(expected.length + 1);
    await page.reload();
    expect((await listed(page)).length).toBe(expected.length);
    await page.goBack();
    await page.waitForFunction(() => !location.search.includes('level'));
    expect((await listed(page)).length).toBe(idsOf(isInForce).length);
    await page.locator('[data-clear]').click();
    expect((await listed(page)).length).toBe(texts.length);
    expect(page.url()).not.toContain('?');
  });

  test('a place brings the places within it, and years part what is dated', async () => {
    const page = await site.open('/en/law/history/?place=guangdong&from=2020&to=2023');
    const shown = await listed(page);
    expect(shown).toContain('ru-p-gz-3-2020');
    expect(shown).toContain('cp-p-tianhe');
    expect(shown).not.toContain('gf-gd-measures-2012');
    expect(shown).not.toContain('law-p-gd-catalogue');
    await page.locator('a[data-twin]').click();
    await page.waitForURL(/\/zh\/law\/history\/\?place=guangdong&from=2020&to=2023$/);
    expect(await listed(page)).toEqual(shown);
  });

  test('is a complete list without JavaScript', async () => {
    const page = await site.open('/en/law/history/', { javaScriptEnabled: false });
    expect((await listed(page)).length).toBe(texts.length);
    expect(await page.locator('form[data-list-filters]').isVisible()).toBe(false);
  });
});

test('abroad, each topic is beside what binds here, or says that none was found', async () => {
  const page = await site.open('/en/law/abroad/');
  expect(await page.locator('main section').count()).toBe(13);
  expect(await page.locator('section#disclosure').textContent()).toContain('England');
  expect(await page.locator('section#complaints').textContent()).toContain('We found no text abroad');
});

test.each(['en', 'zh'])(
  'in %s, the old address of the list of policies leads to the law',
  async (language) => {
    const page = await site.open(`/${language}/policies/`);
    await page.waitForURL(`${site.address}/${language}/law/`);
  },
);

test('no request left the site and no script failed', () => expect(site.errors).toEqual([]));
