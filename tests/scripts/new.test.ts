import { cpSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkProse } from '../../scripts/prose.ts';
import { FaultsFound } from '../../scripts/fault.ts';
import { readProse } from '../../scripts/check/prose.ts';
import { begin } from '../../scripts/new.ts';
import { Project } from './project.ts';

const quiet = { log: () => undefined, error: () => undefined, progress: () => undefined };

test('a new case has its sections in both languages and no fault but what is to be written', () => {
  const root = mkdtempSync(join(tmpdir(), 'new-'));
  begin(root, 'case', 'somewhere', quiet);
  const [en, zh] = (['en', 'zh'] as const).map((language) =>
    readProse(readFileSync(join(root, `content/cases/somewhere/${language}.mdx`), 'utf8'), language),
  );
  expect(en!.sections).toHaveLength(zh!.sections.length);
  expect([...en!.faults, ...zh!.faults]).toEqual([]);
});

test('of a new case the check says what is still to be written, and that its place is unknown', () => {
  const root = mkdtempSync(join(tmpdir(), 'new-'));
  begin(root, 'case', 'somewhere', quiet);
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
      'place is no place',
    ])
      expect(found).toContain(`content/cases/somewhere/${language}.mdx: ${fault}`);
});

test('a new dataset compiles as it is', async () => {
  const project = new Project();
  project.write('data/codelists.yaml', readFileSync('data/codelists.yaml'));
  begin(project.root, 'dataset', 'new-figures', quiet);
  expect(await project.faults()).toEqual([]);
});

test('a new chart stands in the list', () => {
  const root = mkdtempSync(join(tmpdir(), 'new-'));
  mkdirSync(join(root, 'src/charts'), { recursive: true });
  cpSync('src/charts/charts.ts', join(root, 'src/charts/charts.ts'));
  begin(root, 'chart', 'my-new-chart', quiet);
  const list = readFileSync(join(root, 'src/charts/charts.ts'), 'utf8');
  expect(list).toContain("import { myNewChart } from './my-new-chart.ts';");
  expect(list).toMatch(/\n {2}myNewChart,\n\];/);
});

test('a name that is taken or is no name is refused', () => {
  const root = mkdtempSync(join(tmpdir(), 'new-'));
  begin(root, 'case', 'somewhere', quiet);
  expect(() => begin(root, 'case', 'somewhere', quiet)).toThrow('content/cases/somewhere/en.mdx exists');
  expect(() => begin(root, 'case', 'Some Where', quiet)).toThrow('write it in kebab-case');
});
