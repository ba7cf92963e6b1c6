import { execFileSync, spawnSync } from 'node:child_process';

/** Whether a command is installed; tests of missing ones are skipped. */
export const has = (command: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;

/** Debian's Python with pandas, which another Python on the path may lack. */
export const PANDAS = ['/usr/bin/python3', 'python3'].find(
  (python) => spawnSync(python, ['-c', 'import pandas']).status === 0,
);

/** Runs a command and returns its output. */
export const run = (
  command: string,
  args: string[],
  options: { cwd?: string; input?: string } = {},
): string =>
  execFileSync(command, args, {
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
    ...options,
  });
