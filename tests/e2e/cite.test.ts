import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SITE_URL } from '../../src/model/site.ts';
import { frozenReleases } from '../../src/published/frozen.ts';
import { DESKTOP, PHONE, useSite, openMenu } from './site.ts';

const site = useSite();
const PNG = [0x89, 0x50, 0x4e, 0x47];

describe.each([
  ['en', 'districts Gaoming has the fewest people'],
  ['zh', '佛山五区中，高明人口最少'],
])('citing a chart in %s', (language, title) => {
  test.each([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ])('on a %s: the citation is copied', async (_name, viewport) => {
    const page = await site.open(`/${language}/charts/`, {
      viewport,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByRole('link', { name: new RegExp(title) }).click();
    await openMenu(page, 'cite');
    await page.getByRole('button', { name: /GB\/T 7714/ }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(title);
    expect(copied).toMatch(/\[EB\/OL\]\. \(\d{4}-\d\d-\d\d\)/);
    const frozen = frozenReleases('five-districts-population').at(-1);
    expect(copied, 'the newest frozen version, or the page').toContain(
      frozen
        ? `/cite/five-districts-population/${frozen}/`
        : `/${language}/charts/five-districts-population/`,
    );
  });

  test('the pictures, the data and the references are there without JavaScript', async () => {
    const page = await site.open(`/${language}/charts/five-districts-population/`, {
      javaScriptEnabled: false,
    });
    await openMenu(page, 'download');
    const link = (name: string) => page.locator('.files').getByRole('link', { name, exact: true });
    const clicked = async (name: string): Promise<Buffer> => {
      const waiting = page.waitForEvent('download');
      await link(name).click();
      return readFileSync((await (await waiting).path())!);
    };
    const download = async (name: string): Promise<Buffer> =>
      (await page.request.get(new URL((await link(name).getAttribute('href'))!, page.url()).href)).body();
    expect([...(await clicked('PNG 2×')).subarray(0, 4)]).toEqual(PNG);
    const svg = (await clicked('SVG')).toString('utf8');
    expect(svg).toMatch(/^<svg /);
    expect(svg, 'text is outlines').not.toContain('<text');
    const csv = (await clicked('CSV')).toString('utf8');
    expect(csv.trim().split('\r\n')).toHaveLength(11);
    expect(csv).toContain(',3667200,');
    expect((await download('BibTeX')).toString('utf8')).toMatch(
      /^@misc\{bps-chart-five-districts-population-/,
    );
    expect((await download('RIS')).toString('utf8')).toMatch(/^TY {2}- FIGURE/);
    expect((await download('PDF')).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await download('XLSX')).subarray(0, 2).toString()).toBe('PK');
    expect(JSON.parse((await download('JSON')).toString('utf8'))).toHaveLength(10);
    expect(JSON.parse((await download('CSL-JSON')).toString('utf8'))[0]).toMatchObject({ type: 'graphic' });
    const size = (png: Buffer): number[] => [png.readUInt32BE(16), png.readUInt32BE(20)];
    expect(size(await download('PNG 16:9'))).toEqual([1600, 900]);
    expect(size(await download('PNG 1:1'))).toEqual([1200, 1200]);
    expect(size(await download('PNG 4×'))[0]).toBe(4 * size(await download('PNG 1×'))[0]!);
  });
});

test('Plot loads only when a control is changed; the choice is in the address and the back button undoes it', async () => {
  const requests: string[] = [];
  const page = await site.open('/en/charts/purchases-by-place/', {}, async (empty) => {
    empty.on('request', (request) => requests.push(request.url()));
  });
  const drawing = page.locator('.drawings');
  const before = await drawing.innerHTML();
  // Wait until the page's scripts have run and sent their requests.
  await page.waitForLoadState('networkidle');
  const first = new Set(requests);
  expect([...first].filter((url) => url.endsWith('.tables.json'))).toEqual([]);
  await page.getByLabel('The amount covers').selectOption({ label: 'one programme or a part of it' });
  await page.waitForFunction((old) => document.querySelector('.drawings')!.innerHTML !== old, before);
  await page.waitForURL(/coverage=programme/);
  const later = requests.filter((url) => !first.has(url));
  expect(later.some((url) => url.endsWith('/charts/purchases-by-place.tables.json'))).toBe(true);
  expect(
    later.filter((url) => url.includes('/data/')),
    'no whole table',
  ).toEqual([]);
  expect(
    later.some((url) => url.endsWith('.js')),
    'Plot comes in an additional script',
  ).toBe(true);
  expect(await drawing.locator('svg').count(), 'for a phone, a column and a page').toBe(3);
  await openMenu(page, 'download');
  const waiting = page.waitForEvent('download');
  await page.locator('.files').getByRole('link', { name: 'CSV', exact: true }).click();
  const csv = readFileSync((await (await waiting).path())!, 'utf8');
  expect(csv).toContain(',programme,');
  expect(csv).not.toContain(',place-year,');
  expect(await page.locator('#cite-gbt7714').textContent()).toContain('?coverage=programme');
  await page.goBack();
  await page.waitForFunction((old) => document.querySelector('.drawings')!.innerHTML === old, before);
});

test('a mark shows its value at the pointer and with the arrow keys', async () => {
  const page = await site.open('/en/charts/five-districts-population/');
  await page.locator('.drawings svg:visible circle').first().hover();
  expect(await page.locator('.chart-tip').textContent()).toMatch(/^Nanhai, .*20[12]0: /);
  await page.locator('.drawings').focus();
  await page.keyboard.press('ArrowDown');
  expect(await page.locator('.chart-tip').textContent()).toMatch(/^[A-Z]\w+, .*20[12]0: /);
  await page.keyboard.press('Escape');
  expect(await page.locator('.chart-tip').isVisible()).toBe(false);
});

test('the picture and the table are copied', async () => {
  const page = await site.open('/en/charts/five-districts-population/', {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await openMenu(page, 'download');
  await page.getByRole('button', { name: 'Copy table' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^District\tCensus\tResidents/);
  await page.getByRole('button', { name: 'Copy image' }).click();
  await page.waitForFunction(async () => (await navigator.clipboard.read())[0]?.types.includes('image/png'));
});

test('an embedded chart fits its frame with the script, and is shown without it', async () => {
  const page = await site.open('/en/charts/county-units/');
  const printed = (await page.locator('#embed-live').textContent())!;
  // The frame of a site with SITE_URL leads to that host, so replace it by the one under test.
  const code = SITE_URL ? printed.replaceAll(SITE_URL, site.address) : printed;
  expect(await page.locator('link[type="application/json+oembed"]').count()).toBe(SITE_URL ? 1 : 0);
  await page.route('**/blog.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><body style="width:700px">${code}</body>`,
    }),
  );
  await page.goto(`${site.address}/blog.html`);
  const frame = page.frameLocator('iframe');
  await frame.locator('svg:visible').waitFor();
  // The frame is resized more than once: as its page is laid out, and again when its fonts are there.
  const inside = (): Promise<number> =>
    frame.locator('body').evaluate((body) => body.getBoundingClientRect().height);
  const difference = async (): Promise<number> =>
    Math.abs(Number(await page.locator('iframe').getAttribute('height')) - (await inside()));
  await expect.poll(difference, { timeout: 10_000 }).toBeLessThanOrEqual(2);
  expect(await page.locator('iframe').getAttribute('height')).not.toBe('520');
});

test('no request left the site and no script failed', () => expect(site.errors).toEqual([]));
