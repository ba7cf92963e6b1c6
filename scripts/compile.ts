import { compile } from './compile/compile.ts';
import { runCommand } from './lib/effects.ts';

await runCommand(async (effects) => void (await compile(process.cwd(), effects)));
