import { ingest } from './ingest/ingest.ts';
import { runCommand } from './lib/effects.ts';

await runCommand((effects) => ingest(process.argv.slice(2), effects));
