import { appendFileSync } from 'node:fs';
import fc from 'fast-check';
import { test } from 'vitest';

/** Cases per property: few with a fixed seed in CI, many with new seeds every night (`npm run fuzz`). */
const CASES = Number(process.env['FUZZ_CASES'] ?? 250);
const SEED = Number(process.env['FUZZ_SEED'] ?? 2026_11_24);
const PATH = process.env['FUZZ_PATH'];
const TALLY = process.env['FUZZ_TALLY'];
const LONGEST = 2 * 60 * 60 * 1000;

/**
 * A property: `check` passes for every value of `arbitrary`. A failure prints the seed, the shrunk example, and the command to repeat it.
 * @param share the proportion of the cases of a run, for properties that write and read files
 */
export function fuzz<T>(
  name: string,
  arbitrary: fc.Arbitrary<T>,
  check: (value: T) => void | Promise<void>,
  share = 1,
): void {
  const numRuns = Math.max(Math.min(10, CASES), Math.round(CASES * share));
  test(
    name,
    async () => {
      const start = performance.now();
      const details = await fc.check(
        fc.asyncProperty(arbitrary, async (value) => {
          await check(value);
        }),
        {
          numRuns,
          seed: SEED,
          ...(PATH ? { path: PATH } : {}),
        },
      );
      if (TALLY)
        appendFileSync(
          TALLY,
          `${JSON.stringify({ name, cases: details.numRuns, ms: performance.now() - start })}\n`,
        );
      if (!details.failed) return;
      const again = `npm run fuzz -- ${CASES} --seed ${details.seed} --path "${details.counterexamplePath}" --only ${JSON.stringify(name)}`;
      throw new Error(`${fc.defaultReportMessage(details)}\n\nRun it again: ${again}`, {
        cause: details.errorInstance,
      });
    },
    LONGEST,
  );
}
