import type { APIRoute } from 'astro';
import { CHARTS } from '../../charts/charts.ts';
import { oembed } from '../../components/chart/oembed.ts';
import type { Chart } from '../../model/chart.ts';
import { LANGUAGES, type Language } from '../../model/language.ts';
import { SITE_URL } from '../../model/site.ts';

/** oEmbed for every chart, as a static file linked from its page; none where `SITE_URL` is not set. */
export const getStaticPaths = () =>
  SITE_URL === ''
    ? []
    : CHARTS.flatMap((chart) =>
        LANGUAGES.map((language) => ({
          params: { file: `${chart.id}.${language}.json` },
          props: { chart, language },
        })),
      );

export const GET: APIRoute = ({ props }) => {
  const { chart, language } = props as { chart: Chart; language: Language };
  return new Response(JSON.stringify(oembed(chart, language)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
