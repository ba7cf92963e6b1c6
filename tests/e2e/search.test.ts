import { globSync, readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { findText } from '../../src/components/textSearch.ts';
import type { TextPage } from '../../src/model/textPage.ts';
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

/** A generator of numbers from 0 to 1 that always gives the same. @see https://en.wikipedia.org/wiki/Linear_congruential_generator */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1664525 + 1013904223) % 2 ** 32) / 2 ** 32;
}

test('of 300 pieces of two to six 汉字 drawn from the pages every one is found, in its page', () => {
  const texts = JSON.parse(readFileSync('dist/search/zh.json', 'utf8')) as TextPage[];
  const random = seeded(20261124);
  const pages = globSync('dist/zh/{cases,problems,countermeasures}/*/index.html').sort();
  const missed: string[] = [];
  for (let drawn = 0; drawn < 300; drawn += 1) {
    const page = pages[Math.floor(random() * pages.length)]!;
    const { document } = parseHTML(readFileSync(page, 'utf8'));
    for (const tip of [...document.querySelectorAll('.tip, [data-pagefind-ignore], svg')]) tip.remove();
    const runs = [...document.querySelectorAll('.prose p, .prose li, .lead')].flatMap(
      (element) => element.textContent!.match(/\p{Script=Han}{6,}/gu) ?? [],
    );
    const run = runs[Math.floor(random() * runs.length)]!;
    const length = 2 + Math.floor(random() * 5);
    const piece = run.slice(0, length);
    const path = page.replace(/^dist/, '').replace(/index\.html$/, '');
    if (!findText(texts, piece).some((hit) => hit.page.path === path)) missed.push(`${piece} (${path})`);
  }
  expect(missed).toEqual([]);
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
