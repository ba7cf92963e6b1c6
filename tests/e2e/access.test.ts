import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFaults } from '../../scripts/lib/axe.ts';
import { PAGE_KINDS } from '../../scripts/lib/pageKinds.ts';
import { languagesOf } from './long.ts';
import { useSite } from './site.ts';

const site = useSite();

const EVERY = PAGE_KINDS.flatMap((path, at) => languagesOf(at).map((language) => `/${language}${path}`));

test.each(EVERY)('%s has no fault that axe finds, in light or dark', async (path) => {
  const page = await site.open(path, { colorScheme: 'light' });
  expect(await axeFaults(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axeFaults(page, true)).toEqual([]);
  await page.context().close();
});

const over = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.each(EVERY)(
  '%s fits a window of 320 pixels, and one at twice its size, without sideways scrolling',
  async (path) => {
    const page = await site.open(path, { viewport: { width: 320, height: 640 } });
    expect(await over(page), '320 pixels').toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 640, height: 450 });
    expect(await over(page), '1280 pixels at 200 %').toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    expect(await over(page), 'text of twice the size').toBeLessThanOrEqual(0);
    await page.context().close();
  },
);

describe.each(['light', 'dark'] as const)('in forced colours (%s)', (colorScheme) => {
  test('numbers stay underlined, focus stays seen, the causes keep their edges', async () => {
    const page = await site.open('/en/problems/weak-legal-basis/', { colorScheme, forcedColors: 'active' });
    const number = page.locator('.num > .ref').filter({ hasText: '54' }).first();
    await number.focus();
    expect(await number.evaluate((element) => getComputedStyle(element).textDecorationLine)).toBe(
      'underline',
    );
    expect(await number.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
    expect(
      await page.locator('.causes .problem').evaluate((element) => getComputedStyle(element).borderStyle),
    ).toBe('solid');
  });

  test('the marks of a chart contrast with the background', async () => {
    const page = await site.open('/en/charts/five-districts-population/', {
      colorScheme,
      forcedColors: 'active',
    });
    const weakest = await page.evaluate(() => {
      const light = (colour: string): number => {
        const [r, g, b] = colour.match(/[\d.]+/g)!.map((part) => {
          const share = Number(part) / 255;
          return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
      };
      const ground = light(getComputedStyle(document.documentElement).backgroundColor);
      const ratios = [...document.querySelectorAll('.drawings .page circle')].map((mark) => {
        const { fill, stroke } = getComputedStyle(mark);
        // A hollow mark is filled with the background colour, so its outline is tested.
        return Math.max(
          ...[fill, stroke]
            .filter((colour) => /^rgb\(/.test(colour))
            .map(
              (colour) => (Math.max(light(colour), ground) + 0.05) / (Math.min(light(colour), ground) + 0.05),
            ),
        );
      });
      return ratios.length > 0 ? Math.min(...ratios) : 0;
    });
    expect(weakest).toBeGreaterThanOrEqual(3);
  });
});

/** Presses Tab until the element has the focus, as someone without a mouse does. */
async function reach(page: Page, target: Locator, most = 150): Promise<void> {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`not reached by ${most} presses of Tab: ${target}`);
}

describe('by keyboard alone', () => {
  test('a case is read: from the home page, past the menu, to a number and its source', async () => {
    const page = await site.open('/en/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement!.textContent)).toBe('Skip to the text');
    await page.keyboard.press('Enter');
    await reach(page, page.getByRole('link', { name: 'Read the Gaoming case' }));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/cases\/gaoming\/$/);
    const number = page.locator('.prose p > .num:not(.cite)').first();
    await reach(page, number.locator('> .ref'));
    expect(await number.locator('.tip').isVisible()).toBe(true);
  });

  test('a dataset is downloaded', async () => {
    const page = await site.open('/zh/datasets/purchases/');
    await reach(page, page.locator('#download').getByRole('link', { name: 'CSV', exact: true }));
    const waiting = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await waiting).suggestedFilename()).toBe('purchases.csv');
  });

  test('a chart is cited', async () => {
    const page = await site.open('/en/charts/five-districts-population/', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await reach(page, page.locator('#cite > summary'));
    await page.keyboard.press('Enter');
    await reach(page, page.locator('[data-cite-style]'), 2);
    await page.keyboard.press('A');
    await reach(page, page.getByRole('button', { name: /APA/ }), 2);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /APA/ }).getByText('Copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('five-districts-population');
  });
});

test('an unknown address is answered in both languages', async () => {
  const page = await site.open('/en/no-such-page/');
  expect(await page.getByRole('heading', { name: 'There is no page here' }).isVisible()).toBe(true);
  expect(await page.getByRole('heading', { name: '这里没有页面' }).isVisible()).toBe(true);
});
