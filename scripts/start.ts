import { build } from './site/build.ts';
import { runCommand } from './lib/effects.ts';
import { preview } from './site/preview.ts';

/** Compiles the data, builds the site with its search index, serves it and prints the address. */
await runCommand(async (effects) => {
  await build(process.cwd(), effects);
  await preview(process.cwd(), effects);
});
