import type { APIRoute } from 'astro';
import { CHARTS } from '../../charts/charts.ts';
import type { Chart } from '../../model/chart.ts';
import { LANGUAGES, type Language } from '../../model/language.ts';
import { VIEW_FILES, type ViewFile } from '../../charts/render/viewFile.ts';
import { chartFile } from '../../published/chartFiles.ts';
import { drawnTables } from '../../published/drawing.ts';
import { hasViews } from '../../model/view.ts';

/** What a browser reads to draw another view of a chart: `/charts/<id>.tables.json`. */
const TABLES = 'tables.json';

/** The files of every chart in every language, `/charts/<id>.<language>.<ending>`, and the tables it draws. */
export const getStaticPaths = () =>
  CHARTS.flatMap((chart) => [
    ...(hasViews(chart)
      ? [{ params: { file: `${chart.id}.${TABLES}` }, props: { chart, language: 'en', ending: TABLES } }]
      : []),
    ...LANGUAGES.flatMap((language) =>
      Object.keys(VIEW_FILES).map((ending) => ({
        params: { file: `${chart.id}.${language}.${ending}` },
        props: { chart, language, ending },
      })),
    ),
  ]);

export const GET: APIRoute = async ({ props }) => {
  const { chart, language, ending } = props as {
    chart: Chart;
    language: Language;
    ending: ViewFile | typeof TABLES;
  };
  if (ending === TABLES) return Response.json(drawnTables(chart));
  return new Response((await chartFile(chart, language, ending)) as BodyInit, {
    headers: { 'Content-Type': VIEW_FILES[ending].type },
  });
};
