/** Over 250 lines: charts and datasets are frozen in the same project, which is built once. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { checkRelease, freezeDatasets } from '../../../scripts/freeze/freeze.ts';
import { deposit } from '../../../scripts/freeze/frozenDataset.ts';
import { writeFrozen, type Files } from '../../../scripts/freeze/folder.ts';
import { RELEASE } from '../../../src/model/site.ts';
import { HEADER, Project, ROW_2015, ROW_2018, start, table } from '../project.ts';

const quiet = { log: () => undefined, error: () => undefined, progress: () => undefined };
const files = (svg: string): Files => new Map([['gdp.en.svg', svg]]);
const FOLDER = 'public/cite/gdp/2026.12';

/** Every file below a folder with its content, to check that nothing changed. */
const contents = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );

/** Whether a folder matches its checksums, by the tool that readers use. */
const isWhole = (folder: string): string =>
  execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' });

describe('a frozen folder', () => {
  const frozen = (): string => {
    const root = mkdtempSync(join(tmpdir(), 'frozen-'));
    writeFrozen(root, FOLDER, files('<svg/>'), 'raise the release', quiet);
    return root;
  };

  test('is written completely, with its checksums', () => {
    const root = frozen();
    expect(readFileSync(join(root, FOLDER, 'gdp.en.svg'), 'utf8')).toBe('<svg/>');
    expect(readFileSync(join(root, FOLDER, 'SHA256SUMS'), 'utf8')).toMatch(
      /^[0-9a-f]{64} {2}gdp\.en\.svg\n$/,
    );
    expect(existsSync(join(root, `${FOLDER}.next`))).toBe(false);
  });

  test('is unchanged where nothing would change', () => {
    const said: string[] = [];
    writeFrozen(frozen(), FOLDER, files('<svg/>'), 'raise the release', {
      ...quiet,
      log: (line: string) => said.push(line),
    });
    expect(said).toEqual([]);
  });

  test('rejects different content, and is unchanged', () => {
    const root = frozen();
    expect(() => writeFrozen(root, FOLDER, files('<svg>new</svg>'), 'raise the release', quiet)).toThrow(
      'public/cite/gdp/2026.12 exists and would change (gdp.en.svg): a frozen version never does; raise the release',
    );
    expect(readFileSync(join(root, FOLDER, 'gdp.en.svg'), 'utf8')).toBe('<svg/>');
  });

  test('is reported where a byte was changed, a file was added, or the checksums are missing', () => {
    const touched = (name: string, content: string): string => {
      const root = frozen();
      writeFileSync(join(root, FOLDER, name), content);
      try {
        writeFrozen(root, FOLDER, files('<svg/>'), 'raise the release', quiet);
        return 'taken';
      } catch (error) {
        return (error as Error).message;
      }
    };
    for (const [name, content] of [
      ['gdp.en.svg', '<svg >'],
      ['more.txt', ''],
    ] as const)
      expect(touched(name, content)).toBe(
        `${FOLDER}/${name} is not what was frozen: restore it from the history (git checkout -- ${FOLDER})`,
      );
    expect(touched('SHA256SUMS', '')).toContain('is not what was frozen');
  });

  test('of which only the data are immutable is unchanged where the description would change', () => {
    const root = mkdtempSync(join(tmpdir(), 'frozen-'));
    const version = (readme: string, rows: string): Files =>
      new Map([
        ['README.md', readme],
        ['rows.csv', rows],
      ]);
    const keep = (readme: string, rows: string): void =>
      writeFrozen(root, 'public/versions/gdp/1.0.0', version(readme, rows), 'raise the version', quiet, [
        'rows.csv',
      ]);
    keep('old', '1');
    keep('new', '1');
    expect(readFileSync(join(root, 'public/versions/gdp/1.0.0/README.md'), 'utf8')).toBe('old');
    expect(() => keep('new', '2')).toThrow('would change (rows.csv)');
  });
});

