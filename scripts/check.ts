import { CHARTS } from '../src/charts/charts.ts';
import { refuseUnwritten } from './prose/unwritten.ts';
import { compile } from './compile/compile.ts';
import { runCommand } from './lib/effects.ts';
import { checkProse } from './prose/checkProse.ts';
import { runTool } from './lib/tool.ts';

/** Evidence, prose, spelling, types (also in `.astro`), lint, format: what a change must pass before it is looked at. */
await runCommand(async (effects) => {
  await compile(process.cwd(), effects);
  checkProse(process.cwd(), [], effects);
  refuseUnwritten(process.cwd(), CHARTS);
  await runTool('astro', ['sync', '--silent']);
  await runTool('astro', ['check', '--minimumFailingSeverity', 'error', '--minimumSeverity', 'error']);
  await runTool('tsc', ['-p', 'scripts/ingest/kernel', '--noEmit']);
  await runTool('cspell', ['lint', '--no-progress', '--no-summary', 'content/**/en.mdx']);
  await runTool('eslint', ['.', '--max-warnings', '0']);
  await runTool('prettier', ['--check', '--log-level', 'warn', '.']);
  effects.log('evidence, prose, types, lint and format are in order');
});
