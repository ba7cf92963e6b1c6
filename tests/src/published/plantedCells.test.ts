import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { getViteConfig } from 'astro/config';
import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { parseHTML } from 'linkedom';
import Papa from 'papaparse';
import { createViteServer } from 'vitest/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Catalogue, PublishedDataset } from '../../../src/model/catalogue.ts';
import type { Row } from '../../../src/model/row.ts';
import { changesFeed } from '../../../src/published/feed.ts';
import { Project, table } from '../../scripts/project.ts';

/** Planted cells, ids, titles and changes are shown as text everywhere; tested without building the site. */
const PLANTED = [
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  'javascript:alert(1)',
  "=cmd|' /C calc'!A0",
  '\u202egnp.exe',
  '_x003C_script_x003E_',
];
const ROOT = process.cwd();
const ROW_PAGE = '/src/pages/[lang]/datasets/[id]/row/[row].astro';
const DATASET_PAGE = '/src/pages/[lang]/datasets/[id]/index.astro';
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

const project = new Project({
  ...table(
    ...PLANTED.map((cell, index) =>
      [quoted(cell), quoted(cell), 2015, quoted(cell), index, '2016', 'gf-gm-report-2019', 'A'].join(','),
    ),
  ),
  'data/gaoming/CHANGES.md': `## 1.0.0 — 2026-11-24\n\n${PLANTED.map((cell) => `- ${cell}\n`).join('')}`,
});
const words = JSON.stringify(PLANTED.slice(0, 3).join(' '));
project.write(
  'data/gaoming/dataset.yaml',
  project
    .read('data/gaoming/dataset.yaml')
    .replace(/^((?:title|description|method): ).*$/gm, `$1{ en: ${words}, zh: ${words} }`)
    .replace(/title: \{ en: place, zh: place \}/, `title: { en: ${words}, zh: ${words} }`),
);

type Page = {
  default: Parameters<AstroContainer['renderToString']>[0];
  getStaticPaths: () => { params: Record<string, string>; props: { row?: Row } }[];
};
let server: Awaited<ReturnType<typeof createViteServer>>;
let dataset: PublishedDataset;

beforeAll(async () => {
  await project.compile();
  dataset = (JSON.parse(project.read('public/data/index.json')) as Catalogue).datasets[0]!;
  // Published data are read from the working folder; the site's own files from the repository.
  process.chdir(project.root);
  const config = await getViteConfig(
    {
      server: { middlewareMode: true, hmr: false, watch: null },
      cacheDir: join(project.root, '.vite'),
      optimizeDeps: { noDiscovery: true },
      appType: 'custom',
      logLevel: 'error',
    },
    { root: ROOT, logLevel: 'error' },
  )({ mode: 'test', command: 'serve' });
  server = await createViteServer(config);
});
afterAll(async () => {
  await server.close();
  process.chdir(ROOT);
});

/** A page as rendered by the build: its source, and the parsed document. */
async function render(page: Page, props: object, params: Record<string, string>): Promise<Document> {
  // The container needs a manifest with the languages, which its types do not expose.
  const container = await AstroContainer.create({
    manifest: {
      i18n: {
        defaultLocale: 'en',
        locales: ['en', 'zh'],
        strategy: 'pathname-prefix-always',
        domainLookupTable: {},
      },
    },
  } as never);
  const html = await container.renderToString(page.default, {
    props: props as Record<string, unknown>,
    params,
    request: new Request('http://localhost/en/datasets/gaoming/'),
  });
  return parseHTML(html).document;
}

/** Checks that nothing planted became an element, an attribute or an executable address. */
function expectHarmless(document: Document): void {
  expect(document.querySelectorAll('[onerror], [onload], svg[onload], img[src="x"]')).toHaveLength(0);
  for (const script of document.querySelectorAll('script')) {
    if (script.getAttribute('type') === 'application/ld+json') JSON.parse(script.textContent);
    else expect(script.textContent).not.toContain('alert(1)');
  }
  for (const link of document.querySelectorAll('[href], [src]'))
    expect(link.getAttribute('href') ?? link.getAttribute('src')).not.toMatch(/^\s*javascript:/i);
}

