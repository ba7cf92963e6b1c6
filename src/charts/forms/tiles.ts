/** Over 250 lines: it lists the tiles of all provinces. */
import * as Plot from '@observablehq/plot';
import type { View } from '../../model/chart.ts';
import { number, text, type Row } from '../../model/row.ts';
import { LINE, LINE_HEIGHT, lineCount, lineWidth, widest, wrap } from './labels.ts';
import { COLOUR, frame } from './theme.ts';

/** A province-level unit: its code in GB/T 2260, its abbreviations, its names and the position of its tile. */
export interface Tile {
  code: string;
  /** The code in ISO 3166-2:CN, for narrow tiles in English. */
  iso: string;
  /** The official abbreviation in one character, for narrow tiles in Chinese. */
  abbreviation: string;
  en: string;
  zh: string;
  x: number;
  y: number;
}
const tile = (
  code: string,
  iso: string,
  abbreviation: string,
  en: string,
  zh: string,
  x: number,
  y: number,
): Tile => ({ code, iso, abbreviation, en, zh, x, y });

/** Our own layout of the 34 province-level units, in 8 columns and 8 rows: each tile is near its neighbours on the map. */
export const TILES: readonly Tile[] = [
  tile('230000', 'HL', '黑', 'Heilongjiang', '黑龙江', 7, 0),
  tile('150000', 'NM', '蒙', 'Inner Mongolia', '内蒙古', 3, 1),
  tile('210000', 'LN', '辽', 'Liaoning', '辽宁', 6, 1),
  tile('220000', 'JL', '吉', 'Jilin', '吉林', 7, 1),
  tile('650000', 'XJ', '新', 'Xinjiang', '新疆', 0, 2),
  tile('640000', 'NX', '宁', 'Ningxia', '宁夏', 2, 2),
  tile('140000', 'SX', '晋', 'Shanxi', '山西', 3, 2),
  tile('130000', 'HE', '冀', 'Hebei', '河北', 4, 2),
  tile('110000', 'BJ', '京', 'Beijing', '北京', 5, 2),
  tile('630000', 'QH', '青', 'Qinghai', '青海', 0, 3),
  tile('620000', 'GS', '甘', 'Gansu', '甘肃', 1, 3),
  tile('610000', 'SN', '陕', 'Shaanxi', '陕西', 2, 3),
  tile('410000', 'HA', '豫', 'Henan', '河南', 3, 3),
  tile('370000', 'SD', '鲁', 'Shandong', '山东', 4, 3),
  tile('120000', 'TJ', '津', 'Tianjin', '天津', 5, 3),
  tile('540000', 'XZ', '藏', 'Tibet', '西藏', 0, 4),
  tile('510000', 'SC', '川', 'Sichuan', '四川', 1, 4),
  tile('500000', 'CQ', '渝', 'Chongqing', '重庆', 2, 4),
  tile('420000', 'HB', '鄂', 'Hubei', '湖北', 3, 4),
  tile('340000', 'AH', '皖', 'Anhui', '安徽', 4, 4),
  tile('320000', 'JS', '苏', 'Jiangsu', '江苏', 5, 4),
  tile('310000', 'SH', '沪', 'Shanghai', '上海', 6, 4),
  tile('530000', 'YN', '滇', 'Yunnan', '云南', 1, 5),
  tile('520000', 'GZ', '黔', 'Guizhou', '贵州', 2, 5),
  tile('430000', 'HN', '湘', 'Hunan', '湖南', 3, 5),
  tile('360000', 'JX', '赣', 'Jiangxi', '江西', 4, 5),
  tile('330000', 'ZJ', '浙', 'Zhejiang', '浙江', 5, 5),
  tile('450000', 'GX', '桂', 'Guangxi', '广西', 2, 6),
  tile('440000', 'GD', '粤', 'Guangdong', '广东', 3, 6),
  tile('350000', 'FJ', '闽', 'Fujian', '福建', 4, 6),
  tile('710000', 'TW', '台', 'Taiwan', '台湾', 6, 6),
  tile('460000', 'HI', '琼', 'Hainan', '海南', 2, 7),
  tile('820000', 'MO', '澳', 'Macao', '澳门', 3, 7),
  tile('810000', 'HK', '港', 'Hong Kong', '香港', 4, 7),
];
const SIDE = 8;
/** The province of Gaoming. */
export const HOME = '440000';

