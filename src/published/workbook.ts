import { writeXlsx } from 'hucre/xlsx';
import type { Chart } from '../model/chart.ts';
import type { Language } from '../model/language.ts';
import { text, type Row } from '../model/row.ts';
import { RELEASE_DATE, SITE_NAME } from '../model/site.ts';
import { sourcesOf } from './drawing.ts';

/** What a chart draws as a workbook: the values, and the sources. */
export function drawnWorkbook(chart: Chart, rows: Row[], language: Language): Promise<Uint8Array> {
  const day = new Date(`${RELEASE_DATE}T00:00:00Z`);
  const columns = [
    ...chart.columns.map(({ name, title }) => ({ name, title: title[language] })),
    { name: 'source_id', title: 'source_id' },
  ];
  return writeXlsx({
    sheets: [
      {
        name: chart.id.slice(0, 31),
        columns: columns.map(() => ({ width: 22 })),
        rows: [
          columns.map(({ title }) => title),
          ...rows.map((row) => columns.map(({ name }) => row[name] ?? null)),
        ],
        freezePane: { rows: 1 },
      },
      {
        name: 'sources 来源',
        columns: [{ width: 24 }, { width: 60 }, { width: 30 }, { width: 14 }, { width: 50 }],
        rows: [
          ['id', 'title', 'publisher', 'date', 'url'],
          ...sourcesOf(rows).map((row) =>
            ['id', 'title', 'publisher', 'date', 'url'].map((name) => text(row, name)),
          ),
        ],
        freezePane: { rows: 1 },
      },
    ],
    properties: { title: chart.title[language], creator: SITE_NAME[language], created: day, modified: day },
  });
}
