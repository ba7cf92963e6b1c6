import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from './lib/effects.ts';
import { CommandError } from './lib/fault.ts';
import { toolExitCode } from './lib/tool.ts';

const USAGE = 'usage: npm run fuzz -- [CASES] [--seed N] [--path P] [--only NAME]';
const NIGHTLY = 100_000;

/**
 * Runs the properties in `tests/fuzz/` with many cases and a new seed each time; properties that write files run a proportion of them. `--seed`,
 * `--path` and `--only` repeat a failure that was printed.
 */
await runCommand(async (effects) => {
  const { values, positionals } = parseArgs({
    options: { seed: { type: 'string' }, path: { type: 'string' }, only: { type: 'string' } },
    allowPositionals: true,
  });
  const cases = Number(positionals[0] ?? NIGHTLY);
  const seed = Number(values.seed ?? Date.now() % 2 ** 31);
  if (!Number.isSafeInteger(cases) || cases < 1 || !Number.isSafeInteger(seed))
    throw new CommandError(USAGE, 2);
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  const tally = join(folder, 'tally');
  writeFileSync(tally, '');
  const start = performance.now();
  const only = values.only === undefined ? [] : ['-t', values.only.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')];
  const code = await toolExitCode('vitest', ['run', 'tests/fuzz', ...only], {
    FUZZ_CASES: String(cases),
    FUZZ_SEED: String(seed),
    FUZZ_TALLY: tally,
    ...(values.path === undefined ? {} : { FUZZ_PATH: values.path }),
  });
  const ran = readFileSync(tally, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { cases: number });
  rmSync(folder, { recursive: true });
  const sum = ran.reduce((total, one) => total + one.cases, 0);
  const seconds = Math.round((performance.now() - start) / 1000);
  effects.log(`${ran.length} properties, ${sum.toLocaleString('en-US')} cases, seed ${seed}, ${seconds} s`);
  if (code !== 0) throw new CommandError('a property does not hold', code);
});
