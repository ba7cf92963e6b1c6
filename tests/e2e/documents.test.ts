import { existsSync, readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { everyDocument } from '../src/documents/everyDocument.ts';
import { PHONE, useSite } from './site.ts';

const site = useSite();
const documents = everyDocument();

test.each(['en', 'zh'] as const)(
  'the %s list has every document under its step, with its files',
  async (language) => {
    const page = await site.open(`/${language}/documents/`, { javaScriptEnabled: false, viewport: PHONE });
    const written = documents.filter((one) => one.language === language);
    const titles = await page.locator('main section h3').allTextContents();
    expect(titles.map((title) => title.trim()).toSorted()).toEqual(
      written.map(({ title }) => title).toSorted(),
    );
    expect(await page.locator('main section > h2').count()).toBe(7);
    for (const link of await page.locator('main .downloads a').all()) {
      const file = new URL((await link.getAttribute('href'))!, page.url()).pathname;
      expect(existsSync(`dist${file}`), file).toBe(true);
    }
  },
);

test('the Word file of the contract is downloaded from its page, Chinese first', async () => {
  const page = await site.open('/zh/documents/contract/', { javaScriptEnabled: false });
  const waiting = page.waitForEvent('download');
  await page.locator('.downloads a').first().click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe('contract.zh.docx');
  const files = unzipSync(readFileSync((await download.path())!));
  expect(strFromU8(files['word/document.xml']!)).toContain('政府购买服务合同');
});

test('the disclosure table is downloaded as CSV with the columns that its page explains', async () => {
  const page = await site.open('/en/documents/disclosure-table/');
  const shown = await page.locator('.document table tbody tr > :first-child').allTextContents();
  const href = await page.locator('.downloads a', { hasText: 'CSV' }).getAttribute('href');
  const bytes = await (await page.request.get(new URL(href!, page.url()).href)).body();
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.subarray(3).toString().trim().split(',')).toEqual(shown.map((cell) => cell.trim()));
});

test.each(documents.map((one) => [`/${one.language}/documents/${one.id}/`, one] as const))(
  '%s shows each clause with the comment beside it, whose articles are there',
  async (path, written) => {
    const page = await site.open(path, { javaScriptEnabled: false });
    const clauses = written.parts.flatMap((part) => part.clauses);
    expect(await page.locator('.clause').count()).toBe(clauses.length);
    const comments = await page.locator('.clause > .comment').allTextContents();
    clauses.forEach(({ note }, at) => expect(comments[at]).toContain(note));
    for (const link of await page.locator('.comment a').all()) {
      const { pathname, hash } = new URL((await link.getAttribute('href'))!, page.url());
      const html = readFileSync(`dist${pathname}index.html`, 'utf8');
      if (hash) expect(html, pathname + hash).toContain(`id="${hash.slice(1)}"`);
    }
  },
);

test('a comment stands beside its clause in a wide window, and below it on a phone', async () => {
  const wide = await site.open('/en/documents/contract/');
  const boxes = async (page: typeof wide) => {
    const clause = page.locator('.clause').first();
    return [
      await clause.locator('.words').boundingBox(),
      await clause.locator('.comment').boundingBox(),
    ] as const;
  };
  const [words, comment] = await boxes(wide);
  expect(comment!.x).toBeGreaterThan(words!.x + words!.width);
  const phone = await site.open('/en/documents/contract/', { viewport: PHONE });
  const [above, below] = await boxes(phone);
  expect(below!.y).toBeGreaterThan(above!.y + above!.height - 1);
});

test('the old address of the templates leads to the documents', async () => {
  const page = await site.open('/zh/templates/');
  await page.waitForURL(/\/zh\/documents\/$/);
});

test('each way in leads to documents, and nothing asks for another site', async () => {
  const page = await site.open('/zh/start/');
  const links = await page
    .locator('.prose a[href*="/documents/"]')
    .evaluateAll((all) => all.map((a) => new URL((a as HTMLAnchorElement).href).pathname.split('/')[3]));
  expect(new Set(links).size).toBe(10);
  expect(site.errors).toEqual([]);
});
