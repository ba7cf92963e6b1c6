import * as Plot from '@observablehq/plot';
import type { Chart } from '../model/chart.ts';
import type { Language } from '../model/language.ts';
import { number, text, type Row } from '../model/row.ts';
import { unless, valueOf } from './forms/claims.ts';
import { drawable, inWords, isWeak, pick, placeNames, shortName } from './forms/rows.ts';
import { COLOUR, frame, isNarrow, short } from './forms/theme.ts';
import { ofRow, tip, valued } from './forms/tips.ts';

const DISTRICTS = ['nanhai', 'shunde', 'chancheng', 'sanshui', 'gaoming'];
const FIRST = 2010;
const LAST = 2020;
const COUNT = 'census-population';
const RISE = 'census-population-rise';
/** The origin of a census count. */
const ORIGINS = {
  counted: { en: 'counted', zh: '普查数' },
  workedOut: { en: 'worked out: count of 2020 less the printed rise', zh: '推算：2020 年普查数减所载增加数' },
};

/** Census population of the five districts in 2010 and 2020. The dataset `gaoming` has the district's own rows. */
export const fiveDistrictsPopulation: Chart = {
  id: 'five-districts-population',
  topic: 'gaoming',
  title: {
    en: 'Of Foshan’s five districts Gaoming has the fewest people, and grew least from 2010 to 2020',
    zh: '佛山五区中，高明人口最少，2010 至 2020 年增幅也最小',
  },
  subtitle: {
    en: 'Census population, 2010 and 2020, residents',
    zh: '2010 年与 2020 年人口普查常住人口，人',
  },
  question: {
    en: 'How many people does Gaoming serve, beside its neighbours?',
    zh: '与邻区相比，高明要服务多少人？',
  },
  note: {
    en: 'No count of Chancheng for 2010 was found; the value drawn is worked out by us, from its count of 2020 less the printed rise over the ten years. Values of grade C are drawn hollow.',
    zh: '未找到禅城 2010 年的普查数；所画数值由本站以其 2020 年人口减去所载十年增加数得出。C 级数值以空心表示。',
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
    { name: 'origin', title: { en: 'How known', zh: '由来' } },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select([districts, gaoming, places], { language }) {
    const names = placeNames(places!, language);
    const name = (place: string): string => shortName(names(place), language);
    // The district's own rows first: they are not rounded.
    const rows = [...gaoming!, ...districts!].filter(drawable);
    const of = (place: string, year: number, indicator = COUNT): Row | undefined =>
      rows.find((row) => row['place'] === place && row['year'] === year && row['indicator'] === indicator);
    return DISTRICTS.flatMap((place) =>
      [FIRST, LAST].flatMap((year) => {
        const counted = of(place, year);
        const row = counted ?? before(of(place, LAST), of(place, LAST, RISE));
        return row
          ? [
              {
                ...pick(row, ['value', 'confidence', 'source_id', 'id']),
                year,
                origin: ORIGINS[counted ? 'counted' : 'workedOut'][language],
                place: name(place),
                gaoming: place === 'gaoming',
              },
            ]
          : [];
      }),
    );
  },
  holds(rows) {
    const growth = (place: string): number =>
      valueOf(rows, { place, year: LAST }) / valueOf(rows, { place, year: FIRST });
    const own = text(rows.find((row) => row['gaoming']) ?? {}, 'place');
    const others = [...new Set(rows.map((row) => text(row, 'place')))].filter((place) => place !== own);
    const last = (place: string): number => valueOf(rows, { place, year: LAST });
    return unless([
      [rows.length === 2 * DISTRICTS.length, 'there are not two values for each of the five districts'],
      [others.every((place) => last(place) > last(own)), 'Gaoming does not have the fewest people'],
      [growth(own) > 1, 'Gaoming did not grow'],
      [others.every((place) => growth(place) > growth(own)), 'Gaoming did not grow least'],
    ]);
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
      marginRight: view.language === 'zh' ? 64 : 96,
      marginTop: 34,
      marginBottom: 30,
      height: 220,
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
            ofRow(
              row,
              tip(view.language, {
                of: [text(row, 'place'), text(row, 'origin')],
                year: row['year'],
                value: valued(row, 'value', 'person', view.language),
                grade: row['confidence'],
              }),
            ),
        }),
        Plot.text(last, {
          x: 'value',
          y: 'place',
          text: (row: Row) => people(row, view.language),
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
        .map((row) => `${text(row, 'place')} ${people(row, language)}`),
      language,
    );
    return language === 'zh'
      ? `2020 年普查人口：${list}。高明人口最少，十年间增长也最慢。`
      : `Census population in 2020: ${list}. Gaoming has the fewest people and grew least over the ten years.`;
  },
};

/** A number of people, short: `469k people`, `47万人`. */
const people = (row: Row, language: Language): string =>
  short(number(row, 'value') ?? 0, language) + (language === 'zh' ? '人' : ' people');

/** A count of ten years before, computed from a count and the printed increase. */
const before = (count: Row | undefined, rise: Row | undefined): Row | undefined =>
  count &&
  rise && {
    ...pick(count, ['confidence', 'id']),
    value: (number(count, 'value') ?? 0) - (number(rise, 'value') ?? 0),
    confidence: isWeak(count) || isWeak(rise) ? 'C' : (rise['confidence'] ?? null),
    source_id: [...new Set([text(count, 'source_id'), text(rise, 'source_id')])].join(' '),
  };
