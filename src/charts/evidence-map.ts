import * as Plot from '@observablehq/plot';
import type { Chart } from '../model/chart.ts';
import { number, text, type Row } from '../model/row.ts';
import { unless } from './forms/claims.ts';
import { drawable } from './forms/rows.ts';
import { COLOUR, frame, isNarrow } from './forms/theme.ts';
import { HOME, provinceCodes, TILES, type Tile } from './forms/tiles.ts';
import { tip } from './forms/tips.ts';
import { formatValue } from '../i18n/format.ts';

/** Shanghai, Jiangsu, Zhejiang. */
const DELTA = ['310000', '320000', '330000'];
/** The three provinces of the north-east; Xinjiang, Tibet, Qinghai. */
const NONE = ['210000', '220000', '230000', '650000', '540000', '630000'];
/** The thresholds of row counts and the opacity of a tile from each. */
const SHADES = [
  { from: 1, opacity: 0.15 },
  { from: 5, opacity: 0.4 },
  { from: 20, opacity: 0.8 },
  { from: 100, opacity: 1 },
] as const;

const UNIT = { en: 'number of rows', zh: '资料条数' };

/** How much evidence the site has on each province of China and the places in it. */
export const evidenceMap: Chart = {
  id: 'evidence-map',
  topic: 'rules',
  title: {
    en: 'More than half of this site’s rows on provinces are on Guangdong and the Yangtze delta; the north-east and the far west have none',
    zh: '本站分省资料半数以上来自广东和江浙沪，东北三省与新疆、西藏、青海没有',
  },
  subtitle: {
    en: 'Number of rows on each province and the places in it, facts and purchases',
    zh: '各省级单位及其所辖地区的资料（事实与购买记录），条',
  },
  question: {
    en: 'Of which parts of China does this site know anything?',
    zh: '本站对中国哪些地方有所了解？',
  },
  note: {
    en: 'A diagram and not a map: each tile is one province-level unit, whatever its size, near its neighbours. Rows on China as a whole, on groups across provinces and on places not named are not counted, nor are plans and repeated readings of a purchase. The tile with the vermilion border is Guangdong, where Gaoming lies and where we searched most: few rows do not mean that little is bought. On phones the tiles carry the codes of ISO 3166-2.',
    zh: '此为示意图，不是地图：一格一个省级单位，不论大小，位置只求邻近。全国性的、跨省的和未具名地区的资料不计，购买记录中的计划数与重复读数也不计。朱红色边框为高明所在的广东，我们查找最多；条数少不等于购买少。',
  },
  tables: [
    ['facts', 'facts'],
    ['purchases', 'purchases'],
    ['places', 'places'],
  ],
  columns: [
    { name: 'province', title: { en: 'Province', zh: '省级单位' } },
    { name: 'facts', title: { en: 'Facts', zh: '事实' } },
    { name: 'purchases', title: { en: 'Purchases', zh: '购买记录' } },
    { name: 'rows', title: { en: 'Together', zh: '合计' } },
  ],
  select([facts, purchases, places], { language }) {
    const codes = provinceCodes(places!);
    const inside = (rows: Row[], code: string): Row[] =>
      rows.filter((row) => codes.get(text(row, 'place')) === code);
    const bought = purchases!.filter(drawable);
    return TILES.flatMap(({ code, [language]: province }) => {
      const [known, paid] = [inside(facts!, code), inside(bought, code)];
      if (known.length + paid.length === 0) return [];
      return [
        {
          province,
          facts: known.length,
          purchases: paid.length,
          rows: known.length + paid.length,
          source_id: [...new Set([...known, ...paid].map((row) => text(row, 'source_id')))].join(' '),
          code,
        },
      ];
    }).sort((a, b) => b.rows - a.rows);
  },
  holds(rows) {
    const count = (codes: readonly string[]): number =>
      rows
        .filter((row) => codes.includes(text(row, 'code')))
        .reduce((sum, row) => sum + (number(row, 'rows') ?? 0), 0);
    const all = count(TILES.map(({ code }) => code));
    return unless([
      [count([HOME, ...DELTA]) > 0.5 * all, 'Guangdong and the delta have no more than half of the rows'],
      [count(NONE) === 0, 'a province of the north-east or the far west has rows'],
    ]);
  },
  plot(rows, view) {
    const height = isNarrow(view) ? 44 : 52;
    const counts = new Map(rows.map((row) => [text(row, 'code'), number(row, 'rows') ?? 0]));
    const count = ({ code }: Tile): number => counts.get(code) ?? 0;
    const shade = (one: Tile): number => SHADES.findLast(({ from }) => count(one) >= from)?.opacity ?? 0;
    const ink = (one: Tile): string => (shade(one) > 0.5 ? COLOUR.paper : COLOUR.ink);
    // English names are too long for the tiles of a phone.
    const name = (one: Tile): string =>
      isNarrow(view) && view.language === 'en' ? one.iso : one[view.language];
    const place = { x: 'x', y: 'y' } as const;
    return frame(view, {
      marginLeft: 2,
      marginRight: 2,
      marginTop: 2,
      marginBottom: 2,
      height: 8 * height + 4,
      x: { axis: null, padding: 0 },
      y: { axis: null, padding: 0 },
      marks: [
        // The legend is in the corner without tiles.
        Plot.text([UNIT[view.language]], {
          frameAnchor: 'top-left',
          dx: 2,
          dy: 12,
          text: (words: string) => words,
          fill: COLOUR.soft,
        }),
        Plot.cell(TILES, { ...place, inset: 1.5, fill: 'none', stroke: COLOUR.rule }),
        Plot.cell(TILES, {
          ...place,
          inset: 1.5,
          fill: COLOUR.blue,
          fillOpacity: shade,
          title: (one: Tile) =>
            tip(view.language, {
              of: [one[view.language]],
              value: formatValue(count(one), 'row', view.language),
            }),
        }),
        Plot.cell(
          TILES.filter(({ code }) => code === HOME),
          { ...place, inset: 1.5, fill: 'none', stroke: COLOUR.gaoming, strokeWidth: 3 },
        ),
        Plot.text(TILES, {
          ...place,
          text: name,
          dy: -8,
          fontSize: 12,
          fill: { value: ink, scale: null } as never,
        }),
        Plot.text(TILES, {
          ...place,
          text: (one: Tile) => String(count(one)),
          dy: 9,
          fill: { value: ink, scale: null } as never,
          fontWeight: 600,
        }),
      ],
    });
  },
  alt: (rows, language) => {
    const list = rows
      .map((row) => `${text(row, 'province')} ${number(row, 'rows')}`)
      .join(language === 'zh' ? '、' : ', ');
    const none = TILES.length - rows.length;
    return language === 'zh'
      ? `方格示意图，资料条数：${list}；其余 ${none} 个省级单位为零。`
      : `Tiles of provinces by number of rows: ${list}; none for the other ${none}.`;
  },
};
