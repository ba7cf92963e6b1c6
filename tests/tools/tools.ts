import { execFileSync, spawnSync } from 'node:child_process';

/** Whether a command is on this machine; tests of those that are not are skipped, and say so. */
export const has = (command: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;

/** Debian's Python with pandas; another Python on the path may come without. */
export const PANDAS = ['/usr/bin/python3', 'python3'].find(
  (python) => spawnSync(python, ['-c', 'import pandas']).status === 0,
);

/** Runs a command and returns what it printed. */
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
