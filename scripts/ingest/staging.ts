import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CommandError } from '../lib/fault.ts';

/** Files that ingest rewrites on every run; all others in the folder belong to the user and are kept. */
const OURS = /^(?:ledger\.json|masked\.json|releases\.json|.*\.csv|.*\.parquet)$/;

/**
 * A folder beside `folder` in which its next state is prepared, with the user's own files; `publishStaged` swaps it in by renaming, so that
 * the old state is complete until the new one is. The remains of an interrupted run are restored or removed first (`settle`).
 */
export function stageFolder(folder: string): string {
  settle(folder);
  const { next } = neighbours(folder);
  makeFolder(next);
  if (existsSync(folder))
    cpSync(folder, next, {
      recursive: true,
      filter: (path) => path === folder || !OURS.test(basename(path)),
    });
  return next;
}

/**
 * Makes a folder and those above it, one by one: `mkdirSync` with `recursive` never returns where the system has no such folder, as below `/proc`.
 * @throws CommandError where one cannot be made
 */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(resolve(folder)) !== resolve(folder)) makeFolder(dirname(resolve(folder)));
  try {
    mkdirSync(folder);
  } catch (error) {
    throw new CommandError(
      `the folder ${folder} cannot be made (${(error as NodeJS.ErrnoException).code}); name another with --to`,
      2,
    );
  }
}

/** Swaps in what was staged. */
export function publishStaged(folder: string): void {
  const { next, previous } = neighbours(folder);
  if (existsSync(folder)) renameSync(folder, previous);
  renameSync(next, folder);
  rmSync(previous, { recursive: true, force: true });
}

/** Removes what was staged, and the parent folder where it is empty. */
export function dropStaged(folder: string): void {
  rmSync(neighbours(folder).next, { recursive: true, force: true });
  const above = dirname(folder);
  if (existsSync(above) && readdirSync(above).length === 0) rmdirSync(above);
}

/** Restores the last complete state of a folder after an interrupted run. */
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
