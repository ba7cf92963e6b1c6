import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { PHONE, useSite } from './site.ts';

const site = useSite();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One page of every kind. */
const KINDS = [
  '/',
  '/cases/',
  '/cases/gaoming/',
  '/problems/',
  '/problems/thin-law/',
  '/countermeasures/',
  '/countermeasures/legal-guarantee/',
  '/policies/',
  '/datasets/',
  '/datasets/purchases/',
  '/charts/',
  '/charts/purchases-by-place/',
  '/compare/',
  '/glossary/',
  '/sources/',
  '/method/',
  '/about/',
  '/search/',
];

interface Violation {
  id: string;
  nodes: { html: string }[];
}

test.each(
  KINDS.flatMap((path) =>
    ['en', 'zh'].map((language) => [`/${language}${path}`, language === 'en' ? 'light' : 'dark'] as const),
  ),
)('%s has no fault that axe finds (%s)', async (path, colorScheme) => {
  const page = await site.open(path, { colorScheme });
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const { violations } = await (
      window as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } }
    ).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 160)} (${nodes.length})`);
  });
  expect(violations).toEqual([]);
  await page.context().close();
});

test.each(KINDS.flatMap((path) => [`/en${path}`, `/zh${path}`]))(
  '%s fits a phone without sideways scrolling',
  async (path) => {
    const page = await site.open(path, { viewport: PHONE });
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0);
    await page.context().close();
  },
);

test('an address that leads nowhere is answered in both languages', async () => {
  const page = await site.open('/en/no-such-page/');
  expect(await page.getByRole('heading', { name: 'There is no page here' }).isVisible()).toBe(true);
  expect(await page.getByRole('heading', { name: '这里没有页面' }).isVisible()).toBe(true);
});
