import { bibtex } from '../../cite/bibtex.ts';
import { cslJson } from '../../cite/cslJson.ts';
import { ris } from '../../cite/ris.ts';
import type { Chart } from '../../model/chart.ts';
import { excelCsvRecord } from '../../model/csv.ts';
import { HTML_LANG } from '../../model/language.ts';
import type { Row } from '../../model/row.ts';
import { SITE_NAME } from '../../model/site.ts';
import { titleOf, type DrawnView } from '../../model/view.ts';
import { citedView, type Reference } from './citedView.ts';
import type { Engine } from './engine.ts';
import { fitsShape, picture, shapedPicture, type Layouter, type Shape } from './picture.ts';

/** A kind of file of a view: its media type, its name on pages, and the shape of a picture that has one. */
interface ViewFileKind {
  type: string;
  /** Files without a name are not offered to readers: other sites show the card beside a link. */
  name: string;
  shape?: Shape;
}

/** The endings of the files of a view. */
export const VIEW_FILES = {
  svg: { type: 'image/svg+xml', name: 'SVG' },
  png: { type: 'image/png', name: 'PNG 2×' },
  '1x.png': { type: 'image/png', name: 'PNG 1×' },
  '4x.png': { type: 'image/png', name: 'PNG 4×' },
  'wide.png': { type: 'image/png', name: 'PNG 16:9', shape: { width: 1600, height: 900 } },
  'square.png': { type: 'image/png', name: 'PNG 1:1', shape: { width: 1200, height: 1200 } },
  'card.png': { type: 'image/png', name: '', shape: { width: 1200, height: 630 } },
  pdf: { type: 'application/pdf', name: 'PDF' },
  csv: { type: 'text/csv; charset=utf-8', name: 'CSV' },
  json: { type: 'application/json; charset=utf-8', name: 'JSON' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', name: 'XLSX' },
  bib: { type: bibtex.mediaType!, name: 'BibTeX' },
  ris: { type: ris.mediaType!, name: 'RIS' },
  'csl.json': { type: cslJson.mediaType!, name: 'CSL-JSON' },
} as const satisfies Record<string, ViewFileKind>;
export type ViewFile = keyof typeof VIEW_FILES;

/** Whether a view is offered as a file of this ending: a tall drawing is not offered in a wide shape, where it would be illegible. */
export function isOffered(view: DrawnView, ending: ViewFile, engine: Layouter): boolean {
  const kind: ViewFileKind = VIEW_FILES[ending];
  return kind.name !== '' && (kind.shape === undefined || fitsShape(view, engine, kind.shape));
}

/**
 * The content of one file of a view; the same at build time and in the browser.
 * @param ending one of `VIEW_FILES`
 */
export async function viewFile(
  view: DrawnView,
  ending: ViewFile,
  at: Reference,
  engine: Engine,
): Promise<string | Uint8Array> {
  const { chart, language, rows } = view;
  switch (ending) {
    case 'svg':
      return outlineOf(view, engine);
    case 'png':
      return engine.png(outlineOf(view, engine), 2);
    case '1x.png':
      return engine.png(outlineOf(view, engine), 1);
    case '4x.png':
      return engine.png(outlineOf(view, engine), 4);
    case 'wide.png':
    case 'square.png':
    case 'card.png':
      return engine.png(shapedPicture(view, engine, VIEW_FILES[ending].shape), 1);
    case 'pdf':
      return engine.pdf(outlineOf(view, engine), {
        title: titleOf(chart, view.choice)[language],
        author: SITE_NAME[language],
        language: HTML_LANG[language],
        day: at.date,
      });
    case 'csv':
      return drawnCsv(chart, rows);
    case 'json':
      return `${JSON.stringify(drawnRows(chart, rows), null, 1)}\n`;
    // The writer of workbooks is large, and loaded for them only.
    case 'xlsx':
      return (await import('./workbook.ts')).workbook(view, at.date);
    case 'bib':
      return `${bibtex.write(citedView(view, at))}\n`;
    case 'ris':
      return `${ris.write(citedView(view, at))}\n`;
    case 'csl.json':
      return `${cslJson.write(citedView(view, at))}\n`;
  }
}

const outlines = new WeakMap<DrawnView, string>();

/** The picture of a view with outlined text; made once for all its files. */
function outlineOf(view: DrawnView, engine: Engine): string {
  let outline = outlines.get(view);
  if (outline === undefined) outlines.set(view, (outline = engine.outline(picture(view, engine))));
  return outline;
}

/** The columns of a chart's table, including the source of every row. */
export const drawnNames = (chart: Chart): string[] => [...chart.columns.map(({ name }) => name), 'source_id'];

/** The drawn rows with only the columns of the chart. */
const drawnRows = (chart: Chart, rows: Row[]): Row[] =>
  rows.map((row) => Object.fromEntries(drawnNames(chart).map((name) => [name, row[name] ?? null])));

/** The drawn rows with their sources; a byte order mark at the start so that Excel reads Chinese. */
export function drawnCsv(chart: Chart, rows: Row[]): string {
  const names = drawnNames(chart);
  return `\ufeff${[names, ...rows.map((row) => names.map((name) => row[name]))].map(excelCsvRecord).join('')}`;
}
