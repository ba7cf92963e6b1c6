import { copyFileSync, existsSync, globSync, linkSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Catalogue, PublishedDataset } from '../../src/model/catalogue.ts';
import { sourcesOfRow, type Row } from '../../src/model/row.ts';
import type { RowChecks } from './check/rowChecks.ts';
import type { CompiledDataset } from './compiledDataset.ts';
import { readCsv } from './read/records.ts';

/** The catalogue as published. */
export const publishedCatalogue = (root: string): Catalogue =>
  JSON.parse(readFileSync(join(root, 'public', 'data', 'index.json'), 'utf8')) as Catalogue;

/** Whether just the files that the catalogue lists are published, each of its size. */
export function isWhole(root: string, catalogue: Catalogue): boolean {
  const folder = join(root, 'public', 'data');
  const listed = new Map<string, number>([
    ...catalogue.files.map(({ name, bytes }) => [name, bytes] as const),
    ...catalogue.datasets.flatMap((dataset) =>
      [...dataset.files, ...dataset.tables.flatMap((table) => table.files)].map(
        ({ name, bytes }) => [join(dataset.id, name), bytes] as const,
      ),
    ),
  ]);
  const found = globSync('**/*', { cwd: folder }).filter(
    (name) => name !== 'index.json' && !statSync(join(folder, name)).isDirectory(),
  );
  return (
    found.length === listed.size &&
    found.every((name) => listed.get(name) === statSync(join(folder, name)).size)
  );
}

/**
 * Takes a dataset over as it was published: its files are linked into the new publication, its rows shown to the
 * checks for the sake of the others. Nothing where it was never published whole, or too large to be read again.
 */
export async function reuse(
  root: string,
  folder: string,
  published: PublishedDataset,
  checks: RowChecks,
): Promise<CompiledDataset | undefined> {
  const before = join(root, 'public', 'data', published.id);
  const tables = published.tables.map((table) => ({ table, path: join(before, `${table.name}.json`) }));
  if (!tables.every(({ path }) => existsSync(path))) return undefined;
  const sources = new Set<string>();
  for (const { table, path } of tables) {
    const file = `data/${published.id}/${table.name}.csv`;
    const numbers = await rowNumbers(join(root, file), file);
    (JSON.parse(readFileSync(path, 'utf8')) as Row[]).forEach((row, index) => {
      checks.add(published, table, file, numbers[index]!, row);
      for (const source of sourcesOfRow(row)) sources.add(source);
    });
  }
  for (const { name } of [...published.files, ...published.tables.flatMap((table) => table.files)]) {
    const to = join(folder, published.id, name);
    mkdirSync(dirname(to), { recursive: true });
    link(join(before, name), to);
  }
  return { dataset: published, faults: [], sources, reused: true };
}

/** Where the rows of a table stand in its file: blank lines are no rows, but count. */
async function rowNumbers(path: string, file: string): Promise<number[]> {
  const numbers: number[] = [];
  await readCsv(path, file, (records) => void numbers.push(...records.map(({ row }) => row)));
  return numbers.slice(1);
}

/** A second name for the same file, or a copy where the disk knows no links. */
function link(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
