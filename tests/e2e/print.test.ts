import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, BrowserContext } from 'playwright-core';
import { launchBrowser } from '../../scripts/lib/browser.ts';
import { linkPdf, openPrintContext, printPage } from '../../scripts/site/pdf.ts';
import { RELEASE_DATE, SITE_URL } from '../../src/model/site.ts';
import { useSite } from './site.ts';

const site = useSite();
const POINTS = { A4: [595, 842], Letter: [612, 792] } as const;

describe.each([
  ['en', 'Cases', 'Gaoming, Foshan', 'A4'],
  ['zh', '案例', '高明', 'Letter'],
] as const)('a case on paper in %s', (language, section, title, format) => {
  let browser: Browser;
  let context: BrowserContext;
  beforeAll(async () => {
    browser = await launchBrowser();
    context = await openPrintContext(browser, 'dist');
  });
  afterAll(() => browser.close());

  test(`is printed on ${format}, the same bytes each time, small and with its bookmarks`, async () => {
    const path = `/${language}/cases/gaoming/`;
    const bytes = await printPage(context, path, format);
    expect(bytes.length).toBeLessThan(900_000);
    expect(Buffer.from(await printPage(context, path, format)).equals(Buffer.from(bytes))).toBe(true);
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    const { width, height } = pdf.getPage(0).getSize();
    expect([Math.floor(width), Math.floor(height)]).toEqual(POINTS[format]);
    expect(pdf.getPageCount()).toBeGreaterThan(5);
    expect(pdf.getTitle()).toContain(title);
    expect(pdf.getCreationDate()?.toISOString().slice(0, 10)).toBe(RELEASE_DATE);
    expect(pdf.catalog.has(PDFName.of('Outlines'))).toBe(true);
    expect(pdf.catalog.has(PDFName.of('StructTreeRoot'))).toBe(true);
    const fonts = pdf.context
      .enumerateIndirectObjects()
      .map(([, object]) => object.toString())
      .filter((object) => /\/Type \/Font\b/.test(object));
    expect(fonts.some((font) => font.includes('SourceSerif4'))).toBe(true);
    expect(fonts.some((font) => font.includes('NotoSansSC'))).toBe(true);
    expect(
      fonts.filter((font) => font.includes('Type3')),
      'no font of the screen or the machine',
    ).toEqual([]);
    expect(fonts.some((font) => font.includes('NotoSerifSC'))).toBe(language === 'zh');
    expect(pdf.context.enumerateIndirectObjects().join('')).not.toMatch(/localhost|\.invalid/);
  });

  test('shows text, notes and addresses, black on white, and nothing to click', async () => {
    const page = await site.open(`/${language}/cases/gaoming/`, { colorScheme: 'dark' });
    await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const style = (selector: string, property: string, pseudo?: string): Promise<string> =>
      page.evaluate(
        ([selector, property, pseudo]) =>
          getComputedStyle(document.querySelector(selector!)!, pseudo).getPropertyValue(property!),
        [selector, property, pseudo] as const,
      );
    for (const hidden of [
      ...['.site-header', '.site-footer', '.side', '.cite-page', '.tip', '.anchor'],
      // What can only be followed or opened on the screen.
      ...['.chart .foot .no-print', '.fact-box summary', '.fact-box dl.no-print', '.toc-narrow'],
    ])
      expect(await style(hidden, 'display'), hidden).toBe('none');
    expect(await style('html', 'background-color')).toBe('rgb(255, 255, 255)');
    for (const black of ['.prose p', '.prose a', '.notes a'])
      expect(await style(black, 'color'), black).toMatch(/^rgb\((0, 0, 0|51, 51, 51)\)$/);
    expect(await page.locator('.notes ol > li').count()).toBeGreaterThan(25);
    expect(await style('.notes details', 'display'), 'a source is printed once').toBe('none');
    expect(await style(".notes a[href^='http']", 'content', '::after')).toContain('http');
    expect(await style('.prose > .fold', 'content-visibility', '::details-content')).toBe('visible');
    expect(await style('figure.chart', 'break-inside')).toBe('avoid');
    expect(await style('.headed', 'break-after')).toBe('avoid');
    expect(await page.locator('article .section').textContent()).toContain(section);
    expect(await page.locator('.reference').textContent()).toContain(
      `${SITE_URL}/${language}/cases/gaoming/`,
    );
    expect(await style('html', '--running-title')).toContain(title);
  });
});

test('a case on paper has a title block with the publisher and the licence, and its contents', async () => {
  const page = await site.open('/zh/cases/gaoming/');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('article header').innerText()).toContain('CC BY 4.0');
  const contents = page.locator('article > .contents');
  const headings = await page.locator('.prose h2').count();
  expect(await contents.locator('li').count()).toBeGreaterThanOrEqual(headings);
  for (const link of await contents.locator('a').all())
    expect(await page.locator((await link.getAttribute('href'))!).count()).toBe(1);
});

test('a chart on paper begins below its title, whole, with values and sources and without controls', async () => {
  const page = await site.open('/en/charts/practice-matrix/');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.figure .bar').isVisible()).toBe(false);
  expect(await page.locator('.figure .panel:visible').count()).toBe(3);
  const drawing = await page.locator('.figure .drawings svg:visible').boundingBox();
  expect(drawing!.height).toBeLessThanOrEqual(186 * (96 / 25.4));
  // More values than a few pages hold are in the dataset.
  expect(await page.locator('#drawn').isVisible()).toBe(false);
  await page.goto(`${site.address}/en/charts/five-districts-population/`);
  expect(await page.locator('#drawn').isVisible()).toBe(true);
});

test('the sums found of a case are printed below their heading', async () => {
  const page = await site.open('/en/cases/nanhai/');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText(/^The \d+ sums found/).isVisible()).toBe(true);
  expect(await page.getByText('The statement and source of each').isVisible()).toBe(false);
});

test('the price book prints the prices of folded services, as a table', async () => {
  const page = await site.open('/en/prices/');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('form.filters').isVisible()).toBe(false);
  const visibility = await page.evaluate(
    () => getComputedStyle(document.querySelector('.service')!, '::details-content').contentVisibility,
  );
  expect(visibility).toBe('visible');
  await page.setViewportSize({ width: 643, height: 900 });
  expect(await page.evaluate(() => getComputedStyle(document.querySelector('tr.price')!).display)).toBe(
    'table-row',
  );
});

test('the matrix is printed whole, with its head once', async () => {
  const page = await site.open('/en/crossing/');
  await page.emulateMedia({ media: 'print' });
  const styles = await page.evaluate(() =>
    ['.matrix', '.matrix thead', '.matrix tfoot'].map((one) => {
      const { overflow, display } = getComputedStyle(document.querySelector(one)!);
      return `${overflow} ${display}`;
    }),
  );
  expect(styles).toEqual(['visible block', 'visible table-row-group', 'visible table-row-group']);
});

test('a page links to its PDF only once that is printed', () => {
  const page =
    '<head></head><span class="no-print" data-pdf="/en/cases/gaoming.pdf" data-astro-cid-1></span>';
  const linked = linkPdf(page);
  expect(linked).toContain('<a class="no-print" href="/en/cases/gaoming.pdf" type="application/pdf">PDF</a>');
  // Reference managers need the full address, which requires SITE_URL.
  expect(linked.includes(`<meta name="citation_pdf_url" content="${SITE_URL}/en/cases/gaoming.pdf">`)).toBe(
    SITE_URL !== '',
  );
  expect(linkPdf(linked)).toBe(linked);
});

test('no request left the site and no script failed', () => expect(site.errors).toEqual([]));
