import type { Browser } from 'playwright-core';

const QUIET = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
/** In one process, the browser ends with its first context. */
const UNFIT = ['--single-process', '--no-zygote'];

/**
 * A real Chromium: the one the test packages bring along, or the one `CHROMIUM` names. The packages are loaded when it is called, so that
 * a build without the development packages ends without PDFs instead of failing.
 * @param args more of Chromium's own switches
 * @param fontConfig a file for fontconfig, where the browser is to see other fonts than the machine's
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
