import { cpSync, globSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './lib/effects.ts';
import { measure } from './bench/measure.ts';

const SIZES = [100, 1000, 5000];
/** What a build reads besides the installed packages. */
const PARTS = [
  'src',
  'content',
  'data',
  'public',
  'scripts',
  '.compile',
  'astro.config.mjs',
  'package.json',
  'tsconfig.json',
];

/**
 * Builds the site with a given number of cases, copies of the existing ones: seconds, pages per second, memory. Time should grow
 * linearly with the number of cases.
 */
await runCommand(async (effects) => {
  const given = process.argv.slice(2).map(Number);
  for (const cases of given.length > 0 ? given : SIZES) {
    const root = mkdtempSync(join(tmpdir(), 'bench-build-'));
    try {
      for (const part of PARTS) cpSync(part, join(root, part), { recursive: true, verbatimSymlinks: true });
      symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
      const folder = join(root, 'content/cases');
      const slugs = readdirSync(folder);
      for (let copy = slugs.length; copy < cases; copy += 1)
        cpSync(join(folder, slugs[copy % slugs.length]!), join(folder, `copy-${copy}`), { recursive: true });
      const astro = join(root, 'node_modules/astro/bin/astro.mjs');
      const { seconds, megabytes } = await measure(process.execPath, [astro, 'build', '--silent'], root);
      const pages = globSync('**/*.html', { cwd: join(root, 'dist') }).length;
      effects.log(
        `${cases} cases: ${seconds.toFixed(1)} s, ${pages} pages, ${(pages / seconds).toFixed(0)} pages/s, ${megabytes} MB`,
      );
    } finally {
      rmSync(root, { recursive: true });
    }
  }
});