describe('the datasets of a project', () => {
  const KEPT = 'public/versions/gaoming/1.0.0';
  const frozen = async (): Promise<{ project: Project; folder: string; said: string[] }> => {
    const project = new Project();
    const said: string[] = [];
    const { datasets } = await project.compile();
    freezeDatasets(project.root, datasets, { ...quiet, log: (line) => said.push(line) });
    return { project, folder: join(project.root, KEPT), said };
  };
  const again = async (project: Project): Promise<void> =>
    freezeDatasets(project.root, (await project.compile()).datasets, quiet);

  test('are kept as complete deposits that match their checksums', async () => {
    const { project, folder, said } = await frozen();
    expect(said).toEqual(['gaoming', 'sources'].map((id) => `froze public/versions/${id}/1.0.0`));
    for (const id of ['gaoming', 'sources'])
      expect(isWhole(join(project.root, 'public/versions', id, '1.0.0'))).not.toContain('FAILED');
    expect(readdirSync(folder).sort()).toEqual([
      'CHANGES.md',
      'CITATION.cff',
      'LICENSE.txt',
      'README.md',
      'SHA256SUMS',
      'cited-sources.csv',
      'csv-metadata.json',
      'datacite.json',
      'datapackage.json',
      'dataset.yaml',
      'gaoming.csv',
      'gaoming.schema.json',
      'index.html',
      'quality.json',
    ]);
    const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
    expect(sums.map((line) => line.slice(66)).sort()).toEqual(
      readdirSync(folder)
        .filter((name) => name !== 'SHA256SUMS')
        .sort(),
    );
  });

  test('can be read without the site: rows by their dictionary, each source by its id', async () => {
    const { folder } = await frozen();
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
    const [resource] = (
      JSON.parse(read('datapackage.json')) as {
        resources: {
          path: string;
          hash: string;
          schema: { fields: { name: string; description: string }[] };
        }[];
      }
    ).resources;
    expect(resource!.hash).toBe(`sha256:${createHash('sha256').update(read(resource!.path)).digest('hex')}`);
    const rows = (name: string): Record<string, string>[] =>
      Papa.parse<Record<string, string>>(read(name), { header: true, skipEmptyLines: true }).data;
    expect(resource!.schema.fields.map(({ name }) => name)).toEqual(Object.keys(rows(resource!.path)[0]!));
    for (const { description } of resource!.schema.fields) expect(description).not.toBe('');
    const sources = new Map(rows('cited-sources.csv').map((row) => [row['id'], row]));
    for (const row of rows(resource!.path)) expect(sources.get(row['source_id'])!['title']).not.toBe('');
    expect(read('README.md')).toContain('| value_printed | string | value_printed | value_printed |');
    expect(read('LICENSE.txt')).toContain('https://creativecommons.org/licenses/by/4.0/');
    expect(read('CHANGES.md')).toContain('## 1.0.0 — 2026-11-24');
    const links = [...read('index.html').matchAll(/(?:href|src)="([^"]+)"/g)].map(([, link]) => link!);
    expect(links.length).toBeGreaterThan(10);
    for (const link of links) expect(existsSync(join(folder, link)), link).toBe(true);
  });

  test('are unchanged by a second run', async () => {
    const { project } = await frozen();
    const before = contents(join(project.root, 'public/versions'));
    await again(project);
    expect(contents(join(project.root, 'public/versions'))).toEqual(before);
  });

  test('are refused where a byte was changed', async () => {
    const { project } = await frozen();
    const readme = project.read(`${KEPT}/README.md`);
    project.write(`${KEPT}/README.md`, readme.replace('.', '!'));
    await expect(again(project)).rejects.toThrow(`${KEPT}/README.md is not what was frozen`);
  });

  test.each([
    ['data/gaoming/dataset.yaml', 'description: { en: gaoming', 'description: { en: other'],
    ['data/gaoming/CHANGES.md', 'First publication', 'First'],
  ])('under the same version a change of %s is a fault', async (path, before, after) => {
    const { project } = await frozen();
    project.write(path, project.read(path).replace(before, after));
    expect(await project.faults()).toEqual([
      `${path} has changed since version 1.0.0 was frozen (raise version in data/gaoming/dataset.yaml and say in CHANGES.md what changed)`,
    ]);
  });

  test('of many rows are kept as Parquet, and their Data Package says so', async () => {
    const project = new Project();
    const { datasets } = await project.compile();
    const [dataset] = datasets;
    const large = {
      ...dataset!,
      tables: dataset!.tables.map((one) => ({ ...one, large: { firstRows: [], sources: [] } })),
    };
    const kept = deposit(project.root, large);
    expect([...kept.keys()]).toContain('gaoming.parquet');
    expect([...kept.keys()].filter((name) => /\.csv$|csv-metadata/.test(name))).toEqual([
      'cited-sources.csv',
    ]);
    const { resources } = JSON.parse(String(kept.get('datapackage.json'))) as { resources: object[] };
    expect(resources[0]).toMatchObject({
      path: 'gaoming.parquet',
      format: 'parquet',
      hash: `sha256:${createHash('sha256').update(kept.get('gaoming.parquet')!).digest('hex')}`,
    });
    expect(resources[0]).not.toHaveProperty('dialect');
  });
});

