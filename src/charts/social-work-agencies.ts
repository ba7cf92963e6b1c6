import * as Plot from '@observablehq/plot';
import { formatNumber } from '../i18n/format.ts';
import type { Chart } from '../model/chart.ts';
import { number, text, type Row } from '../model/row.ts';
import { unless, valueOf } from './forms/claims.ts';
import { widest } from './forms/labels.ts';
import { byYear, drawable, isWeak, pick, placeNames } from './forms/rows.ts';
import { amountScale, isLinear, SCALE_CONTROL, scaleWords } from './forms/amountScale.ts';
import { axisUnit, COLOUR, frame, isNarrow } from './forms/theme.ts';
import { rowTip, valued } from './forms/tips.ts';

/** The places with more than one count; `below` puts the numbers under the dots, where another line runs above. */
const PLACES = [
  { id: 'cn', colour: COLOUR.blue, below: false, nudge: { log: 0, linear: 0 } },
  { id: 'guangdong', colour: COLOUR.ochre, below: false, nudge: { log: -2, linear: -13 } },
  { id: 'guangzhou', colour: COLOUR.green, below: true, nudge: { log: 4, linear: 3 } },
] as const;
const UNIT = { en: 'agencies', zh: '家' };
/** The least span of the axis, so that its labels are the same for any places and years that are chosen. */
const SPAN = [4.5, 13_333];
const LABELS = 5;

