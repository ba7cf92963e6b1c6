import { compile } from './compile.ts';
import { runCommand } from './effects.ts';
import { runTool } from './tool.ts';

/** Evidence, types (also in `.astro`), lint, format: what a change must pass before it is looked at. */
await runCommand(async (effects) => {
  await compile(process.cwd(), effects);
  await runTool('astro', ['sync', '--silent']);
  await runTool('astro', ['check', '--minimumFailingSeverity', 'error', '--minimumSeverity', 'error']);
  await runTool('eslint', ['.', '--max-warnings', '0']);
  await runTool('prettier', ['--check', '--log-level', 'warn', '.']);
  effects.log('types, lint, format and evidence are in order');
});
