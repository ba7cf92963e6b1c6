import { writeXlsx } from 'hucre/xlsx';
import { excelText } from '../../model/excelText.ts';
import { text } from '../../model/row.ts';
import { isNamed } from '../../model/source.ts';
import { SITE_NAME } from '../../model/site.ts';
import { strings } from '../../i18n/strings.ts';
import { subtitleOf, titleOf, type DrawnView } from '../../model/view.ts';

const SOURCE_COLUMNS = ['id', 'title', 'publisher', 'date', 'url'];

/**
 * A view as a workbook: the values, their sources, and the texts of the picture.
 * @param date the day of the release, ISO 8601
 */
export function workbook(view: DrawnView, date: string): Promise<Uint8Array> {
  const { chart, language, choice, rows, sources } = view;
  const t = strings(language);
  const day = new Date(`${date}T00:00:00Z`);
  const title = titleOf(chart, choice)[language];
  const columns = [
    ...chart.columns.map((column) => ({ name: column.name, title: column.title[language] })),
    { name: 'source_id', title: 'source_id' },
  ];
  return writeXlsx({
    sheets: [
      {
        // Excel allows 31 characters.
        name: chart.id.slice(0, 31),
        columns: columns.map(() => ({ width: 22 })),
        rows: [
          columns.map((column) => column.title),
          ...rows.map((row) => columns.map(({ name }) => excelText(row[name] ?? null))),
        ],
        freezePane: { rows: 1 },
      },
      {
        name: 'sources 来源',
        columns: [{ width: 24 }, { width: 60 }, { width: 30 }, { width: 14 }, { width: 50 }],
        rows: [
          SOURCE_COLUMNS,
          ...sources.map((row) =>
            SOURCE_COLUMNS.map((name) => excelText(isNamed(text(row, name)) ? text(row, name) : '')),
          ),
        ],
        freezePane: { rows: 1 },
      },
      {
        name: 'about 说明',
        columns: [{ width: 18 }, { width: 100 }],
        rows: [
          [t.nav.charts, title],
          ['', subtitleOf(chart, choice)[language]],
          [t.note, chart.note[language]],
          [t.licence, view.licence],
        ].map((row) => row.map(excelText)),
      },
    ],
    properties: { title, creator: SITE_NAME[language], created: day, modified: day },
  });
}
