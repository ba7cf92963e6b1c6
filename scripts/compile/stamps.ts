import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Dataset } from '../../src/model/dataset.ts';
import { PLACES } from './coverage.ts';
import { CODELISTS_FILE } from '../lib/codelists.ts';

/** A stamp a dataset: the same as long as nothing changed that its published files come from. */
export type Stamps = Record<string, string>;

/** Where the code of the compile lies: its own folder and those that its layer may import (`.dependency-cruiser.mjs`). */
export const CODE_FOLDERS = ['scripts/compile', 'scripts/lib', 'scripts/rules', 'scripts/clean', 'src/model'];

/** What the compile runs. Packages count by their versions. */
export const compileCode = (code: string): string[] => [
  'package.json',
  ...CODE_FOLDERS.flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: code }))
    .map((file) => file.replaceAll('\\', '/'))
    .sort(),
];

/** Code lists, and the rows that descriptions of other datasets quote. */
const SHARED = [CODELISTS_FILE, ...['sources', PLACES].map((id) => `data/${id}/${id}.csv`)];
const stateFile = (root: string): string => join(root, '.compile', 'stamps.json');

/**
 * The stamps of datasets: over their own files, the shared code lists, the rows that their descriptions quote, and the code that
 * compiles them.
 * @param code where the code is; the project itself
 */
export function stampsOf(root: string, datasets: Dataset[], code: string): Stamps {
  const common = createHash('sha256');
  for (const file of compileCode(code)) common.update(file).update(readFileSync(join(code, file)));
  for (const file of SHARED)
    if (existsSync(join(root, file))) common.update(file).update(readFileSync(join(root, file)));
  for (const name of ['SITE_URL', 'BASE_PATH']) common.update(`${name}=${process.env[name] ?? ''}`);
  const shared = common.digest('hex');
  return Object.fromEntries(
    datasets.map((dataset) => {
      const own = createHash('sha256').update(shared);
      for (const file of globSync(`data/${dataset.id}/*`, { cwd: root }).sort())
        own.update(file).update(readFileSync(join(root, file)));
      return [dataset.id, own.digest('hex')];
    }),
  );
}

/** The stamps of what is published now; empty where nothing is, or where nobody knows. */
export function publishedStamps(root: string): Stamps {
  if (!existsSync(stateFile(root)) || !existsSync(join(root, 'public', 'data', 'index.json'))) return {};
  try {
    return JSON.parse(readFileSync(stateFile(root), 'utf8')) as Stamps;
  } catch {
    // Cut short by a full disk: all is compiled anew.
    return {};
  }
}

/** Forgets the stamps before what they speak of is replaced: a run that ends in between must not leave old ones beside new data. */
export const forgetStamps = (root: string): void => rmSync(stateFile(root), { force: true });

/** Notes the stamps of what was just published. */
export function noteStamps(root: string, stamps: Stamps): void {
  mkdirSync(dirname(stateFile(root)), { recursive: true });
  writeFileSync(stateFile(root), `${JSON.stringify(stamps, null, 1)}\n`);
}
