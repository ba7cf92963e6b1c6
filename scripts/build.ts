import { runCommand } from './lib/effects.ts';
import { build } from './site/build.ts';

await runCommand((effects) => build(process.cwd(), effects));
