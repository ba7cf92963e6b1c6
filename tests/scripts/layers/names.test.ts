import { expect, test } from 'vitest';
import { sameNames } from '../../../scripts/layers/names.ts';

test.each([
  ['two files of one name', ['src/model/ledger.ts', 'scripts/compile/ledger.ts'], 'share a name'],
  [
    'a component and its script in one folder',
    ['src/components/text/Notes.astro', 'src/components/text/notes.ts'],
    'differ by a capital',
  ],
  ['names of two folders', ['src/model/Chart.ts', 'src/charts/chart.ts'], 'differ by a capital'],
  ['folders', ['content/cases/Gaoming/en.mdx', 'content/cases/gaoming/en.mdx'], 'differ by a capital'],
  ['two tests', ['tests/e2e/cite.test.ts', 'tests/src/cite/cite.test.ts'], 'share a name'],
  ['a command and a file that it does not run', ['scripts/check.ts', 'src/model/check.ts'], 'share a name'],
  [
    'two files that a command may run',
    ['scripts/build.ts', 'scripts/site/build.ts', 'scripts/bench/build.ts'],
    'share a name',
  ],
])('%s are mistaken for one another', (_, files, what) => {
  const found = sameNames(files);
  expect(found.length).toBeGreaterThan(0);
  for (const line of found) expect(line).toContain(what);
});

test.each([
  ['a command and what it runs', ['scripts/build.ts', 'scripts/site/build.ts']],
  ['a format, written and read', ['scripts/compile/write/xlsx.ts', 'scripts/ingest/read/xlsx.ts']],
  ['pages, by their addresses', ['src/pages/index.astro', 'src/pages/[lang]/index.astro']],
  ['a file and its test', ['src/model/site.ts', 'tests/src/model/site.test.ts']],
  [
    'what people write, one folder a piece',
    ['content/cases/a/en.mdx', 'content/cases/b/en.mdx', 'data/a/dataset.yaml', 'data/b/dataset.yaml'],
  ],
])('%s are not', (_, files) => expect(sameNames(files)).toEqual([]));
