import { createHash } from 'node:crypto';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHARTS } from '../src/charts/charts.ts';
import { outlined, picture } from '../src/charts/render/picture.ts';
import { LANGUAGES } from '../src/model/language.ts';
import type { Row } from '../src/model/row.ts';
import { RELEASE } from '../src/model/site.ts';
import { citedChart } from '../src/published/chartFiles.ts';
import { publishersLine, sourcesOf } from '../src/published/drawing.ts';

const folders = globSync('public/{cite,versions}/*/*/SHA256SUMS').map(dirname).sort();

describe.skipIf(folders.length === 0)('what was frozen', () => {
  test.each(folders)('%s is whole', (folder) => {
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

  const history = spawnSync('git', ['rev-parse', '--is-inside-work-tree']).status === 0;
  test.skipIf(!history)('was never changed or removed after it was committed', () => {
    const touched = execFileSync(
      'git',
      ['log', '--diff-filter=MDR', '--format=%h', '--name-only', '--', 'public/cite', 'public/versions'],
      { encoding: 'utf8' },
    );
    expect(touched.trim()).toBe('');
  });

  const now = CHARTS.filter(({ id }) => existsSync(join('public', 'cite', id, RELEASE)));
  test.each(now.flatMap((chart) => LANGUAGES.map((language) => [chart.id, language, chart] as const)))(
    '%s in %s is drawn again from its own rows',
    (id, language, chart) => {
      const folder = join('public', 'cite', id, RELEASE);
      const rows = JSON.parse(readFileSync(join(folder, `${id}.${language}.rows.json`), 'utf8')) as Row[];
      const again = outlined(picture(chart, rows, language, publishersLine(sourcesOf(rows), language)));
      expect(again).toBe(readFileSync(join(folder, `${id}.${language}.svg`), 'utf8'));
    },
  );
});

test('a citation points at something', () => {
  for (const chart of CHARTS)
    for (const language of LANGUAGES) {
      const path = new URL(citedChart(chart, language).url).pathname;
      expect(existsSync(join('dist', path, 'index.html')), path).toBe(true);
    }
});
