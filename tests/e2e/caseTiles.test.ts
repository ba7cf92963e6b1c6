import { expect, test } from 'vitest';
import { useSite } from './site.ts';

const site = useSite();

test('tiles of places narrow the cases as the select does, and count what the other choices leave', async () => {
  const page = await site.open('/en/cases/');
  const shown = page.locator('.cards > li:visible');
  const all = await shown.count();
  const tile = page.locator('.map a[data-value="guangdong"]');
  const count = Number(await tile.locator('[data-count]').textContent());
  await tile.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/place=guangdong/);
  expect(await shown.count()).toBe(count);
  expect(await tile.getAttribute('aria-current')).toBe('true');
  expect(await page.locator('select[name="place"]').inputValue()).toBe('guangdong');
  await tile.click();
  await expect.poll(() => shown.count()).toBe(all);
  await page.getByLabel('Kind').selectOption({ label: 'Abroad' });
  await page.waitForURL(/kind=foreign/);
  expect(await tile.getAttribute('aria-disabled')).toBe('true');
  expect(await tile.locator('[data-count]').textContent()).toBe('0');
  const abroad = await shown.count();
  await tile.click({ force: true });
  expect(await shown.count()).toBe(abroad);
  expect(page.url()).not.toContain('place=');
});

test('without script a tile leads to the first case of its place, and the others of that place follow', async () => {
  const page = await site.open('/zh/cases/', { javaScriptEnabled: false });
  const tiles = page.locator('a[data-sets="place"]');
  expect(await tiles.count()).toBeGreaterThan(15);
  for (const tile of await tiles.all()) {
    const place = (await tile.getAttribute('data-value'))!;
    expect(await tile.getAttribute('href')).toBe(`#place-${place}`);
    const count = Number(await tile.locator('[data-count]').textContent());
    const following = page.locator(`#place-${place}, #place-${place} ~ li[data-place="${place}"]`);
    expect(await following.count()).toBe(count);
    const between = page.locator(
      `#place-${place} ~ li:not([data-place="${place}"]) ~ li[data-place="${place}"]`,
    );
    expect(await between.count()).toBe(0);
  }
  await tiles.first().click();
  expect(page.url()).toContain('#place-');
});

test('no request left the site and no script failed', () => expect(site.errors).toEqual([]));