test('a chart is frozen with its data, dictionary, licence and references, and its page needs nothing else', async () => {
  const root = mkdtempSync(join(tmpdir(), 'frozen-'));
  symlinkSync(join(process.cwd(), 'public'), join(root, 'public'));
  const out = mkdtempSync(join(tmpdir(), 'frozen-'));
  const script = `
    const { freezeCharts } = await import(process.argv[1]);
    const { chartById } = await import(process.argv[2]);
    const quiet = { log: () => {}, error: () => {}, progress: () => {} };
    for (let run = 0; run < 2; run += 1) await freezeCharts(process.argv[3], [chartById('five-districts-gdp')], quiet);`;
  const modules = ['scripts/freeze/freeze.ts', 'src/charts/charts.ts'].map((path) =>
    join(process.cwd(), path),
  );
  const { code, said } = await start(
    process.execPath,
    ['--input-type=module', '-e', script, ...modules, out],
    { cwd: root, env: { SITE_URL: 'https://site.test', BASE_PATH: '' } },
  ).ended;
  expect(said).toBe('');
  expect(code).toBe(0);
  const folder = join(out, 'public/cite/five-districts-gdp', RELEASE);
  expect(isWhole(folder)).not.toContain('FAILED');
  const citation = JSON.parse(readFileSync(join(folder, 'citation.json'), 'utf8')) as Record<
    string,
    { url: string; licence: string; styles: Record<string, string> }
  >;
  expect(citation['zh']!.url).toBe(`https://site.test/cite/five-districts-gdp/${RELEASE}/`);
  expect(citation['en']!.styles['apa']).toContain(`(Version ${RELEASE})`);
  expect(citation['en']!.licence).toBe('CC BY 4.0');
  expect(citation['datasets']).toHaveProperty(['foshan-districts']);
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  for (const [, link] of page.matchAll(/(?:href|src)="([^"]+)"/g))
    expect(existsSync(join(folder, link!)), link).toBe(true);
  const { resources } = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')) as {
    resources: { path: string; schema: { fields: { name: string }[] } }[];
  };
  for (const { path, schema } of resources) {
    const [header] = Papa.parse<string[]>(
      readFileSync(join(folder, path), 'utf8').replace('\ufeff', ''),
    ).data;
    expect(schema.fields.map(({ name }) => name)).toEqual(header);
  }
});

test('a release is frozen only with the address of the site and a date within the release', () => {
  expect(() => checkRelease('', '2026.12', '2026-12-01')).toThrow(
    'SITE_URL=https://example.org npm run freeze',
  );
  expect(() => checkRelease('https://site.test', '2026.12', '2026-11-27')).toThrow(
    'RELEASE_DATE 2026-11-27 does not lie in the release 2026.12',
  );
  expect(() => checkRelease('https://site.test', '2026.12', '2026-12-01')).not.toThrow();
});

describe('a dataset whose version was kept', () => {
  const KEPT = 'public/versions/gaoming/1.0.0/gaoming.csv';
  const kept = (records: string[]): string => [HEADER, ...records, ''].join('\r\n');

  test('compiles as long as its rows are the same', async () => {
    const project = new Project({ [KEPT]: kept([ROW_2015, ROW_2018]) });
    expect(await project.faults()).toEqual([]);
  });

  test('is a fault where rows changed without a new version, and the fault says which', async () => {
    const project = new Project({
      [KEPT]: kept([ROW_2015, ROW_2018]),
      ...table(ROW_2015, ROW_2018.replace(',C', ',B'), ROW_2018.replace('gf-gm-2018-gdp', 'gf-new')),
    });
    expect(await project.faults()).toEqual([
      'data/gaoming/gaoming.csv has changed since version 1.0.0: 1 row added (gf-new); 1 row changed (gf-gm-2018-gdp: confidence) (raise version in data/gaoming/dataset.yaml and say in CHANGES.md what changed)',
    ]);
  });
});
