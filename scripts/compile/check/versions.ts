import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { PublishedDataset } from '../../../src/model/catalogue.ts';
import { diffRecords, isSame, type RowDiff } from '../../../src/model/rowDiff.ts';
import type { Fault } from '../../lib/fault.ts';

const NAMED = 5;

/**
 * Faults of a dataset whose rows or description changed although its version was kept in `public/versions/` with other ones.
 * @param folder where the compile writes
 */
export function checkVersion(root: string, folder: string, dataset: PublishedDataset): Fault[] {
  const kept = join(root, 'public', 'versions', dataset.id, dataset.version);
  if (!existsSync(kept)) return [];
  const right = `raise version in data/${dataset.id}/dataset.yaml and say in CHANGES.md what changed`;
  const described = ['dataset.yaml', 'CHANGES.md'].flatMap((name): Fault[] => {
    const file = `data/${dataset.id}/${name}`;
    if (
      !existsSync(join(kept, name)) ||
      readFileSync(join(kept, name)).equals(readFileSync(join(root, file)))
    )
      return [];
    return [{ file, what: `has changed since version ${dataset.version} was frozen`, right }];
  });
  const changed = dataset.tables.flatMap((table): Fault[] => {
    const file = `data/${dataset.id}/${table.name}.csv`;
    const out = join(folder, dataset.id);
    const before = join(kept, `${table.name}.csv`);
    const keptFiles = table.files.filter(({ name }) => existsSync(join(kept, name)));
    if (table.large && (existsSync(before) || keptFiles.some(({ name }) => !isSameFile(kept, out, name))))
      return [{ file, what: `has changed since version ${dataset.version}`, right }];
    if (!existsSync(before) || isSameFile(kept, out, `${table.name}.csv`)) return [];
    const diff = diffRecords(records(before), records(join(out, `${table.name}.csv`)), table.primaryKey);
    const what = isSame(diff)
      ? 'has its rows or columns in another order'
      : `has changed since version ${dataset.version}: ${inWords(diff)}`;
    return [{ file, what, right }];
  });
  return [...described, ...changed];
}

const isSameFile = (one: string, other: string, name: string): boolean =>
  readFileSync(join(one, name)).equals(readFileSync(join(other, name)));

const records = (path: string): string[][] =>
  Papa.parse<string[]>(readFileSync(path, 'utf8'), { skipEmptyLines: true }).data;

/** `2 rows added (a, b), 1 changed (c: value)` */
function inWords({ added, removed, changed }: RowDiff): string {
  const some = (names: string[]): string =>
    names.length > NAMED ? `${names.slice(0, NAMED).join(', ')} …` : names.join(', ');
  const part = (names: string[], what: string): string[] =>
    names.length > 0
      ? [`${names.length} ${names.length === 1 ? 'row' : 'rows'} ${what} (${some(names)})`]
      : [];
  return [
    ...part(added, 'added'),
    ...part(removed, 'removed'),
    ...part(
      changed.map(({ key, columns }) => `${key}: ${columns.join(' and ')}`),
      'changed',
    ),
  ].join('; ');
}
