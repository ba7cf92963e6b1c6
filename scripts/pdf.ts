import { runCommand } from './lib/effects.ts';
import { CommandError } from './lib/fault.ts';
import { printSite } from './site/pdf.ts';

await runCommand(async (effects) => {
  try {
    await printSite(process.cwd(), effects);
  } catch (error) {
    if (!process.argv.includes('--if-possible') || !(error instanceof CommandError)) throw error;
    effects.log(error.message);
  }
});
