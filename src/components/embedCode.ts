import type { Chart } from '../model/chart.ts';
import type { Language } from '../model/language.ts';
import { absolute } from '../model/site.ts';

/** The size of a frame before it knows better. */
export const EMBED = { width: 680, height: 520 };

/**
 * What `public/embed.js` is. Pages of others load it and hold it to this, so it never changes: what fits frames better gets a name of its
 * own.
 */
export const EMBED_INTEGRITY = 'sha384-CysZSctF4OyoYXbFeXNsm7M9AvNl8N6ec0dIAiBocnCsZJ2Jg9oFjAnqVau/o2Zf';

/**
 * What somebody pastes into a page: a frame, and one script that fits it to its content; without the script the frame stands at a
 * size that holds most charts.
 * @param release a frozen version; without it the frame shows the chart as it stands
 */
export function embedCode(chart: Chart, language: Language, release?: string): string {
  const source = release
    ? absolute(`/cite/${chart.id}/${release}/`)
    : absolute(`/embed/${chart.id}.${language}/`);
  const title = chart.title[language].replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const frame = `<iframe src="${source}" title="${title}" width="100%" height="${EMBED.height}" style="border:0" loading="lazy" sandbox="allow-scripts allow-popups"></iframe>`;
  return release
    ? frame
    : `${frame}\n<script async src="${absolute('/embed.js')}" integrity="${EMBED_INTEGRITY}" crossorigin="anonymous"></script>`;
}
