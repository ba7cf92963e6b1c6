import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import config, { LAYERS } from '../.dependency-cruiser.mjs';
import { cruiseProject, describeViolation, refuseViolations } from '../scripts/layers/cruise.ts';

/** A page that imports these files, so that none is unused. */
const page = (...imports: string[]): Record<string, string> => ({
  'src/pages/index.astro': `---\n${imports.map((path) => `import '${path}';`).join('\n')}\n---\n<p></p>\n`,
});

/** The violations in a small project, as printed, without the reasons. */
async function found(files: Record<string, string>): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), 'planted-'));
  try {
    for (const [file, text] of Object.entries({ 'package.json': '{"type":"module"}', ...files })) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    const { summary } = await cruiseProject(root);
    return summary.violations.map((one) => describeViolation(one).replace(/ \(.*/s, '')).sort();
  } finally {
    rmSync(root, { recursive: true });
  }
}

const PLANTED: Record<string, { files: Record<string, string>; faults: string[] }> = {
  'no-file-cycle': {
    files: {
      ...page('../model/a.ts'),
      'src/model/a.ts': "import './b.ts';",
      'src/model/b.ts': "import type { A } from './a.ts';",
    },
    faults: ['src/model/a.ts → src/model/b.ts → src/model/a.ts: no-file-cycle'],
  },
  'no-folder-cycle': {
    files: {
      ...page('../components/text/A.astro', '../components/table/d.ts'),
      'src/components/text/A.astro': "---\nimport '../table/b.ts';\n---\n",
      'src/components/table/b.ts': 'export {};',
      'src/components/table/d.ts': "import '../text/c.ts';",
      'src/components/text/c.ts': 'export {};',
    },
    faults: [
      'src/components/table → src/components/text → src/components/table: no-folder-cycle',
      'src/components/text → src/components/table → src/components/text: no-folder-cycle',
    ],
  },
  'no-import-of-the-folder-around': {
    files: {
      ...page('../charts/render/draw.ts'),
      'src/charts/render/draw.ts': "import '../charts.ts';",
      'src/charts/charts.ts': 'export {};',
    },
    faults: ['src/charts/render/draw.ts imports src/charts/charts.ts: no-import-of-the-folder-around'],
  },
  'no-import-of-a-command': {
    files: { 'scripts/start.ts': "import './preview.ts';", 'scripts/preview.ts': 'export {};' },
    faults: ['scripts/start.ts imports scripts/preview.ts: no-import-of-a-command'],
  },
  'every-file-is-in-a-layer': {
    files: { 'scripts/check.ts': "import './drawer/a.ts';", 'scripts/drawer/a.ts': "import 'node:fs';" },
    faults: ['scripts/drawer/a.ts imports fs: every-file-is-in-a-layer'],
  },
  'no-dead-file': {
    files: { ...page(), 'src/model/forgotten.ts': 'export {};', 'src/components/Old.astro': '<p></p>' },
    faults: [
      'src/components/Old.astro is imported by nothing: no-dead-file',
      'src/model/forgotten.ts is imported by nothing: no-dead-file',
    ],
  },
  'no-unknown-import': {
    files: page('../model/gone.ts', 'astro:content'),
    faults: ['src/pages/index.astro imports ../model/gone.ts: no-unknown-import'],
  },
  'no-unnamed-package': {
    files: { ...page('chance'), 'node_modules/chance/index.js': '' },
    faults: ['src/pages/index.astro imports node_modules/chance/index.js: no-unnamed-package'],
  },
  'a-build-needs-no-development-package': {
    files: {
      'package.json': '{"type":"module","devDependencies":{"vitest":"1"}}',
      'scripts/build.ts':
        "import 'vitest';\nimport type { A } from 'vitest';\nexport const late = () => import('vitest');",
      'scripts/check.ts': "import 'vitest';",
      'node_modules/vitest/index.js': '',
    },
    faults: ['scripts/build.ts imports node_modules/vitest/index.js: a-build-needs-no-development-package'],
  },
  'a-build-runs-no-development-file': {
    files: {
      'scripts/build.ts': "import './lib/b.ts';",
      'scripts/lib/b.ts': "import './axe.ts';",
      'scripts/lib/axe.ts': 'export {};',
    },
    faults: ['scripts/build.ts → scripts/lib/b.ts → scripts/lib/axe.ts: a-build-runs-no-development-file'],
  },
  'a type that is imported only where it is used, and a script in a page, count': {
    files: {
      'src/pages/index.astro': "<script>\n  import '../model/a.ts';\n</script>\n",
      'src/model/a.ts': "import type { B } from '../i18n/b.ts';",
      'src/i18n/b.ts': 'export type B = 1;',
    },
    faults: ['src/model/a.ts imports src/i18n/b.ts: layer-of-src-model'],
  },
};

describe('each rule finds its fault', () => {
  test.each(Object.entries(PLANTED))('%s', async (_, { files, faults }) =>
    expect(await found(files)).toEqual(faults),
  );

  test('a layer that imports a higher one', async () => {
    const layers = Object.keys(LAYERS);
    const above = (layer: string): string[] =>
      layers.filter(
        (other) => other !== layer && !(LAYERS as Record<string, string[]>)[layer]!.includes(other),
      );
    const files: Record<string, string> = Object.fromEntries(
      layers.map((layer) => [
        `${layer}/a.ts`,
        above(layer)
          .map((other) => `import '${'../'.repeat(layer.split('/').length)}${other}/a.ts';`)
          .join('\n'),
      ]),
    );
    const named = (await found(files)).filter((line) => line.includes('layer-of-'));
    expect(named).toEqual(
      layers
        .flatMap((layer) =>
          above(layer).map(
            (other) => `${layer}/a.ts imports ${other}/a.ts: layer-of-${layer.replace('/', '-')}`,
          ),
        )
        .sort(),
    );
  });

  test('the layers have an order: each may import only those that are named before it', () => {
    const layers = Object.entries(LAYERS);
    for (const [at, [layer, below]] of layers.entries())
      expect(
        layers.slice(0, at).map(([name]) => name),
        layer,
      ).toEqual(expect.arrayContaining(below));
  });

  test('every rule has a test case', () => {
    const rules = (config.forbidden ?? [])
      .map(({ name }) => String(name))
      .filter((name) => !name.startsWith('layer-of-'));
    expect(Object.keys(PLANTED)).toEqual(expect.arrayContaining(rules));
  });
});

test('a valid tree has no violation, and all violations of another are reported at once', async () => {
  expect(
    await found({ ...page('../model/a.ts'), 'src/model/a.ts': 'export {};', 'scripts/build.ts': '' }),
  ).toEqual([]);
  const root = mkdtempSync(join(tmpdir(), 'planted-'));
  for (const name of ['a', 'b']) {
    mkdirSync(join(root, 'src/model'), { recursive: true });
    writeFileSync(join(root, `src/model/${name}.ts`), `import './gone-${name}.ts';`);
  }
  writeFileSync(join(root, 'package.json'), '{}');
  const result = await cruiseProject(root);
  rmSync(root, { recursive: true });
  expect(() => refuseViolations(result)).toThrow(/gone-a\.ts[^]*gone-b\.ts[^]*2 against/);
});

test('src/ reads what was published, never data/', () => {
  const files = globSync('src/**/*.{ts,astro}');
  expect(files.length).toBeGreaterThan(100);
  for (const file of files) {
    const code = readFileSync(file, 'utf8').replaceAll('public/data', '').replaceAll("'public', 'data'", '');
    expect(code, file).not.toMatch(/read\w*\([^)\n]*['"`](\.\/)?data\/|join\([^)]*'data'/);
  }
});
