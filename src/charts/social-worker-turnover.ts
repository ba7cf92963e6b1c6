import type { Chart } from '../model/chart.ts';
import { number, text } from '../model/row.ts';
import { yearLines } from './forms/lines.ts';
import { drawable, pick, placeNames } from './forms/rows.ts';
import { COLOUR } from './forms/theme.ts';
import { percent } from './forms/percent.ts';

const CITIES = [
  { id: 'shenzhen', colour: COLOUR.blue },
  { id: 'dongguan', colour: COLOUR.ochre },
  { id: 'shanghai', colour: COLOUR.green },
] as const;

/** Yearly turnover of social workers in the cities that reported it. */
export const socialWorkerTurnover: Chart = {
  id: 'social-worker-turnover',
  title: {
    en: 'Each year about a fifth of bought social workers left',
    zh: '购买来的社工，一年约走五分之一',
  },
  subtitle: { en: 'Social workers who left their job within a year, share', zh: '一年内离职社工所占比例' },
  question: {
    en: 'How long do the people stay whom purchase by post pays for?',
    zh: '以岗位购买的社工留得住吗？',
  },
  note: {
    en: 'As reported by press and blue books; how turnover is counted is not said. “About” and “over” are drawn at the printed value.',
    zh: '据报刊和蓝皮书，流失率算法未说明。原文写“约”“超过”的，按所载数值画。',
  },
  tables: [
    ['findings', 'findings'],
    ['places', 'places'],
  ],
  columns: [
    { name: 'place', title: { en: 'City', zh: '城市' } },
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'value', title: { en: 'Turnover', zh: '流失率' }, unit: 'share' },
    { name: 'precision', title: { en: 'Precision', zh: '精确度' } },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select([findings, places], { language }) {
    const name = placeNames(places!, language);
    return CITIES.flatMap(({ id }) =>
      findings!
        .filter(
          (row) => row['indicator'] === 'social-worker-turnover' && row['place'] === id && drawable(row),
        )
        .map((row) => ({
          ...pick(row, ['year', 'value', 'precision', 'confidence', 'source_id', 'id']),
          place: name(id),
          city: id,
        }))
        .sort((a, b) => (number(a, 'year') ?? 0) - (number(b, 'year') ?? 0)),
    );
  },
  plot: (rows, view) =>
    yearLines(rows, view, {
      series: 'place',
      x: 'year',
      y: 'value',
      colours: new Map(
        CITIES.flatMap(({ id, colour }) =>
          rows.filter((row) => row['city'] === id).map((row) => [text(row, 'place'), colour] as const),
        ),
      ),
      format: percent,
      most: 0.3,
      ticks: [2011, 2012, 2013, 2014],
      room: { wide: 90, narrow: 80 },
      nudge: Object.fromEntries(
        rows.map((row) => [
          text(row, 'place'),
          { shenzhen: -10, dongguan: 6, shanghai: 20 }[text(row, 'city')] ?? 0,
        ]),
      ),
    }),
  alt: (rows, language) => {
    const shown = rows.map(
      (row) => `${text(row, 'place')} ${text(row, 'year')} ${percent(number(row, 'value') ?? 0)}`,
    );
    return shown.join(language === 'zh' ? '；' : '; ') + (language === 'zh' ? '。' : '.');
  },
};
