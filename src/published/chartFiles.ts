import { framed, outlined, picture, png } from '../charts/render/picture.ts';
import { pdf } from '../charts/render/pdf.ts';
import { titleOf } from '../charts/render/draw.ts';
import { bibtex } from '../cite/bibtex.ts';
import { cslJson } from '../cite/cslJson.ts';
import type { CitedItem } from '../cite/item.ts';
import { ris } from '../cite/ris.ts';
import { excelCsvRecord } from '../model/csv.ts';
import type { Chart } from '../model/chart.ts';
import type { Language } from '../model/language.ts';
import type { Row } from '../model/row.ts';
import { absolute, RELEASE, RELEASE_DATE, SITE_NAME } from '../model/site.ts';
import { publishersLine, selectRows, sourcesOf } from './drawing.ts';
import { frozenReleases } from './frozen.ts';
import { drawnWorkbook } from './workbook.ts';

/** The endings of the files of a chart, with their media types and how a page calls them. */
export const CHART_FILES = {
  svg: { type: 'image/svg+xml', name: 'SVG' },
  png: { type: 'image/png', name: 'PNG 2×' },
  '1x.png': { type: 'image/png', name: 'PNG 1×' },
  '4x.png': { type: 'image/png', name: 'PNG 4×' },
  'wide.png': { type: 'image/png', name: 'PNG 16:9' },
  'square.png': { type: 'image/png', name: 'PNG 1:1' },
  'card.png': { type: 'image/png', name: '' },
  pdf: { type: 'application/pdf', name: 'PDF' },
  csv: { type: 'text/csv; charset=utf-8', name: 'CSV' },
  json: { type: 'application/json; charset=utf-8', name: 'JSON' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', name: 'XLSX' },
  bib: { type: bibtex.mediaType!, name: 'BibTeX' },
  ris: { type: ris.mediaType!, name: 'RIS' },
  'csl.json': { type: cslJson.mediaType!, name: 'CSL-JSON' },
} as const;
export type ChartFile = keyof typeof CHART_FILES;

/** A chart as it is cited: its newest frozen version, or its page where none was frozen yet. */
export function citedChart(
  chart: Chart,
  language: Language,
  release = frozenReleases(chart.id).at(-1),
): CitedItem {
  return {
    key: `bps-chart-${chart.id}-${release ?? RELEASE}`,
    kind: 'chart',
    title: chart.title[language],
    language,
    date: RELEASE_DATE,
    version: release ?? RELEASE,
    url: release ? absolute(`/cite/${chart.id}/${release}/`) : absolute(`/${language}/charts/${chart.id}/`),
  };
}

/** The content of one file of a chart, as drawn before a reader chooses anything. */
export async function chartFile(
  chart: Chart,
  language: Language,
  ending: ChartFile,
): Promise<string | Uint8Array> {
  switch (ending) {
    case 'svg':
      return outlineOf(chart, language);
    case 'png':
      return png(outlineOf(chart, language), 2);
    case '1x.png':
      return png(outlineOf(chart, language), 1);
    case '4x.png':
      return png(outlineOf(chart, language), 4);
    case 'wide.png':
      return png(framed(outlineOf(chart, language), 1600, 900), 1);
    case 'square.png':
      return png(framed(outlineOf(chart, language), 1200, 1200), 1);
    case 'card.png':
      return png(framed(outlineOf(chart, language), 1200, 630), 1);
    case 'pdf':
      return pdf(outlineOf(chart, language), {
        title: chart.title[language],
        author: SITE_NAME[language],
        day: RELEASE_DATE,
      });
    case 'csv':
      return drawnCsv(chart, rowsOf(chart, language));
    case 'json':
      return `${JSON.stringify(drawnRows(chart, rowsOf(chart, language)), null, 1)}\n`;
    case 'xlsx':
      return drawnWorkbook(chart, rowsOf(chart, language), language);
    case 'bib':
      return `${bibtex.write(citedChart(chart, language))}\n`;
    case 'ris':
      return `${ris.write(citedChart(chart, language))}\n`;
    case 'csl.json':
      return `${cslJson.write(citedChart(chart, language))}\n`;
  }
}

const rowsOf = (chart: Chart, language: Language): Row[] =>
  selectRows(chart, { language, width: 736, controls: {} });

const outlines = new Map<string, string>();

/** The picture of a chart with outlined letters; drawn once for all files made of it. */
function outlineOf(chart: Chart, language: Language): string {
  const key = `${chart.id}.${language}`;
  let outline = outlines.get(key);
  if (outline === undefined) {
    const rows = rowsOf(chart, language);
    outlines.set(
      key,
      (outline = outlined(picture(chart, rows, language, publishersLine(sourcesOf(rows), language)))),
    );
  }
  return outline;
}

/** The columns of a chart's own table, the source of every row among them. */
export const drawnNames = (chart: Chart): string[] => [...chart.columns.map(({ name }) => name), 'source_id'];

/** The rows of what is drawn, with just the chart's own columns. */
export const drawnRows = (chart: Chart, rows: Row[]): Row[] =>
  rows.map((row) => Object.fromEntries(drawnNames(chart).map((name) => [name, row[name] ?? null])));

/** What is drawn, with the source of every row; a mark at the start so that Excel reads Chinese. */
export function drawnCsv(chart: Chart, rows: Row[]): string {
  const names = drawnNames(chart);
  return `\ufeff${[names, ...rows.map((row) => names.map((name) => row[name]))].map(excelCsvRecord).join('')}`;
}

/** The title of a chart's first view. */
export const chartTitle = (chart: Chart, language: Language): string =>
  titleOf(chart, { language, controls: {} });
