/** Over 250 lines: the tests of chart views share one built site and one browser. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { chartById, CHARTS } from '../../src/charts/charts.ts';
import { nodeEngine } from '../../src/charts/render/nodeEngine.ts';
import { viewFile, type ViewFile } from '../../src/charts/render/viewFile.ts';
import { HIGHLIGHT, queryOf, subtitleOf, titleOf } from '../../src/model/view.ts';
import { languagesOf } from './long.ts';
import { DESKTOP, PHONE, useSite, openMenu } from './site.ts';
import { choicesWithRows, drawnView } from '../../src/published/drawing.ts';

const site = useSite();

/** The last view of each chart with controls, which differs most from the default; and one in which a series is marked. */
const CHOSEN = [
  ...CHARTS.filter(({ controls }) => controls).map((chart) => ({
    chart,
    choice: choicesWithRows(chart).drawn.at(-1)!,
  })),
  { chart: chartById('procurement-methods'), choice: { [HIGHLIGHT]: 'single-source' } },
].map(({ chart, choice }, at) => ({
  chart,
  choice,
  query: queryOf(chart, choice),
  languages: languagesOf(at),
}));

/** Waits until the view that the address names is shown. */
const ready = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => !document.documentElement.classList.contains('view-pending'));

describe.each(CHOSEN.map((chosen) => [chosen.chart.id, chosen] as const))(
  'a chosen view of %s',
  (id, { chart, choice, query, languages }) => {
    test.each(languages)('in %s: every file is of that view', async (language) => {
      // On a screen with one device pixel per CSS pixel Plot shifts its lines by half a pixel; on others, as in Node, it does not.
      const page = await site.open(`/${language}/charts/${id}/${query}`, { deviceScaleFactor: 2 });
      await ready(page);
      await openMenu(page, 'download');
      const view = drawnView(chart, language, choice);
      const at = { url: '', release: '', date: '2026-01-01' };
      const engine = await nodeEngine();
      const download = async (ending: ViewFile): Promise<Buffer> => {
        const waiting = page.waitForEvent('download');
        await page.locator(`a[data-ending="${ending}"]`).click();
        const file = await waiting;
        expect(file.suggestedFilename()).toBe([id, ...Object.values(choice), language, ending].join('.'));
        return readFileSync((await file.path())!);
      };
      const size = (png: Buffer): number[] => [png.readUInt32BE(16), png.readUInt32BE(20)];
      // Node makes them with the same function: files without a date or address of the build are identical, byte for byte.
      for (const ending of ['svg', 'csv', 'json'] as const)
        expect(
          (await download(ending)).toString() === (await viewFile(view, ending, at, engine)),
          ending,
        ).toBe(true);
      for (const ending of ['png', '4x.png'] as const)
        expect(
          (await download(ending)).equals((await viewFile(view, ending, at, engine)) as Uint8Array),
          ending,
        ).toBe(true);
      if (await page.locator('a[data-ending="wide.png"]').isVisible())
        expect(size(await download('wide.png'))).toEqual([1600, 900]);
      if (await page.locator('a[data-ending="square.png"]').isVisible())
        expect(size(await download('square.png'))).toEqual([1200, 1200]);
      const pdf = (await download('pdf')).toString('latin1');
      const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(
        (await viewFile(view, 'svg', at, engine)) as string,
      )!;
      expect(pdf).toContain(`/MediaBox [ 0 0 ${width} ${height} ]`);
      const sheets = unzipSync(await download('xlsx'));
      const cells = Object.entries(sheets)
        .filter(([name]) => /sharedStrings|sheet\d/.test(name))
        .map(([, bytes]) => Buffer.from(bytes).toString())
        .join('')
        .replaceAll('&amp;', '&');
      expect(cells).toContain(titleOf(chart, choice)[language]);
      expect(cells).toContain(String(view.sources[0]!['id']));
      for (const ending of ['bib', 'ris', 'csl.json'] as const)
        expect((await download(ending)).toString().replaceAll('\\', ''), ending).toContain(query);
    });

    test('the page, the citation and the embed show that view', async () => {
      const page = await site.open(`/en/charts/${id}/${query}`);
      await ready(page);
      const title = titleOf(chart, choice).en;
      expect(await page.locator('h1').textContent()).toBe(title);
      expect(await page.title()).toContain(title);
      expect(await page.locator('.lead').textContent()).toBe(subtitleOf(chart, choice).en);
      expect(await page.locator('#cite-gbt7714').textContent()).toContain(query);
      const caption = await page.locator('#figure-caption').textContent();
      expect(caption).toContain(title);
      expect(caption).toContain(query);
      expect(await page.locator('#embed-live').textContent()).toContain(query.replaceAll('&', '&amp;'));
      const { rows, sources } = drawnView(chart, 'en', choice);
      expect(await page.locator('#drawn tbody tr').count()).toBe(rows.length);
      await page.locator('#tab-sources').click();
      expect(await page.locator('[data-source]:visible').count()).toBe(sources.length);
      // Back to the first options: everything is restored.
      for (const select of await page.locator('select[data-control]').all())
        await select.selectOption({ index: 0 });
      await page.waitForFunction(
        (words) =>
          document.querySelector('h1')!.textContent === words &&
          !document.querySelector('#embed-live')!.textContent.includes('?'),
        chart.title.en,
      );
      expect(await page.locator('[data-source]:visible').count()).toBe(drawnView(chart, 'en').sources.length);
    });

    test('in a sandboxed frame on another page, the embed shows it in the fonts of the site', async () => {
      const page = await site.open(`/en/charts/${id}/${query}`);
      await ready(page);
      const code = (await page.locator('#embed-live').textContent())!.replaceAll(
        /(src=")(https:\/\/[^/"]+)?\//g,
        `$1${site.address}/`,
      );
      await page.route('**/blog.html', (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><body style="width:700px">${code}</body>`,
        }),
      );
      await page.goto(`${site.address}/blog.html`);
      const frame = page.frameLocator('iframe');
      await frame.getByRole('heading', { name: titleOf(chart, choice).en }).waitFor();
      await page.waitForFunction(
        (before) => document.querySelector('iframe')!.height !== before,
        String(520),
      );
      const inner = page.frames()[1]!;
      expect(
        await inner.evaluate(() =>
          document.fonts.ready.then(() =>
            [...document.fonts].some(
              ({ family, status }) => /Source Sans 3/.test(family) && status === 'loaded',
            ),
          ),
        ),
      ).toBe(true);
      const height = await inner.evaluate(() => document.body.getBoundingClientRect().height);
      expect(
        Math.abs(Number(await page.locator('iframe').getAttribute('height')) - height),
      ).toBeLessThanOrEqual(2);
      expect(await frame.locator('[data-view-link]').getAttribute('href')).toContain(query);
      // Its values and sources are in it too; links leave the frame alone.
      await frame.locator('#tab-table').click();
      expect(await frame.locator('#drawn tbody tr').count()).toBe(drawnView(chart, 'en', choice).rows.length);
      const [opened] = await Promise.all([
        page.context().waitForEvent('page'),
        frame.locator('#panel-table a').first().click(),
      ]);
      expect(opened.url()).toContain('/en/datasets/');
    });

    test.each([
      ['desktop', DESKTOP],
      ['phone', PHONE],
    ])('opens on a %s without moving', async (_name, viewport) => {
      const page = await site.open(`/en/charts/${id}/${query}`, { viewport }, (blank) =>
        blank.addInitScript(() => {
          let moved = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) moved += (entry as unknown as { value: number }).value;
            document.documentElement.dataset['moved'] = String(moved);
          }).observe({ type: 'layout-shift', buffered: true });
        }),
      );
      await ready(page);
      await page.evaluate(() => document.fonts.ready);
      await page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      );
      const moved = await page.evaluate(() => Number(document.documentElement.dataset['moved'] ?? 0));
      expect(moved).toBeLessThan(0.02);
    });
  },
);

test('a chosen view is drawn for its place: a window turned to a phone’s width shows the drawing for it', async () => {
  const { chart, query } = CHOSEN[0]!;
  const page = await site.open(`/en/charts/${chart.id}/${query}`);
  await ready(page);
  const fontSize = (): Promise<number> =>
    page.locator('.drawings svg:visible').evaluate((svg: SVGSVGElement) => {
      const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      return 13 * scale;
    });
  expect(await fontSize()).toBeGreaterThanOrEqual(12);
  await page.setViewportSize(PHONE);
  await page.waitForFunction(
    () => document.querySelector('.drawings .phone svg')!.getClientRects().length > 0,
  );
  expect(await fontSize()).toBeGreaterThanOrEqual(12);
});

test('an option that a chart does not offer, or that has no row, is reported, and the default shown', async () => {
  for (const [language, words] of [
    ['en', 'does not offer'],
    ['zh', '本图没有'],
  ]) {
    const page = await site.open(
      `/${language}/charts/${CHOSEN[0]!.chart.id}/?${CHOSEN[0]!.chart.controls![0]!.id}=nonsense`,
    );
    await ready(page);
    const notice = page.locator('[data-view-notice]');
    await notice.waitFor();
    expect(await notice.textContent()).toContain('=nonsense');
    expect(await notice.textContent()).toContain(words);
    expect(await page.locator('select[data-control]').first().inputValue()).toBe(
      CHOSEN[0]!.chart.controls![0]!.options[0]!.id,
    );
  }
  for (const chart of CHARTS)
    for (const choice of choicesWithRows(chart).empty.slice(0, 1)) {
      const page = await site.open(`/en/charts/${chart.id}/${queryOf(chart, choice)}`);
      await ready(page);
      await page.locator('[data-view-notice]').waitFor();
      expect(await page.locator('h1').textContent()).toBe(chart.title.en);
      const [name, value] = Object.entries(choice).at(-1)!;
      const others = Object.fromEntries(Object.entries(choice).slice(0, -1));
      await page.goto(`${site.address}/en/charts/${chart.id}/${queryOf(chart, others)}`);
      await ready(page);
      expect(await page.locator(`select[name="${name}"] option[value="${value}"]`).isDisabled()).toBe(true);
    }
});

test.each([
  ['a chart', `charts/${CHOSEN[0]!.chart.id}/${CHOSEN[0]!.query}`],
  ['the comparison', 'compare/?places=gaoming,nanhai'],
  ['a list', 'cases/?kind=foreign'],
  ['a table', 'datasets/purchases/?sort=year&q=nanhai'],
])('the link to the other language keeps the state of %s', async (_what, path) => {
  const page = await site.open(`/en/${path}`);
  await page.locator('a[data-twin]').click();
  await page.waitForURL(/\/zh\//);
  expect(page.url()).toBe(`${site.address}/zh/${path}`);
});

describe.each(['en', 'zh'])('tips in %s', (language) => {
  test('every mark of every chart shows its tip at its centre', async () => {
    const page = await site.open(`/${language}/`);
    const faults: string[] = [];
    let marks = 0;
    for (const { id } of CHARTS) {
      await page.goto(`${site.address}/${language}/charts/${id}/`);
      await page.locator('.drawings[tabindex]').waitFor();
      const found = await page.evaluate(() => {
        const svg = [...document.querySelectorAll<SVGSVGElement>('.drawings svg')].find(
          (one) => one.getClientRects().length > 0,
        )!;
        const marks = [...svg.querySelectorAll('title')].map((title) => ({
          mark: title.parentElement!,
          words: title.textContent!,
        }));
        const faults: string[] = [];
        for (const { mark, words } of marks) {
          mark.scrollIntoView({ block: 'center', behavior: 'instant' });
          const box = mark.getBoundingClientRect();
          const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
          // The topmost element receives the event, a label as well as a mark.
          document
            .elementFromPoint(x, y)
            ?.dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: y, bubbles: true }));
          const tip = document.querySelector<HTMLElement>('.chart-tip')!;
          if (tip.hidden || !tip.textContent!.split('\n').includes(words))
            faults.push(`“${words}” says ${tip.hidden ? 'nothing' : `“${tip.textContent}”`}`);
        }
        return { count: marks.length, faults };
      });
      marks += found.count;
      if (found.count === 0) faults.push(`${id} has no marks with values`);
      faults.push(...found.faults.map((fault) => `${id}: ${fault}`));
    }
    expect(faults).toEqual([]);
    expect(marks).toBeGreaterThan(300);
  });
});

test('on a phone a tip stays when the finger is lifted, until a tap elsewhere', async () => {
  const page = await site.open('/en/charts/five-districts-population/', {
    viewport: PHONE,
    hasTouch: true,
    isMobile: true,
  });
  const mark = page.locator('.drawings svg:visible title').first().locator('..');
  await mark.scrollIntoViewIfNeeded();
  const box = (await mark.boundingBox())!;
  // Slightly beside the mark, as with a finger.
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2 + 10);
  const tip = page.locator('.chart-tip');
  await tip.waitFor();
  const words = await tip.textContent();
  expect(words).toMatch(/\d/);
  await page.locator('h1').tap();
  await tip.waitFor({ state: 'hidden' });
});

test('Enter pins a tip, which then stays while the pointer moves, and Escape closes it', async () => {
  const page = await site.open('/en/charts/five-districts-population/');
  await page.locator('.drawings').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const tip = page.locator('.chart-tip');
  const words = await tip.textContent();
  await page.locator('.drawings svg:visible circle').last().hover();
  expect(await tip.textContent()).toBe(words);
  await page.keyboard.press('Escape');
  await tip.waitFor({ state: 'hidden' });
});

test('a pinned tip leads to its source among the sources of the figure, and to its row', async () => {
  const page = await site.open('/en/charts/procurement-methods/');
  await page.locator('.drawings[tabindex]').waitFor();
  await page.locator('.drawings svg:visible [data-row]').first().click();
  const links = page.locator('.chart-tip.pinned a');
  expect(await links.last().getAttribute('href')).toMatch(/^\/en\/datasets\/china-procurement\/row\//);
  await page.goto(new URL((await links.last().getAttribute('href'))!, page.url()).href);
  expect(await page.locator('.row-page').count()).toBe(1);
  await page.goBack();
  await page.locator('.drawings[tabindex]').waitFor();
  await page.locator('.drawings svg:visible [data-row]').first().click();
  await links.first().click();
  expect(await page.locator('#tab-sources').getAttribute('aria-selected')).toBe('true');
  expect(await page.locator('[data-source]:target').isVisible()).toBe(true);
});

test('the series of the mark at the pointer is emphasised: the others fade, and come back', async () => {
  const page = await site.open('/en/charts/procurement-methods/');
  await page.locator('.drawings[tabindex]').waitFor();
  const svg = page.locator('.drawings svg:visible');
  const marks = svg.locator('[data-sources]');
  const mark = marks.first();
  await mark.hover();
  const colour = await mark.getAttribute('stroke');
  expect(await svg.locator('[data-sources].faded').count()).toBeGreaterThan(5);
  expect(await svg.locator(`[stroke="${colour}"].faded`).count()).toBe(0);
  expect(await svg.locator('.faded[fill="currentColor"]').count()).toBe(0);
  await page.mouse.move(2, 2);
  await page.waitForFunction(() => document.querySelectorAll('.faded').length === 0);
});

test('chart, table and sources are tabs, and follow each other without script', async () => {
  const path = '/en/charts/procurement-methods/';
  const page = await site.open(path);
  expect(await page.locator('#drawn').isVisible()).toBe(false);
  await page.locator('#tab-chart').focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.locator('#drawn').isVisible()).toBe(true);
  expect(await page.locator('.drawings').isVisible()).toBe(false);
  const plain = await site.open(path, { javaScriptEnabled: false });
  for (const part of ['.drawings', '#drawn', '#panel-sources'])
    expect(await plain.locator(part).isVisible()).toBe(true);
});

test('the first change of a control loads at most 100 KB of scripts, compressed, and no table', async () => {
  const loaded = new Map<string, number>();
  const page = await site.open('/en/charts/procurement-methods/', {}, async (empty) => {
    empty.on('requestfinished', async (request) => {
      if (!/\.(js|json)$/.test(new URL(request.url()).pathname)) return;
      const body = await (await request.response())!.body();
      loaded.set(request.url(), gzipSync(body, { level: 9 }).length);
    });
  });
  await page.waitForLoadState('networkidle');
  const before = new Set(loaded.keys());
  await page.locator('select[data-end="first"]').selectOption('2020');
  const { question } = CHARTS.find(({ id }) => id === 'procurement-methods')!;
  await page.waitForFunction((words) => document.querySelector('h1')!.textContent === words, question.en);
  const scripts = [...loaded].filter(([url]) => !before.has(url) && url.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.reduce((sum, [, bytes]) => sum + bytes, 0) / 1024).toBeLessThanOrEqual(100);
  expect([...loaded.keys()].filter((url) => url.includes('/data/'))).toEqual([]);
});

test('series and years are chosen, the view has their address, and its files are of it', async () => {
  const requests: string[] = [];
  const page = await site.open('/en/charts/procurement-methods/', {}, async (empty) => {
    empty.on('response', (response) => requests.push(response.url()));
  });
  await page.locator('[data-controls] summary').click();
  await page.locator('[data-check="none"]').click();
  await page.locator('input[name="show"][value="single-source"]').check();
  await page.waitForURL(/\?show=single-source$/);
  await page.locator('select[data-end="first"]').selectOption('2020');
  await page.waitForURL(/&years=2020-\d{4}$/);
  const chart = CHARTS.find(({ id }) => id === 'procurement-methods')!;
  await page.waitForFunction(
    (words) => document.querySelector('h1')!.textContent === words,
    chart.question.en,
  );
  const { search } = new URL(page.url());
  const { rows } = drawnView(chart, 'en', Object.fromEntries(new URLSearchParams(search)));
  expect(await page.locator('#drawn tbody tr').count()).toBe(rows.length);
  await openMenu(page, 'download');
  const waiting = page.waitForEvent('download');
  await page.locator('a[data-ending="csv"]').click();
  const csv = readFileSync((await (await waiting).path())!, 'utf8');
  expect(csv.trim().split('\r\n')).toHaveLength(rows.length + 1);
  await page.reload();
  await ready(page);
  expect(await page.locator('input[name="show"]:checked').count()).toBe(1);
  expect(await page.locator('#drawn tbody tr').count()).toBe(rows.length);
});

test('the search page has no layout shift when it opens with a query', async () => {
  const page = await site.open('/en/search/?q=turnover', {}, (blank) =>
    blank.addInitScript(() => {
      let moved = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) moved += (entry as unknown as { value: number }).value;
        document.documentElement.dataset['moved'] = String(moved);
      }).observe({ type: 'layout-shift', buffered: true });
    }),
  );
  await page.locator('[data-search-results] h3').first().waitFor();
  expect(await page.evaluate(() => Number(document.documentElement.dataset['moved'] ?? 0))).toBeLessThan(
    0.02,
  );
});

test('no request left the site and no script failed', () => expect(site.errors).toEqual([]));
