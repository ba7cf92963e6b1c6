import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Effects } from '../lib/effects.ts';
import { CommandError } from '../lib/fault.ts';

/** The files of a frozen folder by name. */
export type Files = Map<string, string | Uint8Array>;

const SUMS = 'SHA256SUMS';
const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
const same = (path: string, content: string | Uint8Array): boolean =>
  existsSync(path) && Buffer.compare(readFileSync(path), Buffer.from(content)) === 0;

/**
 * Writes a frozen folder with its checksums, or verifies it where it exists.
 * @param folder below `root`
 * @param immutable the files that must be unchanged where the folder exists; by default all
 * @param otherwise advice for publishing the new content
 * @throws CommandError where the folder exists and would change, or no longer matches its checksums
 */
export function writeFrozen(
  root: string,
  folder: string,
  files: Files,
  otherwise: string,
  effects: Effects,
  immutable: readonly string[] = [...files.keys()],
): void {
  const target = join(root, folder);
  if (existsSync(target)) {
    const touched = touchedFile(target);
    if (touched)
      throw new CommandError(
        `${folder}/${touched} is not what was frozen: restore it from the history (git checkout -- ${folder})`,
      );
    const changed = immutable.find((name) => !same(join(target, name), files.get(name)!));
    if (changed !== undefined)
      throw new CommandError(
        `${folder} exists and would change (${changed}): a frozen version never does; ${otherwise}`,
      );
    return;
  }
  const sums = [...files].map(([name, content]) => `${sha256(content)}  ${name}`);
  // Outside `public/`, so that an interrupted run leaves no partial version there.
  const next = join(root, '.compile', 'freeze');
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next, { recursive: true });
  try {
    for (const [name, content] of files) writeFileSync(join(next, name), content);
    writeFileSync(join(next, SUMS), `${sums.join('\n')}\n`);
    mkdirSync(dirname(target), { recursive: true });
    renameSync(next, target);
  } catch (error) {
    rmSync(next, { recursive: true, force: true });
    throw error;
  }
  effects.log(`froze ${folder}`);
}

/** The first file of a frozen folder that differs from its checksum, is missing, or was added; `undefined` where none does. */
function touchedFile(folder: string): string | undefined {
  if (!existsSync(join(folder, SUMS))) return SUMS;
  const sums = new Map(
    readFileSync(join(folder, SUMS), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('  ').reverse() as [name: string, sum: string]),
  );
  const there = readdirSync(folder).filter((name) => name !== SUMS);
  return (
    there.find((name) => !sums.has(name)) ??
    [...sums].find(
      ([name, sum]) => !there.includes(name) || sha256(readFileSync(join(folder, name))) !== sum,
    )?.[0]
  );
}
