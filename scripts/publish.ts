import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where a run writes, and what becomes of it: published whole, or not at all. */
export interface Publication {
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
  if (existsSync(previous) && !existsSync(published)) renameSync(previous, published);
  rmSync(previous, { recursive: true, force: true });
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next, { recursive: true });
  return {
    folder: next,
    swap() {
      mkdirSync(dirname(published), { recursive: true });
      if (existsSync(published)) renameSync(published, previous);
      renameSync(next, published);
      rmSync(previous, { recursive: true, force: true });
    },
    abandon() {
      rmSync(next, { recursive: true, force: true });
    },
  };
}