/** The code of the province of each place, by the id of the place; empty for a place in no province. */
export function provinceCodes(places: Row[]): Map<string, string> {
  const byId = new Map(places.map((row) => [text(row, 'id'), row]));
  const codeOf = (place: Row | undefined): string =>
    !place
      ? ''
      : place['level'] === 'province'
        ? text(place, 'code')
        : codeOf(byId.get(text(place, 'parent')));
  return new Map(places.map((row) => [text(row, 'id'), codeOf(row)]));
}

interface TileMap {
  /** The column of the number; provinces without a row are outlined. */
  value: string;
  /** The smallest value of each class, from the lightest to the darkest; as many as there are shades. */
  from: readonly [number, number, number, number, number];
  /** The heading of the legend, with the unit. */
  heading: string;
  /** What an outlined tile means. */
  none: string;
  /** What the vermilion border means. */
  home: string;
  /** The tip of a tile; without a row that of an outlined one. */
  tip: (tile: Tile, row: Row | undefined) => string;
}

/** The opacity of each class and whether its text is light: different enough to be distinguished in grey, each with legible text. */
const SHADES = [
  { opacity: 0.12, light: false },
  { opacity: 0.3, light: false },
  { opacity: 0.5, light: false },
  { opacity: 0.82, light: true },
  { opacity: 1, light: true },
] as const;
const LARGEST = 84;
/** From this size on, a tile has the name of its province in full. */
const NAMED = 70;
/** From this width on, a list of the largest values stands beside the tiles. */
const LISTED = 960;
const LIST_LENGTH = 12;
const NAME_SIZE = 11;

/** A diagram of China's province-level units, one tile each, shaded by a number that is printed in it. */
export function tileMap(rows: Row[], view: View, map: TileMap): Plot.PlotOptions {
  const size = Math.min(LARGEST, (view.width - 4) / SIDE);
  const named = size >= NAMED;
  const byCode = new Map(rows.map((row) => [text(row, 'code'), row]));
  const valueOf = (one: Tile): number => number(byCode.get(one.code) ?? {}, map.value) ?? 0;
  const classOf = (value: number): number => map.from.findLastIndex((least) => value >= least);
  const shade = (one: Tile): (typeof SHADES)[number] => SHADES[classOf(valueOf(one))] ?? SHADES[0];
  const ink = (one: Tile): string => (shade(one).light ? COLOUR.paper : COLOUR.ink);
  const name = (one: Tile): string =>
    named
      ? wrap(one[view.language], size - 4, NAME_SIZE)
      : view.language === 'zh'
        ? one.abbreviation
        : one.iso;
  const notes = [map.home, map.none].flatMap((note) => wrap(note, size * SIDE - 8, 12).split('\n'));
  const top = 4;
  const foot = top + SIDE * size + 8;
  const height = foot + notes.length * (LINE + 1) + 8;
  const [filled, empty] = [
    TILES.filter((one) => byCode.has(one.code)),
    TILES.filter((one) => !byCode.has(one.code)),
  ];
  const box = {
    x1: (one: Tile) => 2 + one.x * size,
    x2: (one: Tile) => 2 + (one.x + 1) * size,
    y1: (one: Tile) => top + one.y * size,
    y2: (one: Tile) => top + (one.y + 1) * size,
    inset: size > 60 ? 2 : 1.5,
    rx: 2,
  } as const;
  const middle = (one: Tile): number => 2 + (one.x + 0.5) * size;
  return frame(view, {
    margin: 0,
    marginTop: 0,
    marginRight: 0,
    height,
    x: { axis: null, domain: [0, view.width], range: [0, view.width] },
    y: { axis: null, domain: [0, height], range: [0, height] },
    marks: [
      ...legend(map, size, top),
      Plot.rect(empty, {
        ...box,
        fill: 'none',
        stroke: COLOUR.grey,
        strokeOpacity: 0.6,
        title: (one: Tile) => map.tip(one, undefined),
      }),
      Plot.rect(filled, {
        ...box,
        fill: COLOUR.blue,
        fillOpacity: (one: Tile) => shade(one).opacity,
        title: (one: Tile) => map.tip(one, byCode.get(one.code)),
      }),
      Plot.rect(
        TILES.filter(({ code }) => code === HOME),
        { ...box, fill: 'none', stroke: COLOUR.gaoming, strokeWidth: size > 60 ? 3.5 : 2.5 },
      ),
      Plot.text(TILES, {
        x: middle,
        y: (one: Tile) => top + (one.y + (named ? 0.27 : 0.32)) * size,
        text: name,
        lineHeight: 1.1,
        fontSize: named ? NAME_SIZE + (view.language === 'zh' ? 2 : 0) : 12,
        fill: { value: (one: Tile) => (byCode.has(one.code) ? ink(one) : COLOUR.soft), scale: null } as never,
      }),
      Plot.text(filled, {
        x: middle,
        y: (one: Tile) => top + (one.y + (named && lineCount(name(one)) > 1 ? 0.74 : 0.68)) * size,
        text: (one: Tile) => String(valueOf(one)),
        fontSize: named ? 18 : 13,
        fontWeight: 600,
        fill: { value: ink, scale: null } as never,
      }),
      ...notes.map((line, at) =>
        Plot.text([line], {
          x: 2,
          y: foot + (at + 0.5) * (LINE + 1),
          textAnchor: 'start',
          fill: COLOUR.soft,
          fontSize: 12,
        }),
      ),
      ...(view.width >= LISTED ? largest(rows, view, map, 2 + SIDE * size + 48) : []),
    ],
  });
}

