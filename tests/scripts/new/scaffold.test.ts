/** Over 250 lines: the tests of new cases, datasets and charts try their drafts in one project. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHARTS } from '../../../src/charts/charts.ts';
import { parseChanges } from '../../../src/model/changes.ts';
import type { Chart } from '../../../src/model/chart.ts';
import { Page } from '../../../src/model/piece.ts';
import { RELEASE_DATE } from '../../../src/model/site.ts';
import { refusePlaceholders } from '../../../scripts/prose/placeholders.ts';
import { reportFiles } from '../../../scripts/ingest/table/outputFiles.ts';
import { checkProse } from '../../../scripts/prose/checkProse.ts';
import { FaultsFound } from '../../../scripts/lib/fault.ts';
import { readProse } from '../../../scripts/prose/readProse.ts';
import { WORDING_FILE } from '../../../scripts/prose/wording.ts';
import { scaffold } from '../../../scripts/new/scaffold.ts';
import { Project } from '../project.ts';

const quiet = { log: () => undefined, error: () => undefined, progress: () => undefined };

test('a new case has its sections in both languages and no faults except placeholders', () => {
  const root = mkdtempSync(join(tmpdir(), 'new-'));
  scaffold(root, 'case', 'somewhere', quiet);
  const [en, zh] = (['en', 'zh'] as const).map((language) =>
    readProse(readFileSync(join(root, `content/cases/somewhere/${language}.mdx`), 'utf8'), language),
  );
  expect(en!.sections).toHaveLength(zh!.sections.length);
  const faults = [...en!.faults, ...zh!.faults];
  // The opening and one paragraph a section, in each language.
  expect(faults).toHaveLength(2 * (1 + en!.sections.length));
  expect(new Set(faults.map(({ what }) => what))).toEqual(new Set(['is still to be written']));
});

test('the check of a new case reports its placeholders and its unknown place', () => {
  const root = mkdtempSync(join(tmpdir(), 'new-'));
  scaffold(root, 'case', 'somewhere', quiet);
  cpSync(WORDING_FILE, join(root, WORDING_FILE));
  let found: string[] = [];
  try {
    checkProse(root, [], quiet);
  } catch (error) {
    found = (error as FaultsFound).faults.map(({ file, column, what }) => `${file}: ${column} ${what}`);
  }
  for (const language of ['en', 'zh'])
    for (const fault of [
      'title is still to be written',
      'summary is still to be written',
      'place is not a place',
    ])
      expect(found).toContain(`content/cases/somewhere/${language}.mdx: ${fault}`);
});

describe('a new dataset', () => {
  const YAML = 'data/new-figures/dataset.yaml';
  const CSV = 'data/new-figures/new-figures.csv';
  const newDataset = (): Project => {
    const project = new Project({ 'data/codelists.yaml': readFileSync('data/codelists.yaml') });
    scaffold(project.root, 'dataset', 'new-figures', quiet);
    return project;
  };

  test('is refused, and every placeholder is reported', async () => {
    const faults = await newDataset().faults();
    const places = faults.map((fault) => fault.split(' ')[0]);
    const twice = (names: string[]): string[] => names.flatMap((name) => [`${name}.en`, `${name}.zh`]);
    const columns = ['id', 'year', 'value'];
    expect(places.sort()).toEqual(
      [
        ...twice(['title', 'description', 'method', 'tables.new-figures.title']),
        ...twice(columns.map((column) => `tables.new-figures.fields.${column}.description`)),
        ...['caveats', 'keywords'].flatMap((name) => [`${name}.en.0`, `${name}.zh.0`]),
        'licence',
      ]
        .map((name) => `${YAML}:${name}`)
        .sort(),
    );
    expect(faults.filter((fault) => !fault.includes('is still to be written'))).toEqual([
      expect.stringMatching(/licence "draft" is none of the values \(one of CC-BY-4\.0, .*, not-stated\)$/),
    ]);
  });

  test('compiles when they are filled in', async () => {
    const project = newDataset();
    const yaml = project.read(YAML);
    project.write(YAML, yaml.replace(/…+ ?/g, '').replace('draft', 'CC-BY-4.0'));
    expect(await project.faults()).toEqual([]);
  });

  test('takes a row with every column that CONTRIBUTING.md asks for', async () => {
    const project = newDataset();
    project.write(YAML, project.read(YAML).replace(/…+ ?/g, '').replace('draft', 'CC-BY-4.0'));
    const csv = project.read(CSV);
    expect(csv).toBe(
      'id,year,value_printed,value,precision,source_id,also_in,confidence,disagrees_with,preferred\n',
    );
    const source = 'gf-gm-report-2019';
    project.write(CSV, `${csv}a,2018,约900万元,9000000,about,${source},,A,,true\n`);
    expect(await project.faults()).toEqual([]);
    project.write(CSV, `${csv}a,2018,约900万元,9000000,about,${source},nowhere,A,,false\n`);
    expect((await project.faults()).map((fault) => fault.split(' ')[0])).toEqual([
      `${CSV}:2:also_in`,
      `${CSV}:2:preferred`,
    ]);
  });

  test.each(['not-stated', 'OGL-UK-3.0'])('of the licence %s says whose the data are', async (licence) => {
    const project = newDataset();
    const written = project.read(YAML).replace(/…+ ?/g, '').replace('draft', licence);
    project.write(YAML, written);
    expect(await project.faults()).toEqual([
      `${YAML}:rights is missing: say in en and zh whose the data are, as the licence is ${licence}`,
    ]);
    project.write(YAML, `${written}rights: { en: Of a city, zh: 属某市 }\n`);
    expect(await project.faults()).toEqual([]);
  });
});

test.each(['…', '...', '……', ' … what a row is', ' . '])(
  'a text that is "%s" is not written',
  async (text) => {
    const project = new Project();
    const yaml = project.read('data/gaoming/dataset.yaml');
    project.write(
      'data/gaoming/dataset.yaml',
      yaml.replace('title: { en: gaoming', `title: { en: ${JSON.stringify(text)}`),
    );
    expect(await project.faults()).toEqual(['data/gaoming/dataset.yaml:title.en is still to be written']);
  },
);

test('what ingest proposes is refused until a person has edited it, by each placeholder', async () => {
  const project = new Project();
  const fields = [
    {
      name: 'amount',
      heading: '金额',
      type: 'number',
      sureness: 1,
      filled: 2,
      examples: ['1'],
      currency: null,
    },
  ];
  const ledger = { files: ['export.csv'], rows_in: 2, rows_out: 2, masked: [], columns_dropped: [] };
  const proposed = reportFiles('export', { fields, ledger } as never, true);
  for (const name of ['dataset.yaml', 'CHANGES.md'])
    project.write(`data/export/${name}`, proposed.get(name)!);
  project.write('data/export/export.csv', 'row,amount\n1,1\n');
  const faults = await project.faults();
  const places = faults.map((fault) => fault.split(' ')[0]);
  for (const name of [
    ...['title.en', 'title.zh', 'description.zh', 'method.zh', 'licence', 'caveats.en.0', 'keywords.zh.0'],
    'tables.export.title.en',
    'tables.export.fields.amount.title.en',
    'tables.export.fields.amount.title.zh',
    'tables.export.fields.amount.description.zh',
  ])
    expect(places).toContain(`data/export/dataset.yaml:${name}`);
  expect(parseChanges(proposed.get('CHANGES.md')!)).toMatchObject([{ version: '0.1.0', date: RELEASE_DATE }]);
});

describe('the build', () => {
  test('refuses a chart with texts that are still to be written, by file and field', () => {
    const root = mkdtempSync(join(tmpdir(), 'new-'));
    const chart: Chart = {
      ...CHARTS[0]!,
      id: 'my-new-chart',
      title: { en: '… the finding', zh: '……结论' },
      note: { en: 'Written', zh: '…' },
    };
    expect(() => refusePlaceholders(root, [CHARTS[0]!, chart])).toThrow(
      [
        'src/charts/my-new-chart.ts:title.en "… the finding" is still to be written',
        'src/charts/my-new-chart.ts:title.zh "……结论" is still to be written',
        'src/charts/my-new-chart.ts:note.zh "…" is still to be written',
      ].join('\n'),
    );
  });

  test('refuses a paragraph that is still to be written, by file and line', () => {
    const root = mkdtempSync(join(tmpdir(), 'new-'));
    scaffold(root, 'case', 'somewhere', quiet);
    expect(() => refusePlaceholders(root, [])).toThrow(
      'content/cases/somewhere/en.mdx:14 "…" is still to be written',
    );
  });

  test('refuses the head of a piece that is still to be written', () => {
    const head = { title: 'Somewhere', summary: '…', updated: '2026-11-27' };
    expect(Page.safeParse(head).error?.issues).toMatchObject([
      { path: ['summary'], message: 'is still to be written' },
    ]);
  });

  test('accepts the existing charts and texts', () => {
    expect(() => refusePlaceholders('.', CHARTS)).not.toThrow();
  });
});

test('every text of the chart template is a placeholder', () => {
  const template = readFileSync('scripts/new/chart.txt', 'utf8');
  for (const name of ['title', 'subtitle', 'question', 'note'])
    expect(template).toMatch(new RegExp(`^  ${name}: \\{ en: '… .*', zh: '……`, 'm'));
});

test('a new chart is in the list', () => {
  const root = mkdtempSync(join(tmpdir(), 'new-'));
  mkdirSync(join(root, 'src/charts'), { recursive: true });
  cpSync('src/charts/charts.ts', join(root, 'src/charts/charts.ts'));
  scaffold(root, 'chart', 'my-new-chart', quiet);
  const list = readFileSync(join(root, 'src/charts/charts.ts'), 'utf8');
  expect(list).toContain("import { myNewChart } from './my-new-chart.ts';");
  expect(list).toMatch(/\n {2}myNewChart,\n\];/);
});

describe('a name of a chart that would make broken code is refused', () => {
  const root = mkdtempSync(join(tmpdir(), 'new-'));
  for (const file of [
    'src/charts/charts.ts',
    'src/charts/policy-timeline.ts',
    'src/charts/live.ts',
    'src/model/chart.ts',
  ]) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    cpSync(file, join(root, file));
  }
  const before = readFileSync(join(root, 'src/charts/charts.ts'), 'utf8');

  test.each([
    ...['class', 'delete', 'await', 'arguments', 'eval', 'enum', 'let', 'static', 'undefined', 'null'].map(
      (name): [string, string] => [name, `"${name}" is a word of JavaScript`],
    ),
    ...['tip', 'yuan', 'number', 'pick', 'rows', 'horizontal-bars'].map((name): [string, string] => [
      name,
      'is a name that scripts/new/chart.txt uses',
    ]),
    ['chart', '"chart" is the name of src/model/chart.ts'],
    ['policy-timeline', '"policyTimeline" is a name that src/charts/charts.ts uses'],
    ['charts', 'src/charts/charts.ts exists'],
    ['live', 'src/charts/live.ts exists'],
  ])('%s', (name, message) => {
    expect(() => scaffold(root, 'chart', name, quiet)).toThrow(message);
    expect(readFileSync(join(root, 'src/charts/charts.ts'), 'utf8')).toBe(before);
  });

  test('and one that only begins like another is not', () => {
    scaffold(root, 'chart', 'policy-time', quiet);
    expect(readFileSync(join(root, 'src/charts/charts.ts'), 'utf8')).toContain('import { policyTime } from');
  });
});

test('a name that is taken or invalid is refused', () => {
  const root = mkdtempSync(join(tmpdir(), 'new-'));
  scaffold(root, 'case', 'somewhere', quiet);
  expect(() => scaffold(root, 'case', 'somewhere', quiet)).toThrow('content/cases/somewhere/en.mdx exists');
  expect(() => scaffold(root, 'case', 'Some Where', quiet)).toThrow('write it in kebab-case');
});
