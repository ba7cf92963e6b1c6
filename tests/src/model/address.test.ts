import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { COMPILE, Project, start } from '../../scripts/project.ts';

/** A build with SITE_URL and BASE_PATH, and one without. */
const KNOWN = { SITE_URL: 'https://site.test/', BASE_PATH: '/buying' };
const UNKNOWN = { SITE_URL: '', BASE_PATH: '' };

const use = (environment: Record<string, string>): void => {
  beforeEach(() => {
    vi.resetModules();
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  });
  afterEach(() => vi.unstubAllEnvs());
};

/** A chart's first references, frame and oEmbed, the feed and the API, as the modules write them in this environment. */
async function written(): Promise<Record<string, string>> {
  const [
    { CHARTS },
    { citedChart },
    { CITATION_STYLES },
    { embedCode },
    { oembed },
    { changesFeed },
    { apiFiles },
    { readCatalogue },
    { linkPdf, printable },
    { absolute },
  ] = await Promise.all([
    import('../../../src/charts/charts.ts'),
    import('../../../src/published/chartFiles.ts'),
    import('../../../src/cite/styles.ts'),
    import('../../../src/components/chart/embedCode.ts'),
    import('../../../src/components/chart/oembed.ts'),
    import('../../../src/published/feed.ts'),
    import('../../../src/published/api.ts'),
    import('../../../src/published/readCatalogue.ts'),
    import('../../../scripts/site/pdf.ts'),
    import('../../../src/model/site.ts'),
  ]);
  const chart = CHARTS[0]!;
  return {
    ...Object.fromEntries(CITATION_STYLES.map(({ id, write }) => [id, write(citedChart(chart, 'en'))])),
    embed: embedCode(chart.title.en, absolute(`/embed/${chart.id}.en/`), absolute('/embed.js')),
    oembed: JSON.stringify(oembed(chart, 'en')),
    feed: changesFeed(readCatalogue().datasets.slice(0, 1), 'en'),
    api: JSON.stringify(apiFiles()[0]!.content()),
    pdf: linkPdf('<head></head><span data-pdf="/en/cases/gaoming.pdf"></span>'),
    print: printable('<a class="x" href="/en/cases/">cases</a> <a href="#note-1">1</a>'),
  };
}

