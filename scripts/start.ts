import { compile } from './compile.ts';
import { runCommand } from './effects.ts';
import { preview } from './preview.ts';
import { runTool } from './tool.ts';

/** Compiles the data, builds the site with its search index, serves it and prints the address. */
await runCommand(async (effects) => {
  await compile(process.cwd(), effects);
  await runTool('astro', ['build', '--silent']);
  await preview(process.cwd(), effects);
});
