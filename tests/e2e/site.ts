import { afterAll, beforeAll } from 'vitest';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { serve, type RunningServer } from '../../scripts/lib/serve.ts';
import { launchBrowser } from '../../scripts/lib/browser.ts';

export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** Opens a menu below a figure. */
export async function openMenu(page: Page, menu: 'download' | 'cite' | 'embed'): Promise<void> {
  const details = page.locator(`#${menu}`);
  if ((await details.getAttribute('open')) === null) await details.locator('> summary').click();
}

/** Waits until a loaded page is visible: while it waits for the Chinese fonts it is hidden and ignores keys. */
export const shown = (page: Page): Promise<void> => page.locator('body').waitFor();

/** The built site on a free port, and a browser; both are closed after the file's tests. */
interface Site {
  address: string;
  /**
   * Opens a page; requests that leave the site and errors in the page's scripts are collected in `errors`.
   * @param prepare run on the empty page before its first request
   */
  open(
    path: string,
    options?: BrowserContextOptions,
    prepare?: (page: Page) => Promise<unknown>,
  ): Promise<Page>;
  errors: string[];
}

/** @param fontConfig a fontconfig file, to replace the fonts of the machine */
export function useSite(fontConfig?: string): Site {
  let server: RunningServer;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const site: Site = {
    address: '',
    errors: [],
    async open(path, options = {}, prepare) {
      const context = await browser.newContext({ viewport: DESKTOP, ...options });
      contexts.push(context);
      const page = await context.newPage();
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(site.address) && !url.startsWith('data:') && !url.startsWith('blob:'))
          site.errors.push(`${path} asks for ${url}`);
      });
      page.on('console', (message) => {
        if (/Content Security Policy|violates/i.test(message.text()))
          site.errors.push(`${path}: ${message.text()}`);
      });
      page.on('pageerror', (error) => site.errors.push(`${path}: ${error.message}`));
      page.on('response', (response) => {
        if (response.status() >= 400) site.errors.push(`${path}: ${response.status()} ${response.url()}`);
      });
      await prepare?.(page);
      await page.goto(`${site.address}${path}`);
      await shown(page);
      return page;
    },
  };
  beforeAll(async () => {
    server = await serve(process.cwd(), 0);
    site.address = server.address;
    browser = await launchBrowser([], fontConfig);
  });
  afterAll(async () => {
    for (const context of contexts) await context.close();
    await browser.close();
    await server.close();
  });
  return site;
}