describe('with SITE_URL', () => {
  use(KNOWN);
  test('references, frames and feeds print it, with the folder', async () => {
    const texts = await written();
    const page = /https:\/\/site\.test\/buying\/(en\/charts|cite)\//;
    for (const style of ['gbt7714', 'apa', 'chicago', 'harvard', 'csl-json'])
      expect(texts[style], style).toMatch(page);
    expect(texts['mla']).toMatch(/ site\.test\/buying\/(en\/charts|cite)\//);
    expect(texts['bibtex']).toContain('url = {https://site.test/buying/');
    expect(texts['ris']).toMatch(/^UR {2}- https:\/\/site\.test\/buying\//m);
    expect(texts['embed']).toContain('<iframe src="https://site.test/buying/embed/');
    expect(texts['oembed']).toContain('"provider_url":"https://site.test/buying/en/"');
    expect(texts['feed']).toContain('<link rel="self" href="https://site.test/buying/en/changes.atom"/>');
    expect(texts['api']).toContain('"servers":[{"url":"https://site.test/buying/api/v1"}]');
    expect(texts['pdf']).toContain('content="https://site.test/en/cases/gaoming.pdf"');
    expect(texts['print']).toContain('href="/en/cases/"');
    expect(Object.values(texts).join()).not.toContain('path on the site');
  });
});

describe('without SITE_URL', () => {
  use(UNKNOWN);
  test('they print the path and label it as one; what needs a host is left out', async () => {
    const texts = await written();
    for (const style of ['gbt7714', 'apa', 'chicago', 'harvard', 'mla', 'bibtex', 'ris', 'csl-json'])
      expect(texts[style], style).toMatch(
        /\/(en\/charts|cite)\/\S+ \(path on the site; its address is set when it is built\)/,
      );
    expect(texts['bibtex']).not.toMatch(/^ *url =/m);
    expect(texts['ris']).not.toMatch(/^UR/m);
    expect(JSON.parse(texts['csl-json']!)[0]).not.toHaveProperty('URL');
    expect(texts['embed']).toContain('<iframe src="/embed/');
    expect(texts['feed']).not.toContain('rel="self"');
    expect(texts['feed']).toContain('<link rel="alternate" href="/en/datasets/"/>');
    expect(texts['api']).toContain('"servers":[{"url":"/api/v1"}]');
    expect(texts['pdf']).not.toContain('citation_pdf_url');
    expect(texts['print']).toBe('<a class="x">cases</a> <a href="#note-1">1</a>');
    const addresses =
      Object.values(texts)
        .join('\n')
        .match(/https?:\/\/[\w.-]+/g) ?? [];
    expect(new Set(addresses)).toEqual(new Set(['http://www.w3.org', 'https://creativecommons.org']));
  });
});

test('the ids of the feed are independent of the address of the site', async () => {
  const ids = async (environment: Record<string, string>): Promise<string[]> => {
    vi.resetModules();
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    const feed = (await written())['feed']!;
    vi.unstubAllEnvs();
    return [...feed.matchAll(/<id>(.*)<\/id>/g)].map(([, id]) => id!);
  };
  const known = await ids(KNOWN);
  expect(known.length).toBeGreaterThan(1);
  expect(
    known.every((id) => /^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id)),
  ).toBe(true);
  expect(await ids(UNKNOWN)).toEqual(known);
});

describe('what the compile writes', () => {
  const compiled = async (
    env: Record<string, string>,
  ): Promise<{ project: Project; said: string; code: number | null }> => {
    const project = new Project();
    const { code, said } = await start(process.execPath, [COMPILE], { cwd: project.root, env }).ended;
    return { project, said, code };
  };
  const json = (project: Project, name: string): Record<string, never> =>
    JSON.parse(project.read(`public/data/${name}`)) as Record<string, never>;

  test('has full addresses where the host is known', async () => {
    const { project } = await compiled(KNOWN);
    expect(json(project, 'gaoming/croissant.json')['distribution']![0]!['contentUrl']).toBe(
      'https://site.test/buying/data/gaoming/gaoming.csv',
    );
    expect(json(project, 'gaoming/datapackage.json')['homepage']).toBe(
      'https://site.test/buying/en/datasets/gaoming/',
    );
    expect(json(project, 'gaoming/datacite.json')).toHaveProperty('alternateIdentifiers');
    expect(project.read('public/data/gaoming/CITATION.cff')).toContain(
      'url: https://site.test/buying/en/datasets/gaoming/',
    );
    expect(project.read('public/data/catalog.ttl')).toContain(
      '<https://site.test/buying/en/datasets/gaoming/>',
    );
  });

  test('has relative ones, or none, where it is not', async () => {
    const { project } = await compiled(UNKNOWN);
    expect(json(project, 'gaoming/croissant.json')['distribution']![0]!['contentUrl']).toBe('gaoming.csv');
    expect(json(project, 'gaoming/datapackage.json')).not.toHaveProperty('homepage');
    expect(json(project, 'gaoming/datacite.json')).not.toHaveProperty('alternateIdentifiers');
    expect(project.read('public/data/gaoming/CITATION.cff')).not.toMatch(/^url:/m);
    expect(project.read('public/data/catalog.ttl')).toContain('<../en/datasets/gaoming/>');
  });

  test.each(['site.test', 'ftp://site.test', 'https://site.test/buying', 'https://'])(
    'is nothing where SITE_URL is %s',
    async (SITE_URL) => {
      const { code, said } = await compiled({ SITE_URL, BASE_PATH: '' });
      expect(said).toContain(
        `SITE_URL "${SITE_URL}" is not the address of a host (write https://example.org;`,
      );
      expect(code).toBe(1);
    },
  );
});
