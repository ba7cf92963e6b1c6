import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EVERY_CHART } from '../../src/charts/charts.ts';
import { refusePlaceholders } from '../prose/placeholders.ts';
import { compile } from '../compile/compile.ts';
import { type Effects } from '../lib/effects.ts';
import { runTool } from '../lib/tool.ts';

const NEXT = '.dist.next';
const PREVIOUS = '.dist.previous';

/**
 * Compiles the data and builds the site into `dist/`. The site is built in another folder and swapped in by renaming, so that an interrupted build
 * leaves the old site unchanged.
 */
export async function build(root: string, effects: Effects): Promise<void> {
  const [dist, next, previous] = ['dist', NEXT, PREVIOUS].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  if (!existsSync(dist) && existsSync(previous)) renameSync(previous, dist);
  for (const left of [next, previous]) rmSync(left, { recursive: true, force: true });
  await compile(root, effects);
  refusePlaceholders(root, EVERY_CHART);
  await runTool('astro', ['build', '--silent', '--outDir', NEXT]);
  if (existsSync(dist)) renameSync(dist, previous);
  renameSync(next, dist);
  rmSync(previous, { recursive: true, force: true });
}
