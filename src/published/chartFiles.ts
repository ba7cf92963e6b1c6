import { outlined, picture, png } from '../charts/picture.ts';
import { bibtex } from '../cite/bibtex.ts';
import type { CitedItem } from '../cite/item.ts';
import { ris } from '../cite/ris.ts';
import { csvRecord } from '../model/csv.ts';
import type { Chart } from '../model/chart.ts';
import type { Language } from '../model/language.ts';
import type { Row } from '../model/row.ts';
import { absolute, RELEASE, RELEASE_DATE } from '../model/site.ts';
import { publishersLine, selectRows, sourcesOf } from './drawing.ts';

/** The endings of the files of a chart, with their media types. */
export const CHART_FILES = {
  svg: 'image/svg+xml',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
  bib: bibtex.mediaType!,
  ris: ris.mediaType!,
} as const;
export type ChartFile = keyof typeof CHART_FILES;

/** A chart as it is cited: at the release of the site. */
export const citedChart = (chart: Chart, language: Language): CitedItem => ({
  key: `bps-chart-${chart.id}-${RELEASE}`,
  kind: 'chart',
  title: chart.title[language],
  language,
  date: RELEASE_DATE,
  version: RELEASE,
  url: absolute(`/${language}/charts/${chart.id}/`),
});

/** The content of one file of a chart, as drawn before a reader chooses anything. */
export function chartFile(chart: Chart, language: Language, ending: ChartFile): string | Uint8Array {
  const rows = selectRows(chart, { language, width: 736, controls: {} });
  const standalone = (): string => picture(chart, rows, language, publishersLine(sourcesOf(rows), language));
  switch (ending) {
    case 'svg':
      return outlined(standalone());
    case 'png':
      return png(standalone(), 2);
    case 'csv':
      return drawnCsv(chart, rows);
    case 'bib':
      return `${bibtex.write(citedChart(chart, language))}\n`;
    case 'ris':
      return `${ris.write(citedChart(chart, language))}\n`;
  }
}

/** What is drawn, with the source of every row; a mark at the start so that Excel reads Chinese. */
function drawnCsv(chart: Chart, rows: Row[]): string {
  const names = [...chart.columns.map(({ name }) => name), 'source_id'];
  return `\ufeff${[names, ...rows.map((row) => names.map((name) => row[name]))].map(csvRecord).join('')}`;
}
