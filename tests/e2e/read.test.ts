import { describe, expect, test } from 'vitest';
import { DESKTOP, PHONE, useSite } from './site.ts';

const site = useSite();

describe.each([
  ['en', 'Read the Gaoming case', 'What to do next', '中文', 'CNY 71.1 billion'],
  ['zh', '阅读高明案例', '近期建议', 'English', '711 亿元'],
])('reading a case in %s', (language, button, lastSection, twin, gdp) => {
  test.each([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ])('from the home page, on a %s, without JavaScript', async (_name, viewport) => {
    const page = await site.open(`/${language}/`, { viewport, javaScriptEnabled: false });
    await page.getByRole('link', { name: button }).click();
    await page.waitForURL(`**/${language}/cases/gaoming/`);
    await page.getByRole('heading', { level: 2, name: lastSection }).waitFor();
    expect(await page.locator('.prose figure svg:visible').count()).toBeGreaterThan(0);
    const number = page.locator('.num', { hasText: gdp }).first();
    await number.hover();
    expect(await number.locator('.tip').isVisible()).toBe(true);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0);
  });

  test.each([390, 320])(
    'on a phone of %i pixels search and contents are in sight, without JavaScript',
    async (width) => {
      const page = await site.open(`/${language}/cases/gaoming/`, {
        viewport: { width, height: 844 },
        javaScriptEnabled: false,
      });
      const end = await page
        .locator('.site-header .tools a[href$="/search/"]')
        .evaluate((link) => link.getBoundingClientRect().right);
      expect(end).toBeLessThanOrEqual(width);
      await page.locator('.toc-narrow summary').click();
      await page.locator('.toc-narrow').getByRole('link', { name: lastSection }).click();
      await page.waitForFunction(() => document.querySelector(':target') !== null);
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBeLessThanOrEqual(0);
    },
  );

  test('a number leads to its note, and the note to its dataset', async () => {
    const page = await site.open(`/${language}/cases/gaoming/`, { javaScriptEnabled: false });
    await page.locator('.num > .ref', { hasText: gdp }).first().click();
    const note = page.locator(':target');
    expect(await note.getAttribute('id')).toMatch(/^note-\d+$/);
    const row = note.locator('details li', { hasText: 'gf-gm-2015-gdp' });
    expect(await row.isVisible()).toBe(false);
    await note.locator('summary').click();
    await row.getByRole('link').last().click();
    await page.waitForURL(`**/${language}/datasets/gaoming/*`);
  });

  test('a number shows its source at focus and at tap', async () => {
    const page = await site.open(`/${language}/cases/gaoming/`, { viewport: PHONE, hasTouch: true });
    const number = page.locator('.num', { hasText: gdp }).first();
    await number.locator('.ref').tap();
    const tip = number.locator('.tip');
    await tip.waitFor({ state: 'visible' });
    const box = (await tip.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(PHONE.width);
    await page.keyboard.press('Escape');
  });

  test('its translation is one click away', async () => {
    const page = await site.open(`/${language}/cases/gaoming/`);
    await page.getByRole('link', { name: twin, exact: true }).click();
    await page.waitForURL(`**/${language === 'en' ? 'zh' : 'en'}/cases/gaoming/`);
  });
});

test('the root picks the language of the browser, then the one chosen earlier', async () => {
  const page = await site.open('/', { locale: 'zh-CN' });
  await page.waitForURL(/\/zh\/$/);
  await page.getByRole('link', { name: 'English', exact: true }).click();
  await page.waitForURL(/\/en\/$/);
  await page.goto(site.address);
  await page.waitForURL(/\/en\/$/);
});

test('the theme is switched and stored', async () => {
  const page = await site.open('/en/method/', { colorScheme: 'light' });
  const background = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await background();
  await page.getByRole('button', { name: 'Light or dark' }).click();
  const dark = await background();
  expect(dark).not.toBe(light);
  await page.reload();
  expect(await background()).toBe(dark);
});

test('cases are filtered, and the choice is in the address', async () => {
  const page = await site.open('/en/cases/');
  const all = await page.locator('.cards > li:visible').count();
  await page.getByLabel('Kind').selectOption({ label: 'Abroad' });
  await page.waitForURL(/kind=foreign/);
  const abroad = await page.locator('.cards > li:visible').count();
  expect(abroad).toBeGreaterThan(0);
  expect(abroad).toBeLessThan(all);
  await page.goBack();
  await expect.poll(() => page.locator('.cards > li:visible').count()).toBe(all);
});

