import { createHash } from 'node:crypto';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHARTS } from '../../src/charts/charts.ts';
import { nodeEngine } from '../../src/charts/render/nodeEngine.ts';
import { picture } from '../../src/charts/render/picture.ts';
import { LANGUAGES } from '../../src/model/language.ts';
import type { Row } from '../../src/model/row.ts';
import { RELEASE, SITE_URL } from '../../src/model/site.ts';
import { citedChart } from '../../src/published/chartFiles.ts';
import { drawnView, sourcesOf } from '../../src/published/drawing.ts';

/** The first published release; versions frozen by earlier drafts were withdrawn, and later ones never are. */
const FIRST_PUBLIC_RELEASE = '2026.12';

const git = (root: string, ...args: string[]): string =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();

/** The commits since the first public release that changed or removed a frozen file, with its name. */
function touched(root: string): string {
  const cite = `public/cite/*/${FIRST_PUBLIC_RELEASE}/*`;
  const [first] = git(root, 'log', '--reverse', '--diff-filter=A', '--format=%H', '--', cite).split('\n');
  if (!first) return '';
  const frozen = ['public/cite', 'public/versions'];
  return git(
    root,
    'log',
    '--diff-filter=MDR',
    '--no-renames',
    '--format=%h',
    '--name-only',
    `${first}..`,
    '--',
    ...frozen,
  );
}

describe('the history of what was frozen', () => {
  const history = spawnSync('git', ['rev-parse', '--is-inside-work-tree']).status === 0;
  test.skipIf(!history)('was never changed or removed after it was committed', () => {
    expect(touched('.')).toBe('');
  });

  const repository = (): { root: string; commit(path: string, content: string | null): void } => {
    const root = mkdtempSync(join(tmpdir(), 'history-'));
    git(root, 'init', '-q');
    return {
      root,
      commit(path, content) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        if (content === null) rmSync(join(root, path));
        else writeFileSync(join(root, path), content);
        git(root, 'add', '-A');
        git(root, '-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '-q', '-m', path);
      },
    };
  };

  test('a draft may be withdrawn before the first public release', () => {
    const { root, commit } = repository();
    commit('public/cite/gdp/2026.11/gdp.svg', 'draft');
    commit('public/versions/gaoming/1.0.0/gaoming.csv', 'draft');
    commit('public/cite/gdp/2026.11/gdp.svg', null);
    commit('public/versions/gaoming/1.0.0/gaoming.csv', null);
    expect(touched(root)).toBe('');
    commit('public/cite/gdp/2026.12/gdp.svg', 'released');
    commit('public/versions/gaoming/1.0.0/gaoming.csv', 'released');
    expect(touched(root)).toBe('');
  });

  test.each([
    ['a changed chart', 'public/cite/gdp/2026.12/gdp.svg', 'other'],
    ['a removed chart', 'public/cite/gdp/2026.12/gdp.svg', null],
    ['a changed dataset', 'public/versions/gaoming/1.0.0/gaoming.csv', 'other'],
    ['a removed dataset', 'public/versions/gaoming/1.0.0/gaoming.csv', null],
  ])('%s after it is found', (_what, path, content) => {
    const { root, commit } = repository();
    commit('public/versions/gaoming/1.0.0/gaoming.csv', 'released');
    commit('public/cite/gdp/2026.12/gdp.svg', 'released');
    commit(path, content);
    expect(touched(root)).toContain(path);
  });
});

const folders = globSync('public/{cite,versions}/*/*/SHA256SUMS').map(dirname).sort();

describe.skipIf(folders.length === 0)('what was frozen', () => {
  test.each(folders)('%s is complete', (folder) => {
    for (const line of readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trimEnd().split('\n')) {
      const [sum, name] = line.split('  ') as [string, string];
      expect(
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
        name,
      ).toBe(sum);
    }
  });

  const now = CHARTS.filter(({ id }) => existsSync(join('public', 'cite', id, RELEASE)));
  test.each(now.flatMap((chart) => LANGUAGES.map((language) => [chart.id, language, chart] as const)))(
    '%s in %s is drawn again from its own rows',
    async (id, language, chart) => {
      const folder = join('public', 'cite', id, RELEASE);
      const rows = JSON.parse(readFileSync(join(folder, `${id}.${language}.rows.json`), 'utf8')) as Row[];
      const engine = await nodeEngine();
      const view = { ...drawnView(chart, language), rows, sources: sourcesOf(rows) };
      const again = engine.outline(picture(view, engine));
      expect(again).toBe(readFileSync(join(folder, `${id}.${language}.svg`), 'utf8'));
    },
  );
});

test('a citation points at something', () => {
  for (const chart of CHARTS)
    for (const language of LANGUAGES) {
      const path = citedChart(chart, language).url.slice(SITE_URL.length);
      expect(existsSync(join('dist', path, 'index.html')), path).toBe(true);
    }
});
