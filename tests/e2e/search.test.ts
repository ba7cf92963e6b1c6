import { expect, test } from 'vitest';
import { useSite } from './site.ts';

const site = useSite();

test.each([
  ['zh', '政府购买公共服务', /\/zh\/(glossary\/)?$/],
  ['zh', '购买服务', /\/zh\//],
  ['zh', '高明', /\/zh\/cases\/gaoming\/$/],
  ['zh', '养老', /\/zh\/(cases|countermeasures|problems)\//],
  ['en', 'single-source', /\/en\/(glossary|countermeasures|problems)\//],
  ['en', 'Gaoming', /\/en\/cases\/gaoming\/$/],
])('in %s, "%s" finds its page first', async (language, query, first) => {
  const page = await site.open(`/${language}/search/?q=${encodeURIComponent(query)}`);
  const result = page.locator('.results li a').first();
  await result.waitFor();
  expect(new URL(await result.evaluate((a: HTMLAnchorElement) => a.href)).pathname).toMatch(first);
});

test('a filter narrows the results, and the choice stands in the address', async () => {
  const page = await site.open('/en/search/?q=provider');
  await page.locator('.results li').first().waitFor();
  await page.locator('select[name=kind] option', { hasText: 'Problems' }).waitFor({ state: 'attached' });
  await page.locator('select[name=kind]').selectOption('Problems');
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.results .pill')].every((pill) => pill.textContent === 'Problems'),
  );
  expect(page.url()).toContain('kind=Problems');
});

test('a word that stands nowhere is said to stand nowhere', async () => {
  const page = await site.open('/en/search/?q=xylophonist');
  await page.getByText('Nothing found.').waitFor();
});

test('nothing was asked for elsewhere, and no script failed', () => expect(site.trouble).toEqual([]));
