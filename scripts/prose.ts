import { runCommand } from './lib/effects.ts';
import { checkProse } from './prose/checkProse.ts';

await runCommand(async (effects) => checkProse(process.cwd(), process.argv.slice(2), effects));
