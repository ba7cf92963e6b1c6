import * as Plot from '@observablehq/plot';
import type { Chart, Control } from '../model/chart.ts';
import { number, text, type Row } from '../model/row.ts';
import { drawable, isWeak, pick, placeNames, shortName } from './forms/rows.ts';
import { COLOUR, frame, isNarrow, short } from './forms/theme.ts';

const ROW = 22;
const DEFAULT_COVERAGE = 'place-year';

/** The choices: the first of each is drawn at build. */
const CONTROLS: Control[] = [
  {
    id: 'coverage',
    label: { en: 'The amount covers', zh: '金额范围' },
    options: [
      { id: DEFAULT_COVERAGE, label: { en: 'one year of a place', zh: '一地一年合计' } },
      { id: 'programme', label: { en: 'one programme', zh: '一个项目' } },
      { id: 'multi-year', label: { en: 'several years', zh: '数年累计' } },
      { id: 'contract', label: { en: 'one contract', zh: '一份合同' } },
      { id: 'unit-price', label: { en: 'a unit price', zh: '单价或标准' } },
    ],
  },
  {
    id: 'level',
    label: { en: 'Level', zh: '层级' },
    options: [
      { id: 'all', label: { en: 'all', zh: '全部' } },
      { id: 'county', label: { en: 'county and below', zh: '县级及以下' } },
      { id: 'prefecture', label: { en: 'prefecture', zh: '地级' } },
      { id: 'province', label: { en: 'province', zh: '省级' } },
    ],
  },
];

/** Reported purchases in yuan, one dot each, by place; amounts of one kind of coverage at a time. */
export const purchasesByPlace: Chart = {
  id: 'purchases-by-place',
  title: {
    en: 'Reported purchases span three orders of magnitude; none is Gaoming’s',
    zh: '各地公开的购买金额相差上千倍，其中没有高明',
  },
  subtitle: {
    en: 'Reported amounts in yuan of the year, logarithmic scale; one dot an amount, one kind of coverage at a time',
    zh: '报道的金额，当年价，元，对数刻度；一点一笔，每次只画一种金额范围',
  },
  question: { en: 'How much do places report that they buy?', zh: '各地报道的购买金额有多大？' },
  note: {
    en: 'Amounts of different coverage are not comparable and are never drawn together. Places differ in size and year. Forecasts and repeated readings are left out; grade C is hollow. For Gaoming no amount was found.',
    zh: '金额范围不同者不可比，不画在一起。各地大小、年份不同。计划数和重复记录不画；C 级为空心。高明未见任何金额。',
  },
  tables: [
    ['purchases', 'purchases'],
    ['places', 'places'],
  ],
  controls: CONTROLS,
  titleFor: (controls) => {
    const chosen = CONTROLS.flatMap(({ id, options }) => {
      const at = options.findIndex((option) => option.id === controls[id]);
      return at > 0 ? [options[at]!.label] : [];
    });
    if (chosen.length === 0) return undefined;
    return {
      en: `What places report that they buy: ${chosen.map(({ en }) => en).join(', ')}`,
      zh: `各地公开的购买金额：${chosen.map(({ zh }) => zh).join('，')}`,
    };
  },
  columns: [
    { name: 'place', title: { en: 'Place', zh: '地区' } },
    { name: 'title', title: { en: 'What was bought', zh: '购买内容' } },
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'amount', title: { en: 'Amount', zh: '金额' }, unit: 'CNY' },
    { name: 'coverage', title: { en: 'Coverage', zh: '金额范围' } },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select([purchases, places], { language, controls }) {
    const name = placeNames(places!, language);
    const levels = new Map(places!.map((row) => [text(row, 'id'), text(row, 'level')]));
    const coverage = controls['coverage'] ?? DEFAULT_COVERAGE;
    const level = controls['level'] ?? 'all';
    const asked = (place: string): boolean => {
      const own = levels.get(place);
      return level === 'all' || own === level || (level === 'county' && own === 'township');
    };
    return purchases!
      .filter(
        (row) =>
          row['currency'] === 'CNY' &&
          row['coverage'] === coverage &&
          drawable(row) &&
          asked(text(row, 'place')),
      )
      .map((row) => ({
        ...pick(row, ['year', 'amount', 'coverage', 'confidence', 'source_id', 'id']),
        title: text(row, `title_${language}`),
        place: name(text(row, 'place')),
      }))
      .sort((a, b) => (number(b, 'amount') ?? 0) - (number(a, 'amount') ?? 0));
  },
  plot(rows, view) {
    const places = [...new Set(rows.map((row) => text(row, 'place')))];
    const amounts = rows.map((row) => number(row, 'amount') ?? 1);
    return frame(view, {
      marginLeft: isNarrow(view) ? 118 : 170,
      marginRight: isNarrow(view) ? 40 : 60,
      marginTop: 30,
      marginBottom: 10,
      height: Math.max(2, places.length) * ROW + 44,
      x: {
        type: 'log',
        domain: [Math.min(...amounts) / 1.5, Math.max(...amounts) * 1.5],
        axis: 'top',
        ticks: isNarrow(view) ? 3 : 5,
        tickFormat: (v: number) => short(v, view.language),
        label: null,
      },
      y: {
        domain: places,
        label: null,
        tickSize: 0,
        tickFormat: (place: string) => (isNarrow(view) ? shortName(place, view.language) : place),
      },
      marks: [
        Plot.gridX({ stroke: COLOUR.rule, ticks: isNarrow(view) ? 3 : 5 }),
        Plot.gridY({ stroke: COLOUR.rule, strokeDasharray: '1,3' }),
        Plot.dot(rows, {
          x: 'amount',
          y: 'place',
          r: 5,
          fill: { value: (row: Row) => (isWeak(row) ? COLOUR.paper : COLOUR.blue), scale: null } as never,
          stroke: COLOUR.blue,
          strokeWidth: 1.5,
          title: (row: Row) =>
            `${text(row, 'place')}, ${text(row, 'title')} (${text(row, 'year') || '?'}): ${short(number(row, 'amount') ?? 0, view.language)}`,
        }),
        // Only the largest dot of a place has room for its number.
        Plot.text(
          places.map((place) => rows.find((row) => row['place'] === place)!),
          {
            x: 'amount',
            y: 'place',
            text: (row: Row) => short(number(row, 'amount') ?? 0, view.language),
            dx: 9,
            textAnchor: 'start',
            fill: COLOUR.soft,
            fontSize: 12,
          },
        ),
      ],
    });
  },
  alt: (rows, language) => {
    const [most, least] = [rows[0]!, rows.at(-1)!].map(
      (row) => `${text(row, 'place')} ${short(number(row, 'amount') ?? 0, language)}`,
    );
    const places = new Set(rows.map((row) => row['place'])).size;
    return language === 'zh'
      ? `点图，${places} 个地区的 ${rows.length} 笔金额，最高 ${most}元，最低 ${least}元。`
      : `${rows.length} amounts of ${places} places, from ${least} to ${most} yuan.`;
  },
};
