import type { Browser } from 'playwright-core';

const QUIET = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
/** Switches of the package that end the browser with its first context. */
const UNFIT = ['--single-process', '--no-zygote'];

/**
 * Starts Chromium: the one in the test packages, or the one that `CHROMIUM` names. The packages are loaded on demand, so that
 * a build without the development packages skips the PDFs instead of failing.
 * @param args additional switches of Chromium
 * @param fontConfig a fontconfig file, to replace the fonts of the machine
 */
export async function launchBrowser(args: string[] = [], fontConfig?: string): Promise<Browser> {
  const { default: chromium } = await import('@sparticuz/chromium');
  const { chromium: playwright } = await import('playwright-core');
  const own = process.env['CHROMIUM'];
  return playwright.launch({
    executablePath: own ?? (await chromium.executablePath()),
    args: [...(own ? [] : chromium.args.filter((arg) => !UNFIT.includes(arg))), ...QUIET, ...args],
    headless: true,
    ...(fontConfig ? { env: { ...process.env, FONTCONFIG_FILE: fontConfig } } : {}),
  });
}
