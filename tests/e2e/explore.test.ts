import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { readDataset, readTable } from '../../src/published/readCatalogue.ts';
import { PHONE, useSite } from './site.ts';

const site = useSite();
const ALL = readTable('contracts', 'contracts').rows.toLocaleString('en-US');
const PLACE = 'xk-prishtina';

const status = (page: Page) => page.locator('[data-part="status"]');
/** Opens the filter of a column: one that costs little to count is open already. */
async function openFilter(page: Page, column: string): Promise<void> {
  const filter = page.locator(`details[data-column="${column}"]`);
  if ((await filter.getAttribute('open')) === null) await filter.locator('summary').click();
}

/** The number of rows found, once it is not that of all rows. */
async function found(page: Page): Promise<number> {
  await page.waitForFunction(() => / of /.test(document.querySelector('[data-part="status"]')!.textContent));
  return Number((await status(page).textContent())!.split(' ')[0]!.replaceAll(',', ''));
}

describe('the explorer of contracts', () => {
  test('a facet, a group, the address and the CSV agree', async () => {
    const page = await site.open('/en/datasets/contracts/explore/');
    expect(await status(page).textContent()).toBe(`${ALL} rows`);
    const place = page.locator('[data-column="place"]');
    await openFilter(page, 'place');
    const line = place.locator('label', { has: page.locator(`input[value="${PLACE}"]`) });
    const counted = Number((await line.locator('.count').textContent())!.replaceAll(',', ''));
    await line.locator('input').check();
    expect(await found(page)).toBe(counted);

    await page.selectOption('[name="by"]', 'supplier_kind');
    await page.selectOption('[name="of"]', 'amount');
    const groups = page.locator('.grouped tbody tr');
    await groups.first().locator('td', { hasText: 'EUR' }).first().waitFor();
    const rowsOfGroups = await groups.locator('td:nth-child(2)').allTextContents();
    expect(rowsOfGroups.reduce((sum, text) => sum + Number(text.replaceAll(',', '')), 0)).toBe(counted);

    await page.reload();
    expect(await found(page)).toBe(counted);
    await groups.first().waitFor();
    expect(await page.locator('.chip').first().textContent()).toContain('Prishtina');

    const waiting = page.waitForEvent('download');
    await page.locator('[data-save="csv"]').click();
    const csv = readFileSync((await (await waiting).path())!, 'utf8');
    expect(csv.startsWith('\ufeff')).toBe(true);
    const { data } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true });
    expect(data).toHaveLength(counted);
    expect(new Set(data.map((row) => row['place']))).toEqual(new Set([PLACE]));

    await page.goBack();
    await page.waitForFunction(() => document.querySelector<HTMLSelectElement>('[name="of"]')!.value === '');
    expect(site.errors).toEqual([]);
  });

  test('a row is shown whole at its address, with its raw file and line', async () => {
    const first = readTable('contracts', 'contracts').large!.firstRows[0]!;
    const page = await site.open(`/zh/datasets/contracts/explore/?row=${String(first['id'])}`);
    await page.locator('.one-row').waitFor();
    const words = await page.locator('.one-row').textContent();
    expect(words).toContain(`读自原文件 ${String(first['file'])} 第 ${String(first['row_in_file'])} 行。`);
    expect(words).toContain(String(first['title']));
    await page.locator('.one-row .citation summary').click();
    const today = new Date().toISOString().slice(0, 10);
    const cited = await page.locator('.one-row .cite-view dd').first().textContent();
    for (const part of [`row=${String(first['id'])}`, readDataset('contracts').version, today])
      expect(cited).toContain(part);
  });

  test('without scripts it shows the first rows and where the others are', async () => {
    const page = await site.open('/en/datasets/contracts/explore/', { javaScriptEnabled: false });
    expect(await page.locator('.rows tbody tr').count()).toBe(50);
    expect(await page.locator('noscript').textContent()).toContain('JavaScript');
    expect(await page.locator('a', { hasText: 'Files and dictionary' }).isVisible()).toBe(true);
  });

  test('on a desktop the amount is seen without scrolling, and a long text is whole when it is opened', async () => {
    const page = await site.open('/en/datasets/contracts/explore/');
    const frame = (await page.locator('.rows').boundingBox())!;
    const amount = (await page.locator('.rows th[data-name="amount"]').boundingBox())!;
    expect(amount.x + amount.width).toBeLessThanOrEqual(frame.x + frame.width);
    const long = page.locator('.rows .long').first();
    const height = () => long.locator('span').evaluate((text) => [text.clientHeight, text.scrollHeight]);
    await long.locator('summary').click();
    const [seen, whole] = await height();
    expect(seen).toBe(whole);
  });

  test('on a phone rows are cards, filters are behind one button, and nothing is wider than the screen', async () => {
    const page = await site.open('/en/datasets/contracts/explore/', { viewport: PHONE });
    expect(await page.locator('.rows thead').evaluate((head) => head.clientWidth)).toBeLessThanOrEqual(1);
    const filters = page.locator('.filters');
    expect(await filters.getAttribute('open')).toBeNull();
    expect(await filters.locator('details').count()).toBe(0);
    await filters.getByText('Filters', { exact: true }).click();
    await openFilter(page, 'place');
    await filters.locator('[data-column="place"] .count').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  });
});
