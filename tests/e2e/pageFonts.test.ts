/** Over 250 lines: the tests of the fonts of pages share browsers that have few fonts. */
import { copyFileSync, globSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import subsetFont from 'subset-font';
import { describe, expect, test } from 'vitest';
import { fontFile } from '../../src/charts/render/fonts.ts';
import { DESKTOP, PHONE, useSite } from './site.ts';

const DIST = 'dist';
const SOURCE_SANS = createRequire(import.meta.url).resolve(
  '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2',
);
const LATIN = Array.from({ length: 94 }, (_, at) => String.fromCodePoint(33 + at)).join('');

/** A fontconfig file with only one font: Noto Sans SC, or the Latin characters of Source Sans. */
async function onlyFont(characters: 'chinese' | 'latin'): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), `fonts-${characters}-`));
  const font = join(folder, 'only.ttf');
  if (characters === 'chinese') copyFileSync(fontFile('han-400'), font);
  else writeFileSync(font, await subsetFont(readFileSync(SOURCE_SANS), LATIN, { targetFormat: 'truetype' }));
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>`,
  );
  return file;
}

const full = useSite(await onlyFont('chinese'));
const bare = useSite(await onlyFont('latin'));
/** A page whose first lines break elsewhere in the boxes of the machine. */
const SHIFTING = '/zh/countermeasures/legal-framework/';
const IS_HAN = /\/(?:han\.css|_astro\/han\.\w+\.woff2)$/;
const PAGES = ['/zh/', '/zh/cases/gaoming/', '/zh/datasets/purchases/', '/en/cases/gaoming/', '/404.html'];

/** The requests of a page for the Chinese fonts, collected as they are made. */
function requestsOf(page: Page): string[] {
  const requests: string[] = [];
  page.on('request', (request) => {
    if (IS_HAN.test(request.url())) requests.push(new URL(request.url()).pathname);
  });
  return requests;
}

/** Images of characters in the font of the page's text, each as a string. */
const picturesOf = (page: Page, characters: string): Promise<string[]> =>
  page.evaluate(
    (text) =>
      [...text].map((character) => {
        const canvas = Object.assign(document.createElement('canvas'), { width: 80, height: 80 });
        const pen = canvas.getContext('2d')!;
        pen.font = `64px ${getComputedStyle(document.body).fontFamily}`;
        pen.fillText(character, 4, 64);
        return canvas.toDataURL();
      }),
    characters,
  );

const widthsOf = (page: Page, characters: string): Promise<number[]> =>
  page.evaluate((text) => {
    const pen = document.createElement('canvas').getContext('2d')!;
    pen.font = `64px ${getComputedStyle(document.body).fontFamily}`;
    return [...text].map((character) => Math.round(pen.measureText(character).width));
  }, characters);

/** The cumulative layout shift after all fonts are loaded and drawn. */
const shiftOf = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    // Cause a shift as a marker: once it is reported, so are all earlier ones. Markers of earlier calls are excluded.
    const marks = ((globalThis as { marks?: Set<number> }).marks ??= new Set());
    let marked = Infinity;
    let sum = 0;
    return new Promise<number>((resolve) => {
      const observer = new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
          if (entry.startTime >= marked) {
            marks.add(entry.startTime);
            observer.disconnect();
            resolve(sum);
            return;
          }
          if (!marks.has(entry.startTime)) sum += entry.value;
        }
      });
      observer.observe({ type: 'layout-shift', buffered: true });
      requestAnimationFrame(() =>
        requestAnimationFrame((frame) => {
          // An entry has the rounded time of its frame; the previous frame is some 16 ms earlier.
          marked = frame - 5;
          const { style } = document.body;
          style.paddingTop = style.paddingTop === '' ? '200px' : '';
        }),
      );
    });
  });

/** Delays the fonts until long after the page was drawn. */
const late = (page: Page): Promise<unknown> =>
  page.route(IS_HAN, async (route) => {
    if (route.request().url().endsWith('.woff2')) await wait(1500);
    await route.continue();
  });

describe('a device with Chinese characters', () => {
  test.each(PAGES)('fetches no Chinese font for %s', async (path) => {
    let requests: string[] = [];
    const page = await full.open(path, {}, async (empty) => (requests = requestsOf(empty)));
    await page.waitForLoadState('networkidle');
    expect(new Set(await picturesOf(page, '政府购买\u0378')).size).toBe(5);
    expect(requests).toEqual([]);
  });
});

describe('a device without Chinese characters', () => {
  test.each(PAGES)('fetches them from the site for %s, and draws the characters', async (path) => {
    let requests: string[] = [];
    const page = await bare.open(path, {}, async (empty) => (requests = requestsOf(empty)));
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => document.fonts.load('64px "Han of Noto"', '政府购买'));
    expect(requests[0]).toBe('/han.css');
    expect(requests.length).toBeGreaterThan(1);
    expect(requests.length).toBeLessThanOrEqual(8);
    expect(new Set(await picturesOf(page, '政府购买\u0378')).size).toBe(5);
    // A character that the site does not use is drawn as our box, an em wide; the device's own box is narrower.
    const [absent, other] = await picturesOf(page, '\u9fb4\u9fb5');
    expect(absent).toBe(other);
    const [known, box, missing] = await widthsOf(page, '政\u9fb4\u0378');
    expect([known, box]).toEqual([64, 64]);
    expect(missing).toBeLessThan(60);
  });

  test('would draw the same box for all characters without the style sheet', async () => {
    const page = await bare.open('/zh/', {}, (empty) =>
      empty.route(IS_HAN, (route) => route.fulfill({ body: '' })),
    );
    expect(new Set(await picturesOf(page, '政府购买\u0378')).size).toBe(1);
  });

  test.each([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ])('moves nothing when they arrive late, on a %s', async (_name, viewport) => {
    for (const path of ['/zh/', SHIFTING, '/zh/about/']) {
      const page = await bare.open(path, { viewport }, late);
      await page.waitForLoadState('networkidle');
      expect(await shiftOf(page), path).toBeLessThan(0.02);
    }
  });

  test('would shift the layout without the boxes', async () => {
    const page = await bare.open(SHIFTING, {}, async (empty) => {
      await late(empty);
      await empty.route(/han\.css$/, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: (await response.text()).replace(/^.*Han as Boxes.*$/m, '') });
      });
    });
    await page.waitForLoadState('networkidle');
    // The amount depends on the machine's boxes, but always exceeds the limit of the test above.
    await expect.poll(() => shiftOf(page), { timeout: 10_000 }).toBeGreaterThan(0.02);
  });

  test.each([
    ['alike', 'TextMetrics.prototype, name, { get: () => 7 }'],
    ['at random', 'TextMetrics.prototype, name, { get: Math.random }'],
    ['not at all', 'CanvasRenderingContext2D.prototype, "measureText", { value: undefined }'],
  ])('that measures %s, to hide which it is, fetches nothing', async (_how, lie) => {
    let requests: string[] = [];
    const page = await bare.open('/zh/', {}, async (empty) => {
      requests = requestsOf(empty);
      await empty.addInitScript(
        `for (const name of ['width', 'Left', 'Right', 'Ascent', 'Descent'].map((side) => side === 'width' ? side : 'actualBoundingBox' + side)) Object.defineProperty(${lie})`,
      );
    });
    await page.waitForLoadState('networkidle');
    expect(requests).toEqual([]);
  });

  test('reads without scripts, in boxes', async () => {
    let requests: string[] = [];
    await bare.open('/zh/', { javaScriptEnabled: false }, async (empty) => (requests = requestsOf(empty)));
    expect(requests).toEqual([]);
  });
});

test('every font that the style sheets define is known to the browser', async () => {
  const page = await bare.open('/zh/');
  await page.waitForLoadState('networkidle');
  const known = await page.evaluate(() =>
    [...document.fonts].map(({ family }) => family.replaceAll('"', '')),
  );
  const defined = [
    ...readFileSync('src/styles/fonts.css', 'utf8').matchAll(/@font-face \{\s*font-family: '([^']+)'/g),
  ];
  expect(defined.length).toBeGreaterThan(8);
  expect(known).toEqual(
    expect.arrayContaining(['Han of Noto', 'Han as Boxes', ...defined.map(([, family]) => family)]),
  );
});

describe('the fonts', () => {
  const styles = readFileSync(join(DIST, 'han.css'), 'utf8');
  const ranges = [...styles.matchAll(/'Han of Noto'.*unicode-range:([^}]+)/g)].flatMap(([, list]) =>
    list!.split(',').map((range) =>
      range
        .slice(2)
        .split('-')
        .map((code) => Number.parseInt(code, 16)),
    ),
  );

  test('have every Chinese character of the site', () => {
    const pages = globSync(['404.html', '{en,zh}/**/*.html'], { cwd: DIST }).filter(
      (path, at) => !path.includes('/row/') || at % 20 === 0,
    );
    const characters = new Set(
      pages.flatMap(
        (path) => readFileSync(join(DIST, path), 'utf8').match(/[\p{Script=Han}，。、；：（）《》]/gu) ?? [],
      ),
    );
    expect(characters.size).toBeGreaterThan(1500);
    const absent = [...characters].filter((character) => {
      const code = character.codePointAt(0)!;
      return !ranges.some(([first, last = first]) => code >= first! && code <= last!);
    });
    expect(absent).toEqual([]);
  });

  test('weigh at most 440 KB together, and the style sheet 24', () => {
    const files = globSync('_astro/han.*.woff2', { cwd: DIST });
    expect(files.length).toBe(styles.match(/url\(_astro/g)!.length);
    const bytes = files.reduce((sum, file) => sum + statSync(join(DIST, file)).size, 0);
    expect(bytes / 1024).toBeLessThanOrEqual(440);
    expect(styles.length / 1024).toBeLessThanOrEqual(24);
  });

  test('keep their copyright and licence', async () => {
    const [file] = globSync('_astro/han.*.woff2', { cwd: DIST });
    const font = readFileSync(join(DIST, file!));
    const plain = await subsetFont(font, '政', { targetFormat: 'truetype', preserveNameIds: [0, 13, 14] });
    expect(plain.swap16().toString('utf16le') + plain.toString('latin1')).toMatch(/Open Font License/);
  });
});

test('no request left the site and no policy was violated', () => {
  expect(full.errors).toEqual([]);
  expect(bare.errors).toEqual([]);
});
