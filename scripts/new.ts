import { runCommand } from './lib/effects.ts';
import { scaffold } from './new/scaffold.ts';

await runCommand(async (effects) => {
  const [kind = '', name = ''] = process.argv.slice(2);
  scaffold(process.cwd(), kind, name, effects);
});
