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
    for (const hidden of ['.site-header', '.site-footer', '.side', '.cite-page', '.tip', '.anchor'])
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
