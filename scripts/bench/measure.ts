import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a command took. */
export interface Cost {
  seconds: number;
  /** Memory of the command and all that it started, each at its highest; 0 where the system does not tell. */
  megabytes: number;
}

/** Milliseconds between two looks at the memory: a look takes one, which the command should not have to pay for. */
const EVERY = 100;

/** Runs a command and measures it. @throws Error where it fails */
export function measure(command: string, args: readonly string[], cwd: string): Promise<Cost> {
  // What a command before left to be written to the disk is not the work of this one; a system without the command waits for nothing.
  spawnSync('sync');
  const start = performance.now();
  let megabytes = 0;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said = (said + String(text)).slice(-2000)));
    const timer = setInterval(() => (megabytes = Math.max(megabytes, memoryOf(child.pid!))), EVERY);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      if (code === 0) resolve({ seconds: (performance.now() - start) / 1000, megabytes });
      else reject(new Error(`${command} ${args.join(' ')}: ${said}`));
    });
  });
}

/** Memory of a process and its descendants (resident, at its highest), in MB, from Linux's /proc. */
function memoryOf(root: number): number {
  const parents = new Map<number, number>();
  const highest = new Map<number, number>();
  let names: string[];
  try {
    names = readdirSync('/proc');
  } catch {
    return 0;
  }
  for (const name of names) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]));
      // What a process once had the system keeps, so that looking seldom misses nothing of it.
      highest.set(Number(name), Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0));
    } catch {
      // It ended while it was looked at.
    }
  }
  const isBelow = (pid: number | undefined): boolean =>
    pid === root || (pid !== undefined && pid > 1 && isBelow(parents.get(pid)));
  let sum = 0;
  for (const [pid, kilobytes] of highest) if (isBelow(pid)) sum += kilobytes;
  return Math.round(sum / 1024);
}

/** Whether a command can be run here. */
export function isInstalled(command: string): Promise<boolean> {
  return measure('sh', ['-c', `command -v ${command}`], '/').then(
    () => true,
    () => false,
  );
}
