import { runCommand } from './lib/effects.ts';
import { preview } from './site/preview.ts';

await runCommand((effects) => preview(process.cwd(), effects));
