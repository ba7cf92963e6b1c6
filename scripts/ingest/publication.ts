import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Files that ingest writes anew on every run; all others in the folder are a person's and stay. */
const OURS = /^(?:ledger\.json|masked\.json|releases\.json|.*\.csv)$/;

/**
 * Puts files into a folder whole or not at all: they are written beside it, with what a person put there, and swapped in by renaming. What
 * an interrupted run left is put back or cleared first (`settle`).
 */
export function publishFolder(folder: string, files: ReadonlyMap<string, string>): void {
  settle(folder);
  const { next, previous } = neighbours(folder);
  try {
    mkdirSync(next, { recursive: true });
    if (existsSync(folder))
      cpSync(folder, next, {
        recursive: true,
        filter: (path) => path === folder || !OURS.test(basename(path)),
      });
    for (const [name, content] of files) writeFileSync(join(next, name), content);
    if (existsSync(folder)) renameSync(folder, previous);
    renameSync(next, folder);
  } catch (error) {
    settle(folder);
    throw error;
  }
  rmSync(previous, { recursive: true, force: true });
}

/** Brings a folder back to the last whole state after a run that was cut short. */
export function settle(folder: string): void {
  const { next, previous } = neighbours(folder);
  if (existsSync(previous) && !existsSync(folder)) renameSync(previous, folder);
  rmSync(previous, { recursive: true, force: true });
  rmSync(next, { recursive: true, force: true });
}

const neighbours = (folder: string): { next: string; previous: string } => ({
  next: join(dirname(folder), `.${basename(folder)}.next`),
  previous: join(dirname(folder), `.${basename(folder)}.previous`),
});
