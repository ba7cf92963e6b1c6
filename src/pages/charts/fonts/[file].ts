import type { APIRoute } from 'astro';
import { CHARTS } from '../../../charts/charts.ts';
import { PICTURE_FONTS, pictureFont, type PictureFont } from '../../../charts/render/fonts.ts';
import { hasViews } from '../../../model/view.ts';
import { readRows } from '../../../published/readCatalogue.ts';

/** The fonts for pictures of chosen views, with the characters that such pictures can contain: `/charts/fonts/<name>.ttf`. */
export const getStaticPaths = () =>
  PICTURE_FONTS.map((name) => ({ params: { file: `${name}.ttf` }, props: { name } }));

const CODE = import.meta.glob<string>(
  ['../../../charts/**/*.ts', '../../../i18n/*.ts', '../../../model/site.ts'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);

/** The words of charts come from their code and from the tables that they draw. */
function words(): string {
  const tables = new Map(
    CHARTS.filter(hasViews)
      .flatMap((chart) => [...chart.tables, ['sources', 'sources'] as const])
      .map(([dataset, table]) => [`${dataset}/${table}`, readRows(dataset, table)]),
  );
  return [...Object.values(CODE), ...[...tables.values()].map((rows) => JSON.stringify(rows))].join('');
}

export const GET: APIRoute = async ({ props }) => {
  const { name } = props as { name: PictureFont };
  return new Response((await pictureFont(name, words())) as BodyInit, {
    headers: { 'Content-Type': 'font/ttf' },
  });
};
