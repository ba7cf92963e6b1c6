import { expect, test } from 'vitest';
import { CHARTS } from '../../src/charts/charts.ts';
import { DESKTOP, PHONE, useSite } from './site.ts';

const site = useSite();

const LANGUAGES_AND_WINDOWS = ['en', 'zh'].flatMap((language) => [
  [language, 'desktop', DESKTOP] as const,
  [language, 'phone', PHONE] as const,
]);

test.each(LANGUAGES_AND_WINDOWS)(
  'in %s on a %s no text of a chart is cut off and no two labels overlap',
  async (language, _name, viewport) => {
    const faults: string[] = [];
    const page = await site.open(`/${language}/`, { viewport });
    for (const { id } of CHARTS) {
      await page.goto(`${site.address}/${language}/charts/${id}/`);
      const found = await page.evaluate(() => {
        const svg = [...document.querySelectorAll<SVGSVGElement>('.drawings svg')].find(
          (one) => one.getClientRects().length > 0,
        )!;
        const frame = svg.getBoundingClientRect();
        const labels = [...svg.querySelectorAll('text')].map((element) => ({
          words: element.textContent!,
          box: element.getBoundingClientRect(),
        }));
        const cut = labels.filter(
          ({ box }) =>
            box.left < frame.left - 3 ||
            box.right > frame.right + 3 ||
            box.top < frame.top - 3 ||
            box.bottom > frame.bottom + 3,
        );
        const on: string[] = [];
        for (const [at, a] of labels.entries())
          for (const b of labels.slice(at + 1)) {
            const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
            const height = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
            // Line boxes are taller than the glyphs, so allow a few pixels.
            if (width > 2 && height > 6) on.push(`“${a.words}” on “${b.words}”`);
          }
        return [...cut.map(({ words }) => `“${words}” is cut off`), ...on];
      });
      faults.push(...found.map((fault) => `${id}: ${fault}`));
    }
    expect(faults).toEqual([]);
  },
);

test.each(['en', 'zh'])('in %s on a phone no label of the findings overlaps a bar', async (language) => {
  const faults: string[] = [];
  const page = await site.open(`/${language}/problems/`, { viewport: PHONE });
  const problems = await page.$$eval('main a[href*="/problems/"]', (links) => [
    ...new Set(links.map((link) => link.getAttribute('href')!)),
  ]);
  expect(problems.length).toBeGreaterThan(9);
  for (const address of problems) {
    await page.goto(site.address + address);
    faults.push(
      ...(await page.$$eval('figure svg', (drawings) =>
        drawings
          .filter((svg) => svg.getClientRects().length > 0)
          .flatMap((svg) => {
            const bars = [...svg.querySelectorAll('rect')].map((bar) => bar.getBoundingClientRect());
            return [...svg.querySelectorAll('text')]
              .filter((label) => label.querySelectorAll('tspan').length > 1)
              .filter((label) => {
                const box = label.getBoundingClientRect();
                return bars.some(
                  (bar) =>
                    Math.min(box.right, bar.right) - Math.max(box.left, bar.left) > 2 &&
                    Math.min(box.bottom, bar.bottom) - Math.max(box.top, bar.top) > 4,
                );
              })
              .map((label) => `${location.pathname}: “${label.textContent}”`);
          }),
      )),
    );
  }
  expect(faults).toEqual([]);
});

/** What writers look for, and the chart they need. */
const WANTED = [
  ['en', 'elderly', 'elder-care-private'],
  ['en', 'late payment', 'findings-problems'],
  ['en', 'one bidder', 'single-bids'],
  ['en', 'what works', 'effects-measured'],
  ['en', 'spending', 'services-procurement'],
  ['en', 'dominant suppliers', 'supplier-concentration'],
  ['zh', '养老', 'elder-care-private'],
  ['zh', '拖欠', 'findings-problems'],
  ['zh', '流标', 'single-bids'],
  ['zh', '社工', 'social-work-agencies'],
  ['zh', '财力', 'revenue-per-resident'],
] as const;

test.each(WANTED)('in %s the gallery finds for “%s” the chart %s', async (language, words, id) => {
  const page = await site.open(`/${language}/charts/?q=${encodeURIComponent(words)}`);
  const shown = page.locator(`.thumbnails > li:not([hidden]) a[href$="/charts/${id}/"]`);
  await shown.waitFor();
  expect(await page.locator('.thumbnails > li:not([hidden])').count()).toBeLessThanOrEqual(5);
  expect(await page.locator('[data-none]').isVisible()).toBe(false);
});

test('where the gallery has nothing, it offers to search the whole site for the words', async () => {
  const page = await site.open('/en/charts/?q=zebra+crossing');
  await page.locator('[data-none] a').click();
  await page.waitForURL(/\/en\/search\/\?q=zebra\+crossing$/);
});
