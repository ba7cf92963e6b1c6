import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importsOf, sourceFiles } from '../scripts/imports.ts';

/**
 * Who may import whom: a layer knows those before it, never those after.
 * `model` ← `i18n`, `cite` ← `charts` ← `published` ← `scripts`, `components` ← `layouts` ← `pages`.
 */
const MAY_IMPORT: Record<string, string[]> = {
  model: [],
  cite: ['model'],
  i18n: ['model'],
  scripts: ['model', 'cite', 'i18n', 'published', 'charts'],
  charts: ['model', 'i18n', 'cite'],
  published: ['model', 'i18n', 'cite', 'charts'],
  components: ['model', 'cite', 'i18n', 'published', 'charts', 'styles'],
  layouts: ['model', 'cite', 'i18n', 'published', 'charts', 'components', 'styles'],
  pages: ['model', 'cite', 'i18n', 'published', 'charts', 'components', 'layouts', 'styles'],
};

const layerOf = (path: string): string => (path.startsWith('scripts/') ? 'scripts' : path.split('/')[1]!);
const files = sourceFiles();

test('there are files to look at', () => expect(files.length).toBeGreaterThan(50));

test.each(files)('%s imports only what stands before it', (file) => {
  const layer = layerOf(file);
  for (const imported of importsOf(file)) {
    const target = layerOf(imported);
    if (target !== layer) expect(MAY_IMPORT[layer], `${file} imports ${imported}`).toContain(target);
  }
});

test('nothing but the compile and ingest reads data/', () => {
  for (const file of files.filter((path) => path.startsWith('src/'))) {
    const code = readFileSync(file, 'utf8').replaceAll('public/data', '').replaceAll("'public', 'data'", '');
    expect(code, file).not.toMatch(/read\w*\([^)\n]*['"`](\.\/)?data\/|join\([^)]*'data'/);
  }
});
