import * as Plot from '@observablehq/plot';
import type { Chart } from '../model/chart.ts';
import { number, text, type Row } from '../model/row.ts';
import { inWords, isWeak, pick, placeNames, shortName } from './forms/rows.ts';
import { COLOUR, frame, isNarrow, short } from './forms/theme.ts';

const DISTRICTS = ['nanhai', 'shunde', 'chancheng', 'sanshui', 'gaoming'];
const FIRST = 2010;
const LAST = 2020;

/** Census population of the five districts in 2010 and 2020. The dataset `gaoming` holds the district's own rows. */
export const fiveDistrictsPopulation: Chart = {
  id: 'five-districts-population',
  title: { en: 'Gaoming grew least while its neighbours filled up', zh: '邻区人口大增，高明增长最慢' },
  subtitle: {
    en: 'Census population, 2010 and 2020, residents',
    zh: '2010 年与 2020 年人口普查常住人口，人',
  },
  question: {
    en: 'How many people does Gaoming serve, beside its neighbours?',
    zh: '与邻区相比，高明要服务多少人？',
  },
  note: {
    en: 'For Chancheng no figure of 2010 was found. Values of grade C are drawn hollow.',
    zh: '未找到禅城 2010 年的数字。C 级数值以空心表示。',
  },
  tables: [
    ['foshan-districts', 'foshan-districts'],
    ['gaoming', 'gaoming'],
    ['places', 'places'],
  ],
  columns: [
    { name: 'place', title: { en: 'District', zh: '区' } },
    { name: 'year', title: { en: 'Census', zh: '普查年份' } },
    { name: 'value', title: { en: 'Residents', zh: '常住人口' }, unit: 'person' },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select([districts, gaoming, places], { language }) {
    const names = placeNames(places!, language);
    const name = (place: string): string => shortName(names(place), language);
    const rows = [...districts!, ...gaoming!].filter(
      (row) =>
        row['indicator'] === 'census-population' &&
        (row['year'] === FIRST || row['year'] === LAST) &&
        row['preferred'] === true,
    );
    return DISTRICTS.flatMap((place) =>
      [FIRST, LAST].flatMap((year) => {
        const row = rows.find((one) => one['place'] === place && one['year'] === year);
        return row
          ? [
              {
                ...pick(row, ['year', 'value', 'confidence', 'source_id', 'id']),
                place: name(place),
                gaoming: place === 'gaoming',
              },
            ]
          : [];
      }),
    );
  },
  plot(rows, view) {
    const colour = (row: Row): string => (row['gaoming'] ? COLOUR.gaoming : COLOUR.blue);
    const last = rows.filter((row) => row['year'] === LAST);
    const sorted = [...last]
      .sort((a, b) => (number(b, 'value') ?? 0) - (number(a, 'value') ?? 0))
      .map((row) => text(row, 'place'));
    const ends = sorted.map((place) => ({
      place,
      from: rows.find((row) => row['place'] === place && row['year'] === FIRST)?.['value'] ?? null,
      to: rows.find((row) => row['place'] === place && row['year'] === LAST)?.['value'] ?? null,
      gaoming: rows.find((row) => row['place'] === place)?.['gaoming'] ?? false,
    }));
    return frame(view, {
      marginLeft: isNarrow(view) ? 84 : 92,
      marginRight: 60,
      marginTop: 24,
      marginBottom: 30,
      height: 210,
      x: {
        domain: [0, Math.max(...rows.map((row) => number(row, 'value') ?? 0))],
        nice: true,
        ticks: isNarrow(view) ? 3 : 5,
        tickFormat: (v: number) => short(v, view.language),
        label: null,
      },
      y: { domain: sorted, label: null, tickSize: 0 },
      marks: [
        Plot.gridX({ stroke: COLOUR.rule }),
        Plot.ruleX([0], { stroke: COLOUR.soft }),
        Plot.link(
          ends.filter((end) => end.from !== null),
          {
            x1: 'from',
            x2: 'to',
            y: 'place',
            stroke: { value: (end: Row) => colour(end), scale: null } as never,
            strokeWidth: 2,
          },
        ),
        Plot.dot(rows, {
          x: 'value',
          y: 'place',
          r: (row: Row) => (row['year'] === LAST ? 6 : 4.5),
          fill: { value: (row: Row) => (isWeak(row) ? COLOUR.paper : colour(row)), scale: null } as never,
          stroke: { value: colour, scale: null } as never,
          strokeWidth: 2,
          title: (row: Row) =>
            `${text(row, 'place')} ${text(row, 'year')}: ${short(number(row, 'value') ?? 0, view.language)}`,
        }),
        Plot.text(last, {
          x: 'value',
          y: 'place',
          text: (row: Row) => short(number(row, 'value') ?? 0, view.language),
          dx: 12,
          textAnchor: 'start',
          fill: COLOUR.ink,
        }),
        Plot.text(
          rows.filter((row) => row['place'] === sorted[0]),
          {
            x: 'value',
            y: 'place',
            text: (row: Row) => text(row, 'year'),
            dy: -16,
            fill: COLOUR.soft,
            fontSize: 12,
          },
        ),
      ],
      r: { type: 'identity' },
    });
  },
  alt: (rows, language) => {
    const list = inWords(
      rows
        .filter((row) => row['year'] === LAST)
        .map((row) => `${text(row, 'place')} ${short(number(row, 'value') ?? 0, language)}`),
      language,
    );
    return language === 'zh'
      ? `2020 年普查人口：${list}。高明人口最少，十年间增长也最慢。`
      : `Census population in 2020: ${list}. Gaoming has the fewest people and grew least over the ten years.`;
  },
};