/** How many social work agencies were counted in the nation, in Gaoming's province and in its capital, year by year. */
export const socialWorkAgencies: Chart = {
  id: 'social-work-agencies',
  topic: 'people',
  title: {
    en: 'China counted ten times as many social work agencies in 2019 as in 2012, Guangzhou 38 times as many in 2014 as in 2009',
    zh: '社工机构数：全国 2019 年为 2012 年的十倍，广州 2014 年为 2009 年的 38 倍',
  },
  subtitle: {
    en: 'Social work agencies counted, logarithmic scale',
    zh: '社会工作服务机构数，家，对数刻度',
  },
  question: { en: 'How fast did providers grow up?', zh: '承接主体成长有多快？' },
  keywords: { en: 'social workers, NGOs', zh: '社工站, 社会工作服务机构' },
  note: {
    en: 'Counts come from different publications, some printed as “over” or “about” and drawn at the printed number; the lines are only a guide. Grade C is hollow. Where two counts of a year differ, as of Guangzhou in 2008 and 2014, the preferred one is drawn. Single counts of other places are in the dataset and not drawn. On the logarithmic scale equal steps are equal rates of growth; it has no zero.',
    zh: '数字出自不同出版物，有的原文作“多”“余”或“约”，按所载数值画；连线仅供参考。C 级为空心。同一年有两个数字的（如广州 2008、2014 年）画采用者。其他地区只有一年数字的见数据集，未画。采用对数刻度时，相同的高差表示相同的增长倍数，没有零点。',
  },
  controls: [SCALE_CONTROL],
  subtitleFor: (controls) => {
    if (!isLinear(controls)) return undefined;
    const { en, zh } = scaleWords(controls);
    return { en: `Social work agencies counted, ${en}`, zh: `社会工作服务机构数，家，${zh}` };
  },
  tables: [
    ['social-organisations', 'social-organisations'],
    ['places', 'places'],
  ],
  filters: { series: { id: 'place_id', name: 'place', title: { en: 'Places', zh: '地方' } }, year: 'year' },
  columns: [
    { name: 'place', title: { en: 'Place', zh: '地区' } },
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'value', title: { en: 'Agencies', zh: '机构数' }, unit: 'organisation' },
    { name: 'precision', title: { en: 'Precision', zh: '精确度' } },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select([rows, places], { language }) {
    const name = placeNames(places!, language);
    return PLACES.flatMap(({ id }) =>
      rows!
        .filter((row) => row['indicator'] === 'social-work-agencies' && row['place'] === id && drawable(row))
        .map((row) => ({
          ...pick(row, ['year', 'value', 'precision', 'confidence', 'source_id', 'id']),
          place: name(id),
          place_id: id,
        }))
        .sort(byYear),
    );
  },
  holds(rows) {
    const times = (place_id: string, from: number, to: number): number =>
      valueOf(rows, { place_id, year: to }) / valueOf(rows, { place_id, year: from });
    return unless([
      [
        Math.round(times('cn', 2012, 2019)) === 10,
        'the nation’s count did not grow tenfold from 2012 to 2019',
      ],
      [
        Math.round(times('guangzhou', 2009, 2014)) === 38,
        'Guangzhou’s did not grow 38-fold from 2009 to 2014',
      ],
    ]);
  },
  plot(rows, view) {
    const styleOf = (row: Row): (typeof PLACES)[number] =>
      PLACES.find(({ id }) => id === row['place_id']) ?? PLACES[0];
    const colour = (row: Row): string => styleOf(row).colour;
    const series = PLACES.map(({ id }) => rows.filter((row) => row['place_id'] === id)).filter(
      (own) => own.length > 0,
    );
    const values = rows.map((row) => number(row, 'value') ?? 1);
    const scale = amountScale([...values, ...SPAN], view.controls, LABELS);
    const count = (row: Row): string => formatNumber(number(row, 'value') ?? 0, view.language);
    // On a linear scale most dots are too close for numbers, and the name of a line has its last one.
    const numbered = scale.type === 'log' ? series : [];
    const endOf = (row: Row): string =>
      text(row, 'place') + (scale.type === 'log' ? '' : (view.language === 'zh' ? '，' : ', ') + count(row));
    return frame(view, {
      marginLeft: 56,
      marginRight: widest(series.map((own) => endOf(own.at(-1)!))) + 24,
      marginTop: 26,
      height: isNarrow(view) ? 300 : 340,
      x: { label: null, tickFormat: (year: number) => String(year), ticks: isNarrow(view) ? 3 : 6 },
      y: {
        ...scale,
        label: null,
        tickFormat: (value: number) => formatNumber(value, view.language),
      },
      marks: [
        axisUnit(UNIT[view.language], 56),
        Plot.gridY(scale.ticks, { stroke: COLOUR.rule }),
        Plot.line(rows, {
          x: 'year',
          y: 'value',
          z: 'place',
          stroke: { value: colour, scale: null } as never,
          strokeWidth: 2,
        }),
        Plot.dot(rows, {
          x: 'year',
          y: 'value',
          r: 4,
          fill: { value: (row: Row) => (isWeak(row) ? COLOUR.paper : colour(row)), scale: null } as never,
          stroke: { value: colour, scale: null } as never,
          strokeWidth: 1.5,
          title: (row: Row) =>
            rowTip(view.language, row, 'place', valued(row, 'value', 'organisation', view.language)),
        }),
        ...numbered.map((own) =>
          // On phones the years are too close for the numbers between the first and the last.
          Plot.text(isNarrow(view) ? [...new Set([own[0]!, own.at(-1)!])] : own, {
            x: 'year',
            y: 'value',
            text: count,
            dy: own[0] && styleOf(own[0]).below ? 14 : -13,
            fill: COLOUR.ink,
            fontSize: 12,
          }),
        ),
        ...series.map((own) =>
          Plot.text(own.slice(-1), {
            x: 'year',
            y: 'value',
            text: endOf,
            textAnchor: 'start',
            dx: 9,
            dy: own[0] ? styleOf(own[0]).nudge[scale.type] : 0,
            fill: { value: colour, scale: null } as never,
            fontWeight: 600,
          }),
        ),
      ],
    });
  },
  alt: (rows, language) => {
    const ends = PLACES.map(({ id }) => rows.filter((row) => row['place_id'] === id))
      .filter((own) => own.length > 0)
      .map((own) => {
        const [from, to] = [own[0]!, own.at(-1)!].map((row) =>
          language === 'zh'
            ? `${text(row, 'year')} 年的 ${formatNumber(number(row, 'value') ?? 0, language)} 家`
            : `${formatNumber(number(row, 'value') ?? 0, language)} in ${text(row, 'year')}`,
        );
        return language === 'zh'
          ? `${text(own[0]!, 'place')}由 ${from}到 ${to}`
          : `${text(own[0]!, 'place')} from ${from} to ${to}`;
      });
    return ends.join(language === 'zh' ? '；' : '; ') + (language === 'zh' ? '。' : '.');
  },
};
