import * as Plot from '@observablehq/plot';
import type { Chart } from '../model/chart.ts';
import { number, text, type Row } from '../model/row.ts';
import { unless } from './forms/claims.ts';
import { widest } from './forms/labels.ts';
import { pick, placeNames } from './forms/rows.ts';
import { COLOUR, frame, isNarrow } from './forms/theme.ts';
import { rowTip } from './forms/tips.ts';

const BANDS = [
  { id: 'abroad', en: 'Abroad', zh: '国外' },
  { id: 'nation', en: 'China, national', zh: '全国' },
  { id: 'province', en: 'Province', zh: '省级' },
  { id: 'city', en: 'City', zh: '地级' },
  { id: 'county', en: 'County level', zh: '县级' },
] as const;
const START = 1984;

/** Laws, rules and measures in the dataset by year, in bands from abroad to the county. */
export const policyTimeline: Chart = {
  id: 'policy-timeline',
  topic: 'rules',
  title: {
    en: 'Most of China’s rules in our record date from 2012 or later and come from the centre and the provinces; cities and counties have rules of their own',
    zh: '本站所收中国规则多出自 2012 年及以后，以全国和省级为多，市、县也有自己的规定',
  },
  subtitle: {
    en: 'Laws, regulations and measures in the dataset by year of issue, one dot each',
    zh: '数据集所收法律、法规和办法，按发布年份，一点一件',
  },
  question: {
    en: 'When were rules on buying services made, and by whom?',
    zh: '购买服务的规则何时由谁制定？',
  },
  note: {
    en: 'The rules that were read or named in what was read, not all that exist: provinces are unevenly covered, and county rules are published less often. Amended and repealed texts are drawn too. Hong Kong, Macao and Taiwan stand with the provinces. Undated texts and earlier laws abroad are left out of the picture and stand in the list.',
    zh: '只画读到或所读材料提到的规则，不是全部：各省收录多少不一，县级规则公开较少。已修改、已废止的文件同样画出。港澳台列入省级一栏。日期不详的文件和更早的国外法律不画，见列表。',
  },
  tables: [
    ['policies', 'policies'],
    ['places', 'places'],
  ],
  columns: [
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'band', title: { en: 'Level', zh: '层级' } },
    { name: 'place', title: { en: 'Place', zh: '地区' } },
    { name: 'title', title: { en: 'Title', zh: '名称' } },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select([policies, places], { language }) {
    const name = placeNames(places!, language);
    const codes = new Map(places!.map((row) => [text(row, 'id'), row]));
    return policies!
      .filter((row) => Number(text(row, 'date').slice(0, 4)) >= START)
      .map((row) => {
        const band = bandOf(row, codes.get(text(row, 'place')));
        return {
          ...pick(row, ['confidence', 'source_id', 'id']),
          year: Number(text(row, 'date').slice(0, 4)),
          band: BANDS.find(({ id }) => id === band)![language],
          band_id: band,
          place: name(text(row, 'place')),
          title: text(row, `title_${language}`) || text(row, 'title_en') || text(row, 'title_zh'),
          gaoming: row['place'] === 'gaoming',
        };
      })
      .sort((a, b) => a.year - b.year);
  },
  holds(rows) {
    const chinese = rows.filter((row) => row['band_id'] !== 'abroad');
    const late = chinese.filter((row) => (number(row, 'year') ?? 0) >= 2012);
    const of = (band: string): number => late.filter((row) => row['band_id'] === band).length;
    return unless([
      [late.length > 0.5 * chinese.length, 'most of China’s rules do not date from 2012 or later'],
      [
        of('nation') + of('province') > 0.5 * late.length,
        'the centre and the provinces together have not most of them',
      ],
      [
        ['nation', 'province'].every((band) => of(band) > Math.max(of('city'), of('county'))),
        'a city or county band has more of them than the centre or the provinces',
      ],
      [['city', 'county'].every((band) => of(band) >= 5), 'cities or counties have hardly any of their own'],
    ]);
  },
  plot(rows, view) {
    const stacked = stack(rows);
    const bands = BANDS.map((band) => band[view.language]);
    const most = Math.max(...stacked.map((row) => number(row, 'level') ?? 0)) + 1;
    const size = isNarrow(view) ? 7 : 9;
    const years = stacked.map((row) => number(row, 'year') ?? 0);
    return frame(view, {
      marginLeft: widest(bands) + 12,
      marginRight: 14,
      marginTop: 10,
      height: bands.length * (most * size + 14) + 40,
      x: {
        label: null,
        tickFormat: (year: number) => String(year),
        domain: [START - 1, Math.max(...years) + 1],
        ticks: isNarrow(view) ? 4 : 8,
      },
      y: { axis: null, domain: [-1, most] },
      fy: { domain: bands, label: null, padding: 0.12, axis: null },
      marks: [
        Plot.text(bands, {
          fy: (band: string) => band,
          frameAnchor: 'left',
          text: (band: string) => band,
          textAnchor: 'end',
          dx: -8,
          fill: COLOUR.ink,
        }),
        Plot.ruleY(bands, { fy: (band: string) => band, y: () => -1, stroke: COLOUR.rule }),
        Plot.dot(stacked, {
          x: 'year',
          y: 'level',
          fy: 'band',
          r: size / 2.4,
          fill: {
            value: (row: Row) =>
              row['confidence'] === 'C' ? COLOUR.paper : row['gaoming'] ? COLOUR.gaoming : COLOUR.blue,
            scale: null,
          } as never,
          stroke: {
            value: (row: Row) => (row['gaoming'] ? COLOUR.gaoming : COLOUR.blue),
            scale: null,
          } as never,
          title: (row: Row) => rowTip(view.language, row, 'place', text(row, 'title')),
        }),
      ],
    });
  },
  alt: (rows, language) => {
    const after = rows.filter((row) => (number(row, 'year') ?? 0) >= 2012).length;
    const county = rows.filter((row) => row['band'] === BANDS.at(-1)![language]).length;
    return language === 'zh'
      ? `点图，共 ${rows.length} 件，其中 ${after} 件在 2012 年及以后，县级 ${county} 件。`
      : `${rows.length} dots, ${after} of them in 2012 or later, ${county} of county level.`;
  },
};

function bandOf(policy: Row, place: Row | undefined): (typeof BANDS)[number]['id'] {
  const level = text(policy, 'level');
  const chinese = text(place ?? {}, 'code_system').startsWith('GB') || text(policy, 'place') === 'cn';
  if (!chinese) return 'abroad';
  if (level === 'territory') return 'province';
  return level === 'nation' || level === 'province' || level === 'county' ? level : 'city';
}

/** Stacks the dots of each band and year. */
function stack(rows: Row[]): Row[] {
  const heights = new Map<string, number>();
  return rows.map((row) => {
    const key = `${text(row, 'band')} ${text(row, 'year')}`;
    const level = heights.get(key) ?? 0;
    heights.set(key, level + 1);
    return { ...row, level };
  });
}
