import { expect, test } from 'vitest';
import { CHARTS } from '../../src/charts/charts.ts';
import { DESKTOP, PHONE, useSite } from './site.ts';

const site = useSite();

const LANGUAGES_AND_WINDOWS = ['en', 'zh'].flatMap((language) => [
  [language, 'desktop', DESKTOP] as const,
  [language, 'phone', PHONE] as const,
]);

test.each(LANGUAGES_AND_WINDOWS)(
  'in %s on a %s no letter of a chart is cut off and no two labels lie on each other',
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
            // Line boxes are taller than letters: a few pixels of height are air.
            if (width > 2 && height > 6) on.push(`“${a.words}” on “${b.words}”`);
          }
        return [...cut.map(({ words }) => `“${words}” is cut off`), ...on];
      });
      faults.push(...found.map((fault) => `${id}: ${fault}`));
    }
    expect(faults).toEqual([]);
  },
);
