import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useSite } from './site.ts';

/** What screen readers announce; each case was once wrong in Orca. `npm run hear` reads a page with Orca itself. */
const site = useSite();
const permissions = ['clipboard-read', 'clipboard-write'];

/** Waits until the page announces the words. */
const said = (page: Page, words: RegExp): Promise<unknown> =>
  page.waitForFunction(
    (pattern) =>
      [...document.querySelectorAll('body > .visually-hidden[role=status]')].some((region) =>
        new RegExp(pattern).test(region.textContent!),
      ),
    words.source,
  );

describe.each([
  ['en', 'Note 1', 'Copied', 'Dark', /Lian.*Difficulties.* Confidence: B/],
  ['zh', '注 1', '已复制', '深色', /Lian.*Difficulties.*可信度/],
])('announced in %s', (language, name, copied, dark, source) => {
  test('a note number is named as one; its source is announced on request and hidden before', async () => {
    const page = await site.open(`/${language}/cases/gaoming/`);
    const note = page.locator('.prose .cite .ref').first();
    expect((await note.getAttribute('aria-label'))!.replace('\u00a0', ' ')).toBe(name);
    const tip = page.locator('.prose .cite .tip').first();
    await note.focus();
    expect(await tip.isVisible()).toBe(true);
    expect(await tip.getAttribute('aria-hidden')).toBe('true');
    expect(await tip.locator('a').getAttribute('tabindex')).toBe('-1');
    await page.keyboard.press('Enter');
    await said(page, source);
    expect(await tip.getAttribute('aria-hidden')).toBeNull();
    expect(await tip.locator('a').getAttribute('tabindex')).toBe('0');
    await page.keyboard.press('Escape');
    expect(await tip.getAttribute('aria-hidden')).toBe('true');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#note-1$/);
  });

  test('what only serves the search is not read out, and a written table has headings of rows', async () => {
    const page = await site.open(`/${language}/cases/gaoming/`, { javaScriptEnabled: false });
    expect(await page.locator('article [data-pagefind-filter]:visible').count()).toBe(0);
    const rows = page.locator('.prose > table').first().locator('tbody tr');
    expect(await rows.locator('th[scope=row]').count()).toBe(await rows.count());
  });

  test('copying and the theme are announced', async () => {
    const page = await site.open(`/${language}/charts/five-districts-gdp/`, {
      permissions,
      colorScheme: 'light',
    });
    for (const button of ['[data-copy=cite-apa]', '[data-copy-table]', '[data-copy=embed-live]']) {
      await page.locator(button).click();
      await said(page, new RegExp(copied));
    }
    await page.locator('[data-theme-toggle]').click();
    await said(page, new RegExp(dark));
  });

  test('a chosen view of a chart is announced, and its text alternative and values follow it', async () => {
    const page = await site.open(`/${language}/charts/purchases-by-place/`);
    const words = page.locator('[data-view="words"]');
    const rows = page.locator('#drawn tbody tr');
    const [summary, listed] = [await words.textContent(), await rows.count()];
    await page.locator('[data-controls] select').first().selectOption('programme');
    await said(page, /\d+/);
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
    await page.keyboard.type(' rail');
    await said(page, /\d/);
    expect((await page.locator('body > [role=status]').first().textContent())!.trim()).toBe(
      await page.locator('[data-search-status]').textContent(),
    );
    expect(await page.locator('select option[data-old]').count()).toBe(1);
  });
});

test('the count of rows found in a table is announced', async () => {
  const page = await site.open('/en/datasets/japan-contracts/');
  await page.locator('main').getByRole('searchbox').first().pressSequentially('2012');
  await said(page, /^\s*4 rows found/);
});

test('no request left the site and no script failed', () => expect(site.errors).toEqual([]));
