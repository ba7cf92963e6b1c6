import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { axeFaults } from './lib/axe.ts';
import { launchBrowser } from './lib/browser.ts';
import { runCommand, type Effects } from './lib/effects.ts';
import { CommandError } from './lib/fault.ts';
import { serve } from './lib/serve.ts';
import { isRedirect } from '../src/model/redirects.ts';

const WORKERS = 2;
/** Pages of single rows are thousands of one kind: only one in so many is checked. */
const ROWS = 50;

/** The addresses to check: every page, a sample of the row pages, and no frozen versions, since those never change. */
function pagesToRead(root: string): string[] {
  const all = globSync('**/index.html', {
    cwd: join(root, 'dist'),
    exclude: (name) => name === 'cite' || name === 'versions',
  })
    .filter((path) => !isRedirect(path))
    .map((path) => `/${path.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
    .filter((path) => path !== '/')
    .sort();
  const isRow = (path: string): boolean => path.includes('/row/');
  return [
    ...all.filter((path) => !isRow(path)),
    ...all.filter(isRow).filter((_, at) => at % ROWS === 0),
    '/404.html',
  ];
}

/** Checks every page of the built site with axe in both themes, and for horizontal scrolling at 320 pixels. */
async function access(root: string, effects: Effects): Promise<void> {
  const { address, close } = await serve(root, 0);
  const browser = await launchBrowser();
  const started = Date.now();
  try {
    const pages = pagesToRead(root);
    const left = [...pages];
    const faults: string[] = [];
    const work = async (): Promise<void> => {
      const check = await checkerIn(browser);
      for (let path = left.shift(); path; path = left.shift()) {
        faults.push(...(await check(address, path)));
        effects.progress(`${pages.length - left.length} of ${pages.length} pages`);
      }
    };
    await Promise.all(Array.from({ length: WORKERS }, work));
    const seconds = Math.round((Date.now() - started) / 1000);
    effects.log(
      [
        ...faults.sort(),
        `${pages.length} pages in both themes and at 320 pixels, ${faults.length} faults, ${seconds} s`,
      ].join('\n'),
    );
    if (faults.length > 0) throw new CommandError('not every page is accessible');
  } finally {
    await browser.close();
    await close();
  }
}

/** A function that opens a page in one browser window and returns its faults. */
async function checkerIn(browser: Browser): Promise<(address: string, path: string) => Promise<string[]>> {
  const page = await browser.newPage();
  return async (address, path) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(address + path);
    const light = await axeFaults(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = (await axeFaults(page, true)).filter((fault) => !light.includes(fault));
    await page.setViewportSize({ width: 320, height: 640 });
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    return [
      ...light.map((fault) => `${path} ${fault}`),
      ...dark.map((fault) => `${path} (dark) ${fault}`),
      ...(over > 0 ? [`${path} is ${over} pixels too wide for a window of 320`] : []),
    ];
  };
}

await runCommand((effects) => access(process.cwd(), effects));
