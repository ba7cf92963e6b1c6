import { runCommand } from './lib/effects.ts';
import { CommandError } from './lib/fault.ts';
import { toolExitCode } from './lib/tool.ts';

/** The checks that take too long for every change, in the order in which they run: the tests build the site that the others read. */
const CHECKS: readonly [name: string, script: string, env?: NodeJS.ProcessEnv][] = [
  ['all tests, in both languages', 'test.ts', { LONG_TESTS: 'true' }],
  ['every page with axe and at 320 pixels', 'access.ts'],
  ['Lighthouse on every kind of page', 'lighthouse.ts'],
  ['100,000 random cases of each property', 'fuzz.ts'],
  ['the explorer and the search, timed', 'benchBrowser.ts'],
  ['ingest and compile, timed', 'bench.ts'],
];

/** Runs all of them, also after a failure, and says which failed. */
await runCommand(async (effects) => {
  const failed: string[] = [];
  for (const [name, script, env] of CHECKS) {
    effects.log(`\n== ${name} (scripts/${script})`);
    if ((await toolExitCode(process.execPath, [`scripts/${script}`], env)) !== 0) failed.push(name);
  }
  effects.log(`\n${CHECKS.length - failed.length} of ${CHECKS.length} checks passed`);
  if (failed.length > 0) throw new CommandError(`failed: ${failed.join('; ')}`);
});
