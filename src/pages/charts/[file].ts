import type { APIRoute } from 'astro';
import { outlined, picture, png } from '../../charts/picture.ts';
import { CHARTS } from '../../charts/charts.ts';
import { bibtex } from '../../cite/bibtex.ts';
import { ris } from '../../cite/ris.ts';
import type { Chart } from '../../model/chart.ts';
import { LANGUAGES, type Language } from '../../model/language.ts';
import type { Cell, Row } from '../../model/row.ts';
import { absolute, RELEASE, RELEASE_DATE } from '../../model/site.ts';
import { publishersLine, selectRows, sourcesOf } from '../../published/drawing.ts';

/** The files of every chart in every language: `/charts/<id>.<language>.<ending>`. */
const FILES: Record<string, { type: string; make(chart: Chart, rows: Row[], language: Language): string | Uint8Array }> = {
  svg: { type: 'image/svg+xml', make: (chart, rows, language) => outlined(standalone(chart, rows, language)) },
  png: { type: 'image/png', make: (chart, rows, language) => png(standalone(chart, rows, language), 2) },
  csv: { type: 'text/csv; charset=utf-8', make: drawnCsv },
  bib: { type: bibtex.mediaType!, make: (chart, _rows, language) => `${bibtex.write(cited(chart, language))}\n` },
  ris: { type: ris.mediaType!, make: (chart, _rows, language) => `${ris.write(cited(chart, language))}\n` },
};

export const getStaticPaths = () =>
  CHARTS.flatMap((chart) =>
    LANGUAGES.flatMap((language) =>
      Object.keys(FILES).map((ending) => ({ params: { file: `${chart.id}.${language}.${ending}` }, props: { chart, language, ending } })),
    ),
  );

export const GET: APIRoute = ({ props }) => {
  const { chart, language, ending } = props as { chart: Chart; language: Language; ending: string };
  const { type, make } = FILES[ending]!;
  const body = make(chart, selectRows(chart, { language, width: 860, controls: {} }), language);
  return new Response(body as BodyInit, { headers: { 'Content-Type': type } });
};

const standalone = (chart: Chart, rows: Row[], language: Language): string =>
  picture(chart, rows, language, publishersLine(sourcesOf(rows), language));

const cited = (chart: Chart, language: Language) => ({
  key: `bps-chart-${chart.id}-${RELEASE}`,
  kind: 'chart' as const,
  title: chart.title[language],
  language,
  date: RELEASE_DATE,
  version: RELEASE,
  url: absolute(`/${language}/charts/${chart.id}/`),
});

/** What is drawn, with the sources of every row; a mark at the start so that Excel reads Chinese. */
function drawnCsv(chart: Chart, rows: Row[]): string {
  const names = [...chart.columns.map(({ name }) => name), 'source_id'];
  const quote = (cell: Cell | undefined): string => {
    const text = cell === null || cell === undefined ? '' : String(cell);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\ufeff${[names, ...rows.map((row) => names.map((name) => row[name]))].map((cells) => cells.map(quote).join(',')).join('\r\n')}\r\n`;
}
