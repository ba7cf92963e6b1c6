import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const CITE = join(process.cwd(), 'public', 'cite');
const VERSIONS = join(process.cwd(), 'public', 'versions');

const foldersIn = (path: string): string[] =>
  existsSync(path)
    ? readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : [];

/** The releases at which a chart was frozen, oldest first. */
export const frozenReleases = (chart: string): string[] => foldersIn(join(CITE, chart)).sort();

/** A file of a frozen chart. */
export const readFrozen = (chart: string, release: string, name: string): string =>
  readFileSync(join(CITE, chart, release, name), 'utf8');

/** The versions of a dataset that were kept, oldest first. */
export const keptVersions = (dataset: string): string[] =>
  foldersIn(join(VERSIONS, dataset)).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));

/** The names of the files of a kept version. */
export const keptFiles = (dataset: string, version: string): string[] =>
  readdirSync(join(VERSIONS, dataset, version)).sort();

/** A kept table as text. */
export const readKept = (dataset: string, version: string, name: string): string =>
  readFileSync(join(VERSIONS, dataset, version, name), 'utf8');