describe('a planted cell is text', () => {
  test('in the table of a page', async () => {
    const page = (await server.ssrLoadModule('/src/components/explore/Explorer.astro')) as Page;
    const document = await render(page, { dataset, table: dataset.tables[0] }, { lang: 'en' });
    expectHarmless(document);
    // A table cell is a separate paragraph, which ends an override of direction.
    const heads = [...document.querySelectorAll('thead th')];
    const at = heads.findIndex((head) => head.getAttribute('data-name') === 'place');
    const cells = [...document.querySelectorAll('tbody tr')].map(({ children }) => children[at]!);
    expect(cells.map(({ textContent }) => textContent.trim())).toEqual(PLANTED);
    expect(cells.every(({ children }) => children.length === 0)).toBe(true);
  });

  test('in the page of a row, its title and its JSON-LD', async () => {
    const page = (await server.ssrLoadModule(ROW_PAGE)) as Page;
    const paths = page
      .getStaticPaths()
      .filter(({ params }) => params['lang'] === 'en' && params['id'] === 'gaoming');
    expect(paths).toHaveLength(PLANTED.length);
    for (const { params, props } of paths) {
      const document = await render(page, props, params);
      expectHarmless(document);
      const cell = String(props.row!['id']);
      expect(document.querySelector('main')!.textContent).toContain(cell);
      expect(document.title).toContain(cell);
    }
  });

  test('in the page of its dataset, in titles and changes', async () => {
    const page = (await server.ssrLoadModule(DATASET_PAGE)) as Page;
    const [path] = page
      .getStaticPaths()
      .filter(({ params }) => params['lang'] === 'en' && params['id'] === 'gaoming');
    const document = await render(page, path!.props, path!.params);
    expectHarmless(document);
    expect(document.querySelector('h1')!.textContent).toContain(PLANTED[0]);
  });

  test('in CSV exactly, and in CSV for Excel nothing runs', () => {
    const read = (name: string): string[][] =>
      Papa.parse<string[]>(project.read(`public/data/gaoming/${name}`).replace(/^\ufeff/, '')).data.slice(
        1,
        -1,
      );
    expect(read('gaoming.csv').map(([, place]) => place)).toEqual(PLANTED);
    expect(read('gaoming.excel.csv').map(([, place]) => place)).toEqual(
      PLANTED.map((cell) => (cell.startsWith('=') ? `'${cell}` : cell)),
    );
  });

  test('in XLSX, in which there is no formula, link or macro', async () => {
    const bytes = readFileSync(join(project.root, 'public/data/gaoming/gaoming.xlsx'));
    const { sheets } = await readXlsx(bytes);
    expect(sheets[0]!.rows.slice(1).map(([, place]) => place)).toEqual(PLANTED);
    const parts = Object.entries(unzipSync(bytes));
    expect(parts.map(([name]) => name).join()).not.toMatch(/vba|macro|external|embeddings/i);
    for (const [, part] of parts) expect(new TextDecoder().decode(part)).not.toMatch(/<f[ >]|<hyperlink/);
  });

  test('in JSON, and in every description', () => {
    const rows = JSON.parse(project.read('public/data/gaoming/gaoming.json')) as Row[];
    expect(rows.map(({ place }) => place)).toEqual(PLANTED);
    for (const name of ['datapackage.json', 'croissant.json', 'datacite.json', 'csv-metadata.json'])
      expect(JSON.stringify(JSON.parse(project.read(`public/data/gaoming/${name}`)))).toContain(
        words.slice(1, -1),
      );
    expect(JSON.stringify(JSON.parse(project.read('public/data/catalog.jsonld')))).toContain(
      words.slice(1, -1),
    );
  });

  test('in the entries of the feed', () => {
    const { document } = parseHTML(changesFeed([dataset], 'en').replace(/^<\?xml.*\n/, ''));
    expectHarmless(document as unknown as Document);
    expect(document.querySelector('entry content')!.textContent).toBe(PLANTED.join('\n'));
  });

  test('an executable address is not a web address, and a fault', async () => {
    const other = new Project({
      'data/sources/sources.csv':
        'id,title,url\ngf-gm-gov-report-2016,x,javascript:alert(1)\ngf-gm-report-2019,x,data:text/html;x\n',
    });
    expect(await other.faults()).toEqual([
      'data/sources/sources.csv:2:url "javascript:alert(1)" is not a web address (begin with https:// or http://)',
      'data/sources/sources.csv:3:url "data:text/html;x" is not a web address (begin with https:// or http://)',
    ]);
  });
});

/** The places where a text becomes markup, and which text. */
const MARKUP: Record<string, string> = {
  'src/components/chart/ChartSvg.astro': 'the same',
  'src/components/page/ListForm.astro': 'a script of ours',
  'src/components/text/WithNotes.astro': 'slots, rendered',
  'src/layouts/Article.astro': 'slots, rendered',
  'src/components/search/searchEngine.ts': 'an excerpt, in which Pagefind escapes the text',
  'src/layouts/Head.astro': 'a script of ours; JSON-LD with every < escaped',
  'src/pages/[lang]/charts/[id].astro': 'our own script',
  'src/pages/[lang]/compare/index.astro': 'a script of ours',
  'src/pages/embed/[file].astro': 'a script of ours',
  'src/pages/index.astro': 'a script of ours',
  'src/pages/404.astro': 'a script of ours',
};

test('text becomes markup only in these places, none of which contains cells', () => {
  const files = globSync('src/**/*.{astro,ts}', { cwd: ROOT }).filter((file) =>
    /set:html|\.innerHTML = |insertAdjacentHTML|document\.write|outerHTML = /.test(
      readFileSync(join(ROOT, file), 'utf8'),
    ),
  );
  expect(files.map((file) => file.replaceAll('\\', '/')).sort()).toEqual(Object.keys(MARKUP).sort());
});
