import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RELEASE, SITE_URL } from '../../src/model/site.ts';

/** The code whose change may change what is published. */
const CODE = [
  'scripts/compile/**/*.ts',
  'scripts/rules/**',
  'scripts/lib/**/*.ts',
  'src/model/**/*.ts',
  'package-lock.json',
];
/** The project that this code belongs to, which is another than the one compiled in tests. */
const HOME = join(import.meta.dirname, '..', '..');

/** Whether a compile would publish again what is published, and a note of what it published. */
export interface Publishing {
  isUnchanged(): boolean;
  /** Notes what was published; called after it is in its place. */
  note(): void;
}

/**
 * Compares what a compile reads (data, kept versions, its own code, the address of the site) with what the last one read that was published,
 * by content, and the published files by size. A file that was edited in `public/data` without a change of its size is not seen.
 * @param root the project's folder
 */
export function publishing(root: string): Publishing {
  const stampFile = join(root, '.compile', 'published.json');
  const published = join(root, 'public', 'data');
  const key = readKey(root);
  const stamp = (): string => JSON.stringify({ key, files: sizes(published) });
  return {
    isUnchanged() {
      // Compared as text: a note that a killed run left unfinished is not JSON.
      return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp();
    },
    note() {
      writeFileSync(stampFile, stamp());
    },
  };
}

/** A key of all that decides what is published besides the data: the code, the release, the address of the site. */
export const codeKey = (): string =>
  createHash('sha256')
    .update(`${RELEASE}\n${SITE_URL}\n${process.env['BASE_PATH'] ?? ''}\n${process.version}\n`)
    .update(contents(HOME, CODE))
    .digest('hex');

const readKey = (root: string): string =>
  createHash('sha256')
    .update(codeKey())
    .update(contents(root, ['data/**', 'public/versions/**']))
    .digest('hex');

/** Names and contents of files, as one hash. */
function contents(folder: string, patterns: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of filesIn(folder, patterns))
    hash.update(`${file}\n`).update(
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest(),
    );
  return hash.digest('hex');
}

/** Names and sizes of the files of a folder. */
const sizes = (folder: string): string => {
  const hash = createHash('sha256');
  for (const file of existsSync(folder) ? filesIn(folder, ['**']) : [])
    hash.update(`${file} ${statSync(join(folder, file)).size}\n`);
  return hash.digest('hex');
};

const filesIn = (folder: string, patterns: readonly string[]): string[] =>
  globSync([...patterns], { cwd: folder })
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();
