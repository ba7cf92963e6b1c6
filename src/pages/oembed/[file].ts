import type { APIRoute } from 'astro';
import { CHARTS } from '../../charts/charts.ts';
import { embedCode, EMBED } from '../../components/embedCode.ts';
import type { Chart } from '../../model/chart.ts';
import { LANGUAGES, type Language } from '../../model/language.ts';
import { absolute, SITE_NAME } from '../../model/site.ts';

/** oEmbed for every chart, as a static file that its page names. @see https://oembed.com/ */
export const getStaticPaths = () =>
  CHARTS.flatMap((chart) =>
    LANGUAGES.map((language) => ({
      params: { file: `${chart.id}.${language}.json` },
      props: { chart, language },
    })),
  );

export const GET: APIRoute = ({ props }) => {
  const { chart, language } = props as { chart: Chart; language: Language };
  const answer = {
    version: '1.0',
    type: 'rich',
    title: chart.title[language],
    provider_name: SITE_NAME[language],
    provider_url: absolute(`/${language}/`),
    width: EMBED.width,
    height: EMBED.height,
    html: embedCode(
      chart.title[language],
      absolute(`/embed/${chart.id}.${language}/`),
      absolute('/embed.js'),
    ),
    thumbnail_url: absolute(`/charts/${chart.id}.${language}.card.png`),
    thumbnail_width: 1200,
    thumbnail_height: 630,
  };
  return new Response(JSON.stringify(answer), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