test('a case opens with key numbers, each with its year and a note, and says its summary once', async () => {
  const page = await site.open('/en/cases/nanhai/');
  const numbers = page.locator('.key-numbers > div');
  expect(await numbers.count()).toBe(5);
  expect(await numbers.locator('dd .ref').count()).toBe(5);
  for (const words of await numbers.locator('dt').allTextContents()) expect(words).toMatch(/\d{4}/);
  expect(await page.locator('article .lead').count()).toBe(0);
  expect(await page.locator('.fact-box details').count()).toBeGreaterThan(0);
  expect(await page.locator('.fact-box details[open]').count()).toBe(0);
  await page.goto(`${site.address}/zh/cases/gaoming/`);
  expect(await page.locator('.key-numbers .missing').textContent()).toContain('暂缺资料');
});

test('problems and countermeasures say what stands behind them, and the matrix leads in', async () => {
  for (const [kind, count] of [
    ['problems', 10],
    ['countermeasures', 11],
  ] as const) {
    const page = await site.open(`/en/${kind}/`);
    expect(await page.locator('.pieces > li').count()).toBe(count);
    expect(await page.locator('.pieces dl > div').count()).toBe(3 * count);
    await page.locator('main a[href$="/crossing/"]').click();
    await page.waitForURL(/crossing/);
    expect(await page.locator('header nav a[aria-current="page"]').textContent()).toContain('Matrix');
  }
});

test('on a phone the matrix is a list of problems with the names of their countermeasures', async () => {
  const page = await site.open('/en/crossing/', { viewport: PHONE });
  const [marks, names] = [page.locator('tbody td.mark'), page.locator('td.mark .name:visible')];
  expect(await names.count()).toBe(await marks.count());
  expect(await page.locator('td.where:visible').count()).toBe(10);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
});

test('two to four places are found by name and compared side by side, the choice in the address', async () => {
  const page = await site.open('/zh/compare/?places=gaoming,shenzhen,se');
  const shown = page.locator('thead th[data-place]:visible');
  expect(await shown.count()).toBe(3);
  const box = page.getByLabel('比较哪些地区');
  // A name of either language, or a part that only one name has.
  await box.fill('German');
  await box.press('Enter');
  await expect.poll(() => shown.count()).toBe(4);
  await page.waitForURL(/places=[^&#]*\bde\b/);
  expect(await box.isDisabled()).toBe(true);
  await page.getByRole('button', { name: '移除 深圳市' }).click();
  await expect.poll(() => shown.count()).toBe(3);
  await box.fill('佛山');
  await box.press('Enter');
  expect(await page.locator('[data-hint]').textContent()).toContain('不止一个');
  await page.goBack();
  await expect.poll(() => shown.count()).toBe(4);
});

test.each([
  ['en', 'fund', 'C'],
  ['zh', '磋商', 'J'],
])('the glossary in %s is listed by letter and narrowed by words', async (language, words, letter) => {
  const page = await site.open(`/${language}/glossary/`);
  const shown = page.locator('.terms dl > div:visible');
  const all = await shown.count();
  await page.locator('.letters').getByRole('link', { name: letter, exact: true }).click();
  expect(page.url()).toContain(`#letter-${letter}`);
  await page.locator('form.filters input').fill(words);
  await expect.poll(() => shown.count()).toBeLessThan(all);
  expect(await shown.count()).toBeGreaterThan(0);
  // A letter without a term that fits is hidden with its heading.
  for (const section of await page.locator('.terms section:visible').all())
    expect(await section.locator('dl > div:visible').count()).toBeGreaterThan(0);
});

test.each([2, 4])('on a phone %s places are compared below each other’s dimensions', async (count) => {
  const places = ['gaoming', 'nanhai', 'shenzhen', 'hong-kong'].slice(0, count).join(',');
  const page = await site.open(`/en/compare/?places=${places}`, { viewport: PHONE });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  const widths = await page
    .locator('tbody tr:first-child td.shown')
    .evaluateAll((cells) => cells.map((one) => one.getBoundingClientRect().width));
  expect(widths).toHaveLength(count);
  for (const width of widths) expect(width).toBeGreaterThan(130);
});

test('no request left the site and no script failed', () => expect(site.errors).toEqual([]));

test('from a case to the one after it and back, in the order of the list', async () => {
  const page = await site.open('/en/cases/');
  const listed = await page
    .locator('main a[href*="/en/cases/"]')
    .evaluateAll((links: HTMLAnchorElement[]) => [...new Set(links.map(({ pathname }) => pathname))]);
  await page.goto(`${site.address}${listed[1]!}`);
  const way = async (rel: string): Promise<string> =>
    new URL(await page.locator(`main a[rel=${rel}]`).evaluate((a: HTMLAnchorElement) => a.href)).pathname;
  expect([await way('prev'), await way('next')]).toEqual([listed[0], listed[2]]);
  await page.goto(`${site.address}${listed.at(-1)!}`);
  expect(await page.locator('main a[rel=next]').count()).toBe(0);
});
