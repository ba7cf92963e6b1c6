import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { PHONE, useSite } from './site.ts';

const site = useSite();
const recorded = Papa.parse<Record<string, string>>(readFileSync('data/purchases/purchases.csv', 'utf8'), {
  header: true,
  skipEmptyLines: true,
}).data;

describe.each([
  ['en', 'Reported purchases'],
  ['zh', '已报道的购买'],
])('downloading a dataset in %s', (language, title) => {
  test('from the list, without JavaScript: the file has the rows as recorded', async () => {
    const page = await site.open(`/${language}/datasets/`, { javaScriptEnabled: false, viewport: PHONE });
    await page.getByRole('link', { name: title, exact: true }).click();
    const waiting = page.waitForEvent('download');
    await page.locator('#download').getByRole('link', { name: 'CSV', exact: true }).click();
    const text = readFileSync((await (await waiting).path())!, 'utf8');
    const rows = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
    expect(rows).toEqual(recorded);
  });

  test('the Excel file begins with a byte order mark', async () => {
    const page = await site.open(`/${language}/datasets/purchases/`);
    const href = await page
      .locator('#download')
      .getByRole('link', { name: 'CSV (Excel)' })
      .getAttribute('href');
    const bytes = await (await page.request.get(new URL(href!, page.url()).href)).body();
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});

describe('the table', () => {
  test('sorts, filters and pages, with its state in the address', async () => {
    const page = await site.open('/en/datasets/purchases/');
    const cells = (column: string): Promise<string[]> =>
      page.locator(`.rows tbody [data-label="${column}"]`).allTextContents();
    await page.getByRole('button', { name: 'Year', exact: true }).click();
    await page.waitForFunction(() => location.search.includes('sort=year'));
    const years = async (): Promise<number[]> =>
      (await cells('Year')).filter((year) => /^\d+$/.test(year)).map(Number);
    const first = await page.evaluate(() =>
      fetch('/data/purchases/purchases.json')
        .then((response) => response.json() as Promise<{ year: number | null }[]>)
        .then((rows) => rows.flatMap(({ year }) => year ?? []).sort((a, b) => a - b)[0]),
    );
    await expect.poll(async () => (await years())[0]).toBe(first);
    expect(await years()).toEqual((await years()).sort((a, b) => a - b));
    await page.locator('main').getByRole('searchbox').fill('nanhai');
    await page.waitForFunction(() => location.search.includes('q=nanhai'));
    await expect.poll(async () => (await cells('Place')).every((place) => /Nanhai/.test(place))).toBe(true);
    await page.goto(`${site.address}/en/datasets/purchases/?page=3`);
    await page.getByText(/Page 3 of \d/).waitFor();
    await page.getByRole('button', { name: 'Previous' }).click();
    await page.getByText(/Page 2 of \d/).waitFor();
  });

  test('an old address shows the rows that it showed, and is written in the form of today', async () => {
    const page = await site.open('/en/datasets/purchases/?f.place=nanhai&f.year=2017..2017&sort=-amount');
    const expected = recorded.filter(({ place, year }) => place!.includes('nanhai') && year === '2017');
    await page.getByText(new RegExp(`^${expected.length} of \\d+ rows`)).waitFor();
    await page
      .getByRole('button', { name: 'Amount ↓' })
      .or(page.locator('[data-sort="amount"]'))
      .first()
      .click();
    await page.waitForFunction(() => location.search === '?c.place=nanhai&r.year=2017..2017');
    await page.getByText('Filters (2)').waitFor();
  });

  test('of several on a page: each keeps its own part of the address', async () => {
    const page = await site.open('/en/datasets/deflators/');
    const boxes = page.locator('.explorer').getByRole('searchbox');
    await boxes.nth(0).fill('2010');
    await page.waitForFunction(() => location.search === '?inflation.q=2010');
    await boxes.nth(1).fill('2012');
    await page.waitForFunction(() => location.search === '?inflation.q=2010&ppp.q=2012');
    await page.reload();
    for (const at of [0, 1])
      await page.locator('.explorer [data-part="status"]').nth(at).getByText(/ of /).waitFor();
  });
});

test('every dataset page has its metadata, in both languages', async () => {
  for (const language of ['en', 'zh']) {
    const page = await site.open(`/${language}/datasets/gaoming/`);
    for (const id of ['download', 'method', 'dictionary', 'quality', 'cite', 'load', 'versions', 'sources'])
      expect(await page.locator(`#${id}`).count(), `${language} ${id}`).toBe(1);
  }
});

test('no request left the site and no script failed', () => expect(site.errors).toEqual([]));
