import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useSite, openMenu } from './site.ts';

/** What screen readers announce; each case was once wrong in Orca. `npm run hear` reads a page with Orca itself. */
const site = useSite();
const permissions = ['clipboard-read', 'clipboard-write'];

/**
 * Does what should be announced and waits for the words. What was announced before is removed first, so
 * that an earlier announcement, which may still be coming when the page is slow, cannot be taken for this one.
 */
async function announced(page: Page, act: () => Promise<unknown>, words: RegExp): Promise<void> {
  await page.evaluate(() => {
    for (const region of document.querySelectorAll('body > .visually-hidden[role=status]'))
      region.replaceChildren();
  });
  await act();
  await page.waitForFunction(
    (pattern) =>
      [...document.querySelectorAll('body > .visually-hidden[role=status]')].some((region) =>
        new RegExp(pattern).test(region.textContent!),
      ),
    words.source,
  );
}

describe.each([
  ['en', /^Note \d+$/, 'Copied', 'Dark', /Lian.*Difficulties.* Confidence: B/],
  ['zh', /^注 \d+$/, '已复制', '深色', /Lian.*Difficulties.*可信度/],
])('announced in %s', (language, name, copied, dark, source) => {
  test('a note number is named as one; its source is announced on request and hidden before', async () => {
    const page = await site.open(`/${language}/cases/gaoming/`);
    const note = page.locator('.prose .cite .ref').first();
    const number = await note.textContent();
    expect((await note.getAttribute('aria-label'))!.replace('\u00a0', ' ')).toMatch(name);
    const tip = page.locator('.prose .cite .tip').first();
    await note.focus();
    expect(await tip.isVisible()).toBe(true);
    expect(await tip.getAttribute('aria-hidden')).toBe('true');
    expect(await tip.locator('a').getAttribute('tabindex')).toBe('-1');
    await announced(page, () => page.keyboard.press('Enter'), source);
    expect(await tip.getAttribute('aria-hidden')).toBeNull();
    expect(await tip.locator('a').getAttribute('tabindex')).toBe('0');
    await page.keyboard.press('Escape');
    expect(await tip.getAttribute('aria-hidden')).toBe('true');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.waitForURL(({ hash }) => hash === `#note-${number}`);
  });

  test('what only serves the search is not read out, and a written table has headings of rows', async () => {
    const page = await site.open(`/${language}/cases/gaoming/`, { javaScriptEnabled: false });
    expect(await page.locator('article [data-pagefind-filter]:visible').count()).toBe(0);
    const rows = page.locator('.prose > table').first().locator('tbody tr');
    expect(await rows.locator('th[scope=row]').count()).toBe(await rows.count());
  });

  test('copying and the theme are announced', async () => {
    const page = await site.open(`/${language}/charts/five-districts-population/`, {
      permissions,
      colorScheme: 'light',
    });
    for (const [menu, button] of [
      ['cite', '[data-copy=cite-gbt7714]'],
      ['download', '[data-copy-table]'],
      ['embed', '[data-copy=embed-live]'],
    ] as const) {
      await openMenu(page, menu);
      await announced(page, () => page.locator(button).click(), new RegExp(copied));
    }
    await announced(page, () => page.locator('[data-theme-toggle]').click(), new RegExp(dark));
  });

  test('a chosen view of a chart is announced, and its text alternative and values follow it', async () => {
    const page = await site.open(`/${language}/charts/purchases-by-place/`);
    const words = page.locator('[data-view="words"]');
    const rows = page.locator('#drawn tbody tr');
    const [summary, listed] = [await words.textContent(), await rows.count()];
    const select = page.locator('[data-controls] select').first();
    await announced(page, () => select.selectOption('programme'), /\d+/);
    expect(await words.textContent()).not.toBe(summary);
    expect(await page.locator('.drawings svg:visible').getAttribute('aria-label')).toBe(
      await page.locator('h1').textContent(),
    );
    expect(await rows.locator('th').count()).toBe(await rows.count());
    await page.goBack();
    await page.waitForFunction(
      (old) => document.querySelector('[data-view="words"]')!.textContent === old,
      summary,
    );
    expect(await rows.count()).toBe(listed);
  });

  test('the count of results is announced when typing pauses, and the filters do not change', async () => {
    const page = await site.open(`/${language}/search/?q=gaoming`);
    await page.locator('[data-search-results] h3').first().waitFor();
    await page.evaluate(() => document.querySelector('select')!.options[0]!.setAttribute('data-old', ''));
    await page.locator('[name=q]').press('End');
    const before = (await page.locator('[data-search-status]').textContent())!.trim();
    await page.keyboard.type(' elderly');
    await page.waitForFunction((old) => {
      const [shown, spoken] = ['[data-search-status]', 'body > [role=status]'].map((selector) =>
        document.querySelector(selector)!.textContent!.trim(),
      );
      return shown !== old && spoken === shown;
    }, before);
    expect(await page.locator('select option[data-old]').count()).toBe(1);
  });
});

test('the count of rows found in a table is announced', async () => {
  const page = await site.open('/en/datasets/abroad-delivery/');
  const box = page.locator('main').getByRole('searchbox').first();
  await announced(page, () => box.pressSequentially('2012'), /^\s*\d+ of \d+ rows/);
});

test('no request left the site and no script failed', () => expect(site.errors).toEqual([]));
