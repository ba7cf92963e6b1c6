import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Browser, BrowserContext } from 'playwright-core';
import { isRedirect } from '../../src/model/redirects.ts';
import { href, RELEASE_DATE, SITE_URL, webAddress } from '../../src/model/site.ts';
import { launchBrowser } from '../lib/browser.ts';
import { type Effects } from '../lib/effects.ts';
import { CommandError } from '../lib/fault.ts';
import { fontFiles, fontStyles } from './pdfFonts.ts';

/** The pages to print. */
const PRINTED = '{en,zh}/{cases,countermeasures,documents}/*/index.html';
/** Pages printed at the same time. */
const AT_ONCE = 2;
/** The origin of the pages while they are printed: the published one, so that links lead to it, or an invalid one where none is set. */
const ORIGIN = SITE_URL || 'https://host.invalid';
/** The path of the fonts for print; it is not published. */
const FONTS = '/print-fonts/';

/**
 * Prints every case, countermeasure and model document of the built site in `dist/` to a PDF beside its folder, `/en/cases/gaoming.pdf`, and puts the link
 * to it into the page.
 * @throws CommandError where no site is built, or no browser starts
 */
export async function printSite(root: string, effects: Effects): Promise<void> {
  const dist = join(root, 'dist');
  const pages = globSync(PRINTED, { cwd: dist })
    .filter((file) => !isRedirect(file))
    .sort();
  if (pages.length === 0) throw new CommandError('dist/ has no site yet: run `npm run build` first');
  const browser = await startBrowser();
  let bytes = 0;
  try {
    const context = await openPrintContext(browser, dist);
    const waiting = [...pages];
    const work = async (): Promise<void> => {
      for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
        const path = `/${dirname(page)}`;
        const pdf = await printPage(context, `${path}/`);
        writeFileSync(join(dist, `${path}.pdf`), pdf);
        const file = join(dist, page);
        writeFileSync(file, linkPdf(readFileSync(file, 'utf8')));
        bytes += pdf.length;
        effects.progress(`${pages.length - waiting.length} of ${pages.length} pages printed`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    await browser.close();
  }
  effects.log(`printed ${pages.length} PDFs, ${(bytes / 1e6).toFixed(1)} MB`);
}

/**
 * A browser context that serves the built site at its published address, so that links within a PDF lead there, and makes
 * no network request.
 */
export async function openPrintContext(browser: Browser, dist: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    bypassCSP: true,
    colorScheme: 'light',
    javaScriptEnabled: false,
  });
  const styles = `<style>${fontStyles(ORIGIN + href(FONTS))}</style></head>`;
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const path = decodeURIComponent(url.pathname).slice(href('').length);
    const file = path.startsWith(FONTS)
      ? fontFiles.get(path.slice(FONTS.length))?.()
      : join(dist, path.endsWith('/') ? `${path}index.html` : path);
    if (url.origin !== ORIGIN || !file || !existsSync(file) || !statSync(file).isFile()) await route.abort();
    else if (file.endsWith('.html'))
      await route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: printable(readFileSync(file, 'utf8')).replace('</head>', styles),
      });
    else await route.fulfill({ path: file });
  });
  return context;
}

/** A page prepared for print: where `SITE_URL` is not set, links within the site become text, as they would lead nowhere. */
export const printable = (html: string): string =>
  SITE_URL === '' ? html.replace(/(<a\b[^>]*?) href="\/[^"]*"/g, '$1') : html;

/** Prints one page. The same page gives the same bytes: its dates are those of the release. */
export async function printPage(
  context: BrowserContext,
  path: string,
  format: 'A4' | 'Letter' = 'A4',
): Promise<Uint8Array> {
  const page = await context.newPage();
  try {
    // The fonts for print load when the page is laid out for print.
    await page.emulateMedia({ media: 'print' });
    await page.goto(ORIGIN + href(path), { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready);
    const printed = await page.pdf({ format, preferCSSPageSize: true, tagged: true, outline: true });
    const pdf = await PDFDocument.load(renumbered(printed), { updateMetadata: false });
    const day = new Date(RELEASE_DATE);
    pdf.setCreationDate(day);
    pdf.setModificationDate(day);
    return await pdf.save({ useObjectStreams: true });
  } finally {
    await page.close();
  }
}

/** A PDF with its structure elements numbered from one: the browser keeps counting from page to page. */
function renumbered(pdf: Buffer): Buffer {
  const code = pdf.toString('latin1');
  const named = /\(node(\d{8})\)/g;
  const order = [...new Set([...code.matchAll(named)].map(([, number]) => number!))].sort();
  const rank = new Map(order.map((number, at) => [number, String(at + 1).padStart(8, '0')]));
  return Buffer.from(
    code.replace(named, (_, number: string) => `(node${rank.get(number)})`),
    'latin1',
  );
}

/** The page with the link to its PDF, and the tag by which reference managers find it, in place of the placeholder. */
export function linkPdf(html: string): string {
  const placeholder = /<span[^>]* data-pdf="([^"]+)"[^>]*><\/span>/;
  const address = placeholder.exec(html)?.[1];
  if (address === undefined) return html;
  const linked = html.replace(
    placeholder,
    `<a class="no-print" href="${address}" type="application/pdf">PDF</a>`,
  );
  return webAddress('/') === undefined
    ? linked
    : linked.replace('</head>', `<meta name="citation_pdf_url" content="${SITE_URL}${address}"></head>`);
}

async function startBrowser(): Promise<Browser> {
  try {
    return await launchBrowser();
  } catch (error) {
    throw new CommandError(
      `no browser could be started, so the site has no PDFs (${(error as Error).message.split('\n')[0]}); CHROMIUM names one of your own`,
    );
  }
}
