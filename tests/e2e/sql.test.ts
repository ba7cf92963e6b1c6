import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'papaparse';
import { SQL_EXAMPLES } from '../../src/components/sql/sqlExamples.ts';
import { sqlWords } from '../../src/i18n/sqlWords.ts';
import { shown, useSite } from './site.ts';

const site = useSite();
const words = sqlWords('en');
const [example] = SQL_EXAMPLES;

test('the page runs an example: table, chart, CSV and address; then shows an error, and stops an endless query', async () => {
  const asked: string[] = [];
  const page = await site.open('/en/sql/', {}, async (blank) =>
    blank.on('request', (request) => asked.push(new URL(request.url()).pathname)),
  );
  const part = (name: string) => page.locator(`[data-part="${name}"]`);
  expect(asked.filter((path) => /\.(sqlite|wasm|gz)|Worker/.test(path))).toEqual([]);

  await page.getByRole('link', { name: example!.question.en }).click();
  await part('result').waitFor();
  const rows = part('table').locator('tbody tr');
  expect(await rows.count()).toBe(10);
  expect(await rows.first().innerText()).toMatch(/^2011\s/);
  expect(await part('drawing').locator('svg title').count()).toBe(10);
  expect(new URL(page.url()).searchParams.get('q')).toBe(example!.sql('en'));
  const waiting = page.waitForEvent('download');
  await part('csv').click();
  const csv = readFileSync((await (await waiting).path())!, 'utf8');
  expect(parse(csv.trim().replace('\ufeff', '')).data).toHaveLength(11);

  const editor = page.getByLabel(words.query, { exact: true });
  await editor.fill('SELECT * FORM contracts');
  await editor.press('Control+Enter');
  await part('fault').waitFor();
  expect(await part('fault').innerText()).toContain(words.faults.syntax('FORM'));
  expect(await part('fault').innerText()).toContain('near "FORM": syntax error');
  expect(await part('result').isVisible()).toBe(false);

  await editor.fill('WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n');
  await editor.press('Control+Enter');
  await page.getByText(words.running).waitFor();
  await page.getByRole('button', { name: words.cancel }).click();
  await page.getByText(words.stopped).waitFor();
  expect(site.errors).toEqual([]);
});

test('an address with a query opens with its result', async () => {
  const query = new URLSearchParams({ q: 'SELECT count(*) AS contracts FROM contracts' });
  const page = await site.open(`/zh/sql/?${query}`);
  await page.locator('[data-part="result"]').waitFor();
  expect(await page.locator('[data-part="table"] td').allInnerTexts()).toEqual(['51,540']);
  expect(site.errors).toEqual([]);
});

test('without scripts the page has the examples and the files', async () => {
  const page = await site.open('/en/sql/', { javaScriptEnabled: false });
  await shown(page);
  expect(await page.locator('[data-sql]').isVisible()).toBe(false);
  expect(await page.getByRole('heading', { name: example!.question.en }).isVisible()).toBe(true);
  expect(await page.locator('pre').allTextContents()).toEqual(SQL_EXAMPLES.map(({ sql }) => sql('en')));
  expect(await page.locator('a[href$=".sqlite.gz"]').isVisible()).toBe(true);
});

test('only pages that run WebAssembly allow it', () => {
  const allows = (path: string): boolean =>
    readFileSync(`dist/${path}/index.html`, 'utf8').includes('wasm-unsafe-eval');
  expect(
    ['en/sql', 'zh/sql', 'en/search', 'en/charts/purchases-by-place'].filter((path) => !allows(path)),
  ).toEqual([]);
  expect(['en', 'en/about', 'en/datasets', 'en/cases/gaoming', 'en/law'].filter(allows)).toEqual([]);
});
