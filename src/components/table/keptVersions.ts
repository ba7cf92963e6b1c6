import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { strings } from '../../i18n/strings.ts';
import type { PublishedDataset } from '../../model/catalogue.ts';
import type { Language } from '../../model/language.ts';
import { diffRecords, isSame } from '../../model/rowDiff.ts';
import { keptFiles, keptVersions, readKept } from '../../published/frozen.ts';

/** A kept version of a dataset: its files, and how today's tables differ from it. */
interface KeptVersion {
  version: string;
  files: string[];
  difference: string;
}

/** The kept versions of a dataset, oldest first. */
export function versionsOf(dataset: PublishedDataset, language: Language): KeptVersion[] {
  const t = strings(language);
  return keptVersions(dataset.id).map((version) => {
    const files = keptFiles(dataset.id, version);
    const parts = dataset.tables
      .filter((table) => files.includes(`${table.name}.csv`))
      .flatMap((table) => {
        const before = records(readKept(dataset.id, version, `${table.name}.csv`));
        const after = records(readFileSync(`public/data/${dataset.id}/${table.name}.csv`, 'utf8'));
        const diff = diffRecords(before, after, table.primaryKey);
        if (isSame(diff)) return [];
        const counts = [
          [diff.added.length, t.added],
          [diff.removed.length, t.removed],
          [diff.changed.length, t.changed],
        ] as const;
        return [
          `${table.name}${t.colon}${counts
            .filter(([count]) => count > 0)
            .map(([count, word]) => `${count} ${word}`)
            .join(t.comma)}`,
        ];
      });
    return { version, files, difference: version === dataset.version ? '' : parts.join('; ') || t.unchanged };
  });
}

const records = (csv: string): string[][] => Papa.parse<string[]>(csv, { skipEmptyLines: true }).data;
