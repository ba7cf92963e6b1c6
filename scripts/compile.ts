import { setFlagsFromString } from 'node:v8';
import { compile } from './compile/compile.ts';
import { runCommand } from './lib/effects.ts';

// Node lets its heap grow to several times what is in use before it clears it; a compile of a million rows is no slower for half as much more.
setFlagsFromString('--heap-growing-percent=30');

await runCommand(async (effects) => void (await compile(process.cwd(), effects)));
