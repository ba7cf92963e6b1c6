import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import lighthouse, { type Result } from 'lighthouse';
import { launchBrowser } from './lib/browser.ts';
import { runCommand, type Effects } from './lib/effects.ts';
import { CommandError } from './lib/fault.ts';
import { PAGE_KINDS } from './lib/pageKinds.ts';
import { serve } from './lib/serve.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
/** The lowest acceptable score, of 100. */
const GOAL = 98;

/**
 * Measures a page of every kind in both languages with Lighthouse, as a phone on a slow connection, and prints the medians of several runs. Paths on
 * the command line replace the default pages; `--runs` is 3 by default. On a busy machine the performance scores are lower.
 */
async function measure(root: string, effects: Effects): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { runs: { type: 'string', default: '3' } },
    allowPositionals: true,
  });
  const paths =
    positionals.length > 0
      ? positionals
      : PAGE_KINDS.filter((path) => !path.includes('?')).flatMap((path) => [`/en${path}`, `/zh${path}`]);
  const { address, close } = await serve(root, 0, true);
  const port = await freePort();
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  const below: string[] = [];
  const faults = new Set<string>();
  try {
    effects.log(`| page | ${CATEGORIES.join(' | ')} |\n| --- | ${CATEGORIES.map(() => '---').join(' | ')} |`);
    for (const path of paths) {
      const results: Result[] = [];
      for (let run = 0; run < Number(values.runs); run += 1) {
        effects.progress(`${path}, run ${run + 1}`);
        const outcome = await lighthouse(address + path, {
          port,
          onlyCategories: CATEGORIES,
          logLevel: 'silent',
        });
        const fault = outcome?.lhr.runtimeError?.message;
        if (!outcome || fault)
          throw new CommandError(`Lighthouse did not measure ${path}${fault ? `: ${fault}` : ''}`);
        results.push(outcome.lhr);
      }
      const scores = CATEGORIES.map((name) =>
        median(results.map((result) => Math.round((result.categories[name]?.score ?? 0) * 100))),
      );
      effects.log(`| ${path} | ${scores.join(' | ')} |`);
      if (scores.some((score) => score < GOAL)) below.push(path);
      for (const { id, title, why } of results.flatMap(lost)) faults.add(`${id}: ${title}${why} (${path})`);
    }
  } finally {
    await browser.close();
    await close();
  }
  effects.log(['', ...[...faults].sort()].join('\n'));
  if (below.length > 0) throw new CommandError(`below ${GOAL}: ${below.join(', ')}`);
}

/** The audits that lowered a page's score. */
function lost({ audits, categories }: Result): { id: string; title: string; why: string }[] {
  const weighed = new Set(
    CATEGORIES.flatMap((name) => categories[name]?.auditRefs ?? [])
      .filter(({ weight }) => weight > 0)
      .map(({ id }) => id),
  );
  return Object.values(audits)
    .filter(({ id, score }) => weighed.has(id) && score !== null && score < 0.9)
    .map(({ id, title, displayValue }) => ({ id, title, why: displayValue ? `, ${displayValue}` : '' }));
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

/** A free port. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

await runCommand((effects) => measure(process.cwd(), effects));
