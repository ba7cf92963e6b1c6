import type { Chart } from '../../model/chart.ts';
import type { Language } from '../../model/language.ts';
import { absolute, SITE_NAME } from '../../model/site.ts';
import { embedCode, EMBED } from './embedCode.ts';

/** The oEmbed response of a chart; only where `SITE_URL` is set, as other sites use it. @see https://oembed.com/ */
export const oembed = (chart: Chart, language: Language): object => ({
  version: '1.0',
  type: 'rich',
  title: chart.title[language],
  provider_name: SITE_NAME[language],
  provider_url: absolute(`/${language}/`),
  width: EMBED.width,
  height: EMBED.height,
  html: embedCode(chart.title[language], absolute(`/embed/${chart.id}.${language}/`), absolute('/embed.js')),
  thumbnail_url: absolute(`/charts/${chart.id}.${language}.card.png`),
  thumbnail_width: 1200,
  thumbnail_height: 630,
});
