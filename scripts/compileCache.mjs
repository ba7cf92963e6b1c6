import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Keeps what Node makes of our TypeScript, so that the next start, and each thread, need not make it anew.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url)));
