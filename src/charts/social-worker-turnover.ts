import type { Chart } from '../model/chart.ts';
import { number, text } from '../model/row.ts';
import { horizontalBars } from './forms/bars.ts';
import { rounds, unless } from './forms/claims.ts';
import { byYear, drawable, pick, placeNames } from './forms/rows.ts';
import { COLOUR } from './forms/theme.ts';
import { rowTip, valued } from './forms/tips.ts';

const CITIES = [
  { id: 'shenzhen', colour: COLOUR.blue },
  { id: 'dongguan', colour: COLOUR.ochre },
  { id: 'shanghai', colour: COLOUR.green },
] as const;

/** Yearly turnover of social workers in the cities that reported it. */
export const socialWorkerTurnover: Chart = {
  id: 'social-worker-turnover',
  topic: 'people',
  within: 'problems/staff-turnover',
  title: {
    en: 'In Shenzhen 18% of social workers left their job in 2011, and 22% in 2014',
    zh: '深圳社工流失率由 2011 年的 18% 升至 2014 年的 22%',
  },
  subtitle: {
    en: 'Social workers who left their job within a year, per cent, by city and year',
    zh: '一年内离职社工所占比例，%，按城市和年份',
  },
  question: {
    en: 'How many social workers leave in a year?',
    zh: '一年有多少社工离职？',
  },
  note: {
    en: 'As reported by the press and blue books; how turnover is counted is not said. Of Dongguan and Shanghai one year each was found; “about” and “at least” are drawn at the printed value, and for Shanghai that is the least it can be. Whether the social workers of Shanghai were all paid by purchase is not said.',
    zh: '据报刊和蓝皮书，流失率算法未说明。东莞、上海各只查到一年；原文写“约”“至少”的按所载数值画，上海的数为下限。上海社工是否都由购买岗位而来，原文未说。',
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
        .sort(byYear),
    );
  },
  holds(rows) {
    const own = rows.filter((row) => row['city'] === 'shenzhen');
    const shares = own.map((row) => number(row, 'value') ?? Number.NaN);
    return unless([
      [
        own[0]?.['year'] === 2011 && own.at(-1)?.['year'] === 2014,
        'Shenzhen’s years do not run from 2011 to 2014',
      ],
      [own.length === 4, 'a year of Shenzhen is missing'],
      [rounds(Math.min(...shares), 0.18, 2), 'the least share of Shenzhen is not 18%'],
      [rounds(Math.max(...shares), 0.22, 2), 'its largest is not 22%'],
      [
        shares.every((share, at) => at === 0 || share > shares[at - 1]!),
        'the shares of Shenzhen do not rise',
      ],
    ]);
  },
  plot: (rows, view) =>
    horizontalBars(
      rows.map((row) => ({ ...row, label: `${text(row, 'place')} ${text(row, 'year')}` })),
      view,
      {
        label: 'label',
        value: 'value',
        fill: (row) => CITIES.find(({ id }) => id === row['city'])!.colour,
        format: (_value, row) => valued(row, 'value', 'share', view.language),
        tip: (row) => rowTip(view.language, row, 'place', valued(row, 'value', 'share', view.language)),
        order: 'given',
      },
    ),
  alt: (rows, language) => {
    const shown = rows.map(
      (row) => `${text(row, 'place')} ${text(row, 'year')} ${valued(row, 'value', 'share', language)}`,
    );
    return shown.join(language === 'zh' ? '；' : '; ') + (language === 'zh' ? '。' : '.');
  },
};
