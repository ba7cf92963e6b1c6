import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CommandError } from '../lib/fault.ts';

/** Where a run writes, and what becomes of it: published whole, or not at all. */
interface Publication {
  /** The folder to write into. */
  folder: string;
  /** Puts the folder in the place of the published one. */
  swap(): void;
  /** Leaves what was published before as it was. */
  abandon(): void;
}

/**
 * Begins a publication of `public/data`. New files are written in `.compile/next`, on the same disk, and swapped in by renaming; what an
 * interrupted run left is put back or cleared first.
 */
export function beginPublication(root: string): Publication {
  const published = join(root, 'public', 'data');
  const next = join(root, '.compile', 'next');
  const previous = join(root, '.compile', 'previous');
  const unlock = lock(root);
  const settle = (): void => {
    if (existsSync(previous) && !existsSync(published)) renameSync(previous, published);
    rmSync(previous, { recursive: true, force: true });
    rmSync(next, { recursive: true, force: true });
  };
  try {
    settle();
    mkdirSync(next, { recursive: true });
  } catch (error) {
    unlock();
    throw error;
  }
  return {
    folder: next,
    swap() {
      mkdirSync(dirname(published), { recursive: true });
      if (existsSync(published)) renameSync(published, previous);
      renameSync(next, published);
      rmSync(previous, { recursive: true, force: true });
      unlock();
    },
    abandon() {
      try {
        settle();
      } finally {
        unlock();
      }
    },
  };
}

/**
 * Keeps a second run out while one writes. A lock whose process is gone was left by an interrupted run and is taken over.
 * @throws CommandError where another run is at work
 */
function lock(root: string): () => void {
  const path = join(root, '.compile', 'lock');
  mkdirSync(dirname(path), { recursive: true });
  const unlock = (): void => rmSync(path, { force: true });
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      unlock();
      throw error;
    }
    const owner = Number(readFileSync(path, 'utf8'));
    if (owner !== process.pid && isRunning(owner))
      throw new CommandError(`another compile is at work here (process ${owner}); wait for it, or stop it`);
    writeFileSync(path, String(process.pid));
  }
  return unlock;
}

function isRunning(process_: number): boolean {
  // A lock that was cut short names nobody; asking for process 0 would find our own group.
  if (!Number.isSafeInteger(process_) || process_ <= 0) return false;
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    // A process of somebody else's may not be asked, but runs.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
