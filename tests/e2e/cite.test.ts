import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DESKTOP, PHONE, useSite } from './site.ts';

const site = useSite();
const PNG = [0x89, 0x50, 0x4e, 0x47];

describe.each([
  ['en', 'Gaoming is the smallest economy'],
  ['zh', '高明的经济总量最小'],
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
    await page.getByRole('button', { name: /GB\/T 7714/ }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(title);
    expect(copied).toMatch(/\[EB\/OL\]\. \(\d{4}-\d\d-\d\d\)/);
    expect(copied).toContain(`/${language}/charts/five-districts-gdp/`);
  });

  test('the pictures, the data and the references are there without JavaScript', async () => {
    const page = await site.open(`/${language}/charts/five-districts-gdp/`, { javaScriptEnabled: false });
    const download = async (name: string): Promise<Buffer> => {
      const waiting = page.waitForEvent('download');
      await page.locator('.files').getByRole('link', { name, exact: true }).click();
      return readFileSync((await (await waiting).path())!);
    };
    expect([...(await download('PNG')).subarray(0, 4)]).toEqual(PNG);
    const svg = (await download('SVG')).toString('utf8');
    expect(svg).toMatch(/^<svg /);
    expect(svg, 'letters are outlines').not.toContain('<text');
    const csv = (await download('CSV')).toString('utf8');
    expect(csv.trim().split('\r\n')).toHaveLength(6);
    expect(csv).toContain(',87158000000,');
    expect((await download('BibTeX')).toString('utf8')).toMatch(/^@misc\{bps-chart-five-districts-gdp-/);
    expect((await download('RIS')).toString('utf8')).toMatch(/^TY {2}- FIGURE/);
  });
});

test('Plot loads only when a control is changed; the choice stands in the address and the back button undoes it', async () => {
  const page = await site.open('/en/charts/purchases-by-place/');
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script' || request.url().endsWith('.json')) scripts.push(request.url());
  });
  const drawing = page.locator('.drawings');
  const before = await drawing.innerHTML();
  await page.waitForTimeout(300);
  expect(scripts, 'nothing before the first choice').toEqual([]);
  await page.getByLabel('The amount covers').selectOption({ label: 'one programme' });
  await page.waitForFunction((old) => document.querySelector('.drawings')!.innerHTML !== old, before);
  expect(page.url()).toContain('coverage=programme');
  expect(scripts.some((url) => url.endsWith('/purchases.json'))).toBe(true);
  expect(await drawing.locator('svg').count()).toBe(1);
  await page.goBack();
  await page.waitForFunction((old) => document.querySelector('.drawings')!.innerHTML === old, before);
});

test('a chosen view opens from its address', async () => {
  const page = await site.open('/zh/charts/findings-problems/?problem=late-payment');
  await page.waitForFunction(() => document.querySelectorAll('.drawings svg').length === 1);
  expect(await page.locator('.drawings svg').textContent()).toContain('纽约');
});

test('nothing was asked for elsewhere, and no script failed', () => expect(site.trouble).toEqual([]));