/** The scale, in the first row of the diagram, of which only the last tile is taken. */
function legend(map: TileMap, size: number, top: number): Plot.Markish[] {
  const step = Math.min(70, Math.floor(((SIDE - 1) * size - 8) / SHADES.length));
  const swatches = SHADES.map(({ opacity }, at) => ({
    opacity,
    label: labelOf(map.from, at),
    left: 2 + at * step,
  }));
  const y = top + (size < NAMED ? 19 : 26);
  return [
    Plot.text([map.heading], {
      x: 2,
      y: top + 7,
      textAnchor: 'start',
      fill: COLOUR.ink,
      fontWeight: 600,
    }),
    // Thick lines instead of rectangles, which stand for values.
    Plot.ruleY(swatches, {
      y: y + 4,
      x1: 'left',
      x2: ({ left }: { left: number }) => left + step - 2,
      stroke: COLOUR.blue,
      strokeWidth: 10,
      strokeOpacity: 'opacity',
    }),
    Plot.text(swatches, {
      x: ({ left }: { left: number }) => left + step / 2 - 1,
      y: y + 17,
      text: 'label',
      fontSize: 11,
      fill: COLOUR.soft,
    }),
  ];
}

/** The values of a class: `21–50`, `1`, `51+`. */
function labelOf(from: TileMap['from'], at: number): string {
  const [least, next] = [from[at]!, from[at + 1]];
  if (next === undefined) return `${least}+`;
  return next - 1 === least ? String(least) : `${least}–${next - 1}`;
}

/** The largest values as bars, beside the tiles on wide drawings. */
function largest(rows: Row[], view: View, map: TileMap, left: number): Plot.Markish[] {
  const names = new Map(TILES.map((one) => [one.code, one]));
  const listed = [...rows]
    .sort((a, b) => (number(b, map.value) ?? 0) - (number(a, map.value) ?? 0))
    .slice(0, LIST_LENGTH);
  const nameOf = (row: Row): string => names.get(text(row, 'code'))?.[view.language] ?? '';
  const value = (row: Row): number => number(row, map.value) ?? 0;
  const start = left + widest(listed.map(nameOf)) + 8;
  const end = view.width - lineWidth(String(value(listed[0]!))) - 10;
  const scale = (end - start) / value(listed[0]!);
  const step = 30;
  const y = (row: Row): number => 54 + listed.indexOf(row) * step;
  return [
    Plot.text([map.heading], { x: left, y: 26, textAnchor: 'start', fill: COLOUR.ink, fontWeight: 600 }),
    Plot.text(listed, {
      x: start - 8,
      y,
      text: nameOf,
      textAnchor: 'end',
      lineHeight: LINE_HEIGHT,
      fill: COLOUR.ink,
    }),
    Plot.rect(listed, {
      x1: start,
      x2: (row: Row) => start + value(row) * scale,
      y1: (row: Row) => y(row) - 9,
      y2: (row: Row) => y(row) + 9,
      fill: COLOUR.blue,
      title: (row: Row) => map.tip(names.get(text(row, 'code'))!, row),
    }),
    Plot.text(listed, {
      x: (row: Row) => start + value(row) * scale + 6,
      y,
      text: (row: Row) => String(value(row)),
      textAnchor: 'start',
      fill: COLOUR.ink,
    }),
  ];
}
