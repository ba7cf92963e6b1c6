import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import type { ExplorerSettings } from '../../src/components/explore/explorerSettings.ts';
import { isRedirect, REDIRECTS } from '../../src/model/redirects.ts';
import { SITE_URL } from '../../src/model/site.ts';

const DIST = 'dist';
/** The address of the site; an invalid one where SITE_URL is not set. */
const ORIGIN = SITE_URL || 'https://host.invalid';
const all = globSync('**/*.html', { cwd: DIST })
  .map((path) => path.replaceAll('\\', '/'))
  .sort();
/** Every page, but only every fiftieth row page. */
const pages = [
  ...all.filter((path) => !path.includes('/row/')),
  ...all.filter((path) => path.includes('/row/')).filter((_, at) => at % 50 === 0),
];
const ids = new Map<string, Set<string>>();

function documentOf(page: string): Document {
  return parseHTML(readFileSync(join(DIST, page), 'utf8')).document as unknown as Document;
}

/** The file for an address of the site, if any. */
function fileOf(path: string): string | undefined {
  const plain = decodeURIComponent(path).replace(/^\//, '');
  const file = plain === '' || plain.endsWith('/') ? `${plain}index.html` : plain;
  return existsSync(join(DIST, file)) && statSync(join(DIST, file)).isFile() ? file : undefined;
}

test('there is a site to check', () => expect(pages.length).toBeGreaterThan(100));

test('every link, asset and anchor of every page has a target', () => {
  const broken: string[] = [];
  const documents = new Map(pages.map((page) => [page, documentOf(page)]));
  for (const [page, document] of documents)
    ids.set(page, new Set([...document.querySelectorAll('[id]')].map((element) => element.id)));
  for (const [page, document] of documents) {
    const targets = [
      ...[...document.querySelectorAll('a[href], link[href]')].map((element) =>
        element.getAttribute('href')!,
      ),
      ...[...document.querySelectorAll('script[src], img[src]')].map((element) =>
        element.getAttribute('src')!,
      ),
      ...[...document.querySelectorAll('[data-explore]')].flatMap((element) => {
        const { tables } = JSON.parse(element.getAttribute('data-explore')!) as ExplorerSettings;
        return tables.flatMap(({ parts }) => parts.map(({ url }) => url));
      }),
    ];
    for (const target of targets) {
      const url = new URL(target, `${ORIGIN}/${page.replace(/index\.html$/, '')}`);
      if (url.origin !== ORIGIN) continue;
      const file = fileOf(url.pathname);
      if (!file) broken.push(`${page} → ${target}`);
      else if (
        url.hash &&
        file.endsWith('.html') &&
        !ids.get(file)!.has(decodeURIComponent(url.hash.slice(1)))
      )
        broken.push(`${page} → ${target} (no such anchor)`);
    }
  }
  expect([...new Set(broken)]).toEqual([]);
});

test('ids are unique on every page', () => {
  for (const page of pages) {
    const all = [...documentOf(page).querySelectorAll('[id]')].map((element) => element.id);
    expect(
      all.filter((id, at) => all.indexOf(id) !== at),
      page,
    ).toEqual([]);
  }
});

test('every page has its translation, its canonical address where SITE_URL is set, and one first-level heading', () => {
  for (const page of pages.filter((path) => /^(en|zh)\//.test(path) && !isRedirect(path))) {
    const document = documentOf(page);
    expect(document.querySelectorAll('h1').length, page).toBe(1);
    const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href');
    expect(canonical, page).toBe(SITE_URL ? `${SITE_URL}/${page.replace(/index\.html$/, '')}` : undefined);
    const twin = page.startsWith('en/') ? page.replace(/^en/, 'zh') : page.replace(/^zh/, 'en');
    expect(all, page).toContain(twin);
  }
}, 120_000);

test('every old address leads to the page that took its place', () => {
  for (const [old, address] of Object.entries(REDIRECTS)) {
    const refresh = documentOf(`${old.slice(1)}index.html`).querySelector('meta[http-equiv=refresh]');
    expect(refresh?.getAttribute('content'), old).toBe(`0;url=${address}`);
  }
});
