import { execFileSync } from 'node:child_process';

/** Compiles before any test runs, so that none reads stale output in `public/data`. */
export default function compile(): void {
  execFileSync(process.execPath, ['scripts/compile.ts'], { stdio: ['ignore', 'ignore', 'inherit'] });
}
