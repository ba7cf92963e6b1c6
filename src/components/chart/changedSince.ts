import Papa from 'papaparse';
import type { Strings } from '../../i18n/en.ts';
import type { Chart } from '../../model/chart.ts';
import type { Language } from '../../model/language.ts';
import { diffRecords, isSame } from '../../model/rowDiff.ts';
import { drawnCsv } from '../../charts/render/viewFile.ts';
import { drawnView } from '../../published/drawing.ts';
import { readFrozen } from '../../published/frozen.ts';

/** How a chart's rows differ from a frozen version: `changed since: 2 added`. */
export function changedSince(chart: Chart, language: Language, release: string, t: Strings): string {
  const records = (csv: string): string[][] =>
    Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), { skipEmptyLines: true }).data;
  const before = records(readFrozen(chart.id, release, `${chart.id}.${language}.csv`));
  const after = records(drawnCsv(chart, drawnView(chart, language).rows));
  // Drawn rows have no key: all cells except numbers identify them.
  const diff = diffRecords(before, after, before[0] ?? []);
  if (isSame(diff)) return t.unchanged;
  const parts = [
    [diff.added.length, t.added],
    [diff.removed.length, t.removed],
  ] as const;
  return `${t.changedSince}${t.colon}${parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${t.rows} ${word}`)
    .join(t.comma)}`;
}
