import { runCommand } from './lib/effects.ts';
import { begin } from './new/begin.ts';

await runCommand(async (effects) => {
  const [kind = '', name = ''] = process.argv.slice(2);
  begin(process.cwd(), kind, name, effects);
});
