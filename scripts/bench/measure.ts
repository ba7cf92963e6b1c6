import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Time and memory that a command used. */
export interface Cost {
  seconds: number;
  /** Peak memory of the command and all processes it started; 0 where the system does not report it. */
  megabytes: number;
}

/** Milliseconds between two samples of the memory. A sample takes about one millisecond, so more frequent ones would distort the result. */
const EVERY = 100;

/** Runs a command and measures it. @throws Error where it fails */
export function measure(command: string, args: readonly string[], cwd: string): Promise<Cost> {
  // Flush writes of earlier commands first, so that they are not measured; systems without `sync` skip this.
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

/** Peak resident memory of a process and its descendants, in MB, from Linux's /proc. */
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
      // The system records the peak of each process, so infrequent samples miss nothing.
      highest.set(Number(name), Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0));
    } catch {
      // The process ended while it was sampled.
    }
  }
  const isBelow = (pid: number | undefined): boolean =>
    pid === root || (pid !== undefined && pid > 1 && isBelow(parents.get(pid)));
  let sum = 0;
  for (const [pid, kilobytes] of highest) if (isBelow(pid)) sum += kilobytes;
  return Math.round(sum / 1024);
}

/** Whether a command is installed. */
export function isInstalled(command: string): Promise<boolean> {
  return measure('sh', ['-c', `command -v ${command}`], '/').then(
    () => true,
    () => false,
  );
}
