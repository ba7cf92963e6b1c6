import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './site/build.ts';
import { runCommand } from './lib/effects.ts';
import { CommandError } from './lib/fault.ts';
import { toolExitCode } from './lib/tool.ts';

/** Compiles, builds, and runs every test on what was built; closes with `N passed, N failed`. Names of files narrow the run. */
await runCommand(async (effects) => {
  await build(process.cwd(), effects);
  const folder = mkdtempSync(join(tmpdir(), 'tests-'));
  const report = join(folder, 'report.json');
  const code = await toolExitCode('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ]);
  const result = JSON.parse(readFileSync(report, 'utf8')) as Record<
    'numPassedTests' | 'numFailedTests' | 'numPendingTests',
    number
  >;
  rmSync(folder, { recursive: true });
  const skipped = result.numPendingTests > 0 ? `, ${result.numPendingTests} skipped` : '';
  effects.log(`${result.numPassedTests} passed, ${result.numFailedTests} failed${skipped}`);
  if (code !== 0) throw new CommandError('the tests failed', code);
});
