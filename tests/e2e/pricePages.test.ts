import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { text } from '../../src/model/row.ts';
import { readRows } from '../../src/published/readCatalogue.ts';
import { PHONE, useSite } from './site.ts';

const site = useSite();
const rows = readRows('prices');

/** The ids of the prices that the list leaves, in open and closed groups. */
const left = (page: Page): Promise<string[]> =>
  page.locator('tr.price:not([hidden])').evaluateAll((items) => items.map(({ id }) => id));
const idsOf = (fits: (row: (typeof rows)[number]) => boolean): string[] =>
  rows
    .filter(fits)
    .map((row) => text(row, 'id'))
    .sort();

describe('the list of prices', () => {
  test('is narrowed by service and kind, and the address keeps the choice in both languages', async () => {
    const page = await site.open('/en/prices/');
    await page.locator('select[name=service]').selectOption('meals');
    await page.locator('select[name=kind]').selectOption('subsidy');
    await page.waitForURL(/\?service=meals&kind=subsidy$/);
    const wanted = idsOf((row) => row['service'] === 'meals' && row['price_kind'] === 'subsidy');
    expect((await left(page)).toSorted()).toEqual(wanted);
    expect(await page.locator('tr.price:visible').count()).toBe(wanted.length);
    await page.locator('a.twin').click();
    await page.waitForURL(/\/zh\/prices\/\?service=meals&kind=subsidy$/);
    expect((await left(page)).toSorted()).toEqual(wanted);
    expect(site.errors).toEqual([]);
  });

  test('shows the prices of a place and of those within it', async () => {
    const page = await site.open('/zh/prices/?place=nanhai', { viewport: PHONE });
    expect((await left(page)).toSorted()).toEqual(
      idsOf((row) => ['nanhai', 'nanhai-dali'].includes(text(row, 'place'))),
    );
  });

  test('has every price with its source without script', async () => {
    const page = await site.open('/en/prices/', { javaScriptEnabled: false });
    expect((await left(page)).toSorted()).toEqual(idsOf(() => true));
    expect(await page.locator('tr.price a[href*="/sources/#"]').count()).toBe(rows.length);
    await page.locator('#meals > summary').click();
    expect(await page.locator('#meals tr.price').first().isVisible()).toBe(true);
  });
});

describe('the calculator', () => {
  const sum = (page: Page, level: string): Promise<string> =>
    page.locator(`[data-part="${level}-sum"]`).innerText();

  test('multiplies a number by the prices found, and keeps what was entered in the address', async () => {
    const page = await site.open('/en/prices/calculator/?price=mediation.case&number=1000&bring=false');
    expect(await sum(page, 'middle')).toBe('CNY 100,000');
    await page.locator('input[name=number]').fill('20000');
    expect(await sum(page, 'middle')).toBe('CNY 2 million');
    expect(await page.locator('[data-part="middle-procedure"]').innerText()).toContain('From the limit');
    await page.locator('input[name=tender-threshold]').fill('2000000');
    expect(await page.locator('[data-part="middle-procedure"]').innerText()).toContain('open tender');
    expect(new URL(page.url()).search).toBe(
      '?price=mediation.case&number=20000&bring=false&tender-threshold=2000000',
    );
    await page.reload();
    expect(await sum(page, 'middle')).toBe('CNY 2 million');
    expect(site.errors).toEqual([]);
  });

  test('reckons people served from residents, and uses only the kinds of price that are left', async () => {
    const page = await site.open(
      '/en/prices/calculator/?price=meals.meal&residents=100000&older=20&served=5&amount=20&bring=false',
    );
    expect(await page.locator('[data-part="quantity"]').innerText()).toBe('240,000');
    const all = await page.locator('.used li:visible').count();
    await page.locator('input[name=subsidy]').uncheck();
    expect(await page.locator('.used li:visible').count()).toBeLessThan(all);
    await page.locator('input[name=paid]').uncheck();
    expect(await page.locator('[data-part="few"]').isVisible()).toBe(true);
    expect(await page.locator('[data-part="table"]').isVisible()).toBe(false);
  });

  test('gives prices to multiply without script', async () => {
    const page = await site.open('/zh/prices/calculator/', { javaScriptEnabled: false });
    expect(await page.locator('form[data-calculator]').isVisible()).toBe(false);
    expect(await page.locator('.static tbody tr').count()).toBeGreaterThan(10);
  });
});
