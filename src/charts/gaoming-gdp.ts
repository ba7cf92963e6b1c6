import * as Plot from '@observablehq/plot';
import type { Chart } from '../model/chart.ts';
import { number, text, type Row } from '../model/row.ts';
import { isWeak, pick } from './forms/rows.ts';
import { COLOUR, frame, isNarrow, short } from './forms/theme.ts';

/** Gaoming's GDP as printed, year by year; points are joined only where one series runs through them. */
export const gaomingGdp: Chart = {
  id: 'gaoming-gdp',
  title: {
    en: 'Gaoming’s GDP grew fast, and its series breaks at 2018',
    zh: '高明经济增长很快，序列在 2018 年断开',
  },
  subtitle: {
    en: 'GDP as printed in each source, yuan of the year',
    zh: '各来源所载地区生产总值，当年价，元',
  },
  question: {
    en: 'What is known of Gaoming’s economy through time?',
    zh: '高明的经济历年已知的数字有哪些？',
  },
  note: {
    en: 'Not joined by a line: the figures come from different reports, years between them were not found, and the value printed for 2018 was later revised, since that for 2019 is lower although growth is reported. Grade C is drawn hollow; forecasts are left out.',
    zh: '各点不连线：数字出自不同报告，其间年份未找到；2018 年所载数值后来经过修订，因为 2019 年数值更低而同期报告增长。C 级以空心表示；计划数不画。',
  },
  tables: [['gaoming', 'gaoming']],
  columns: [
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'value', title: { en: 'GDP', zh: '地区生产总值' }, unit: 'CNY' },
    { name: 'value_printed', title: { en: 'As printed', zh: '原文写法' } },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select: ([rows]) =>
    rows!
      .filter(
        (row) => row['place'] === 'gaoming' && row['indicator'] === 'gdp' && row['precision'] !== 'forecast',
      )
      .map((row) => ({
        ...pick(row, ['year', 'value', 'value_printed', 'confidence', 'source_id', 'id']),
        replaced: row['preferred'] === false,
      }))
      .sort((a, b) => (number(a, 'year') ?? 0) - (number(b, 'year') ?? 0)),
  plot: (rows, view) => {
    const label = (row: Row): string => short(number(row, 'value') ?? 0, view.language);
    return frame(view, {
      marginLeft: 12,
      marginRight: 24,
      marginTop: 30,
      height: isNarrow(view) ? 230 : 280,
      x: {
        label: null,
        tickFormat: (year: number) => String(year),
        ticks: rows.filter((row) => !row['replaced']).map((row) => number(row, 'year') ?? 0),
        inset: 24,
      },
      y: { axis: null, domain: [0, Math.max(...rows.map((row) => number(row, 'value') ?? 0)) * 1.08] },
      marks: [
        Plot.ruleY([0], { stroke: COLOUR.soft }),
        Plot.ruleX(rows, { x: 'year', y1: 0, y2: 'value', stroke: COLOUR.gaoming, strokeOpacity: 0.35 }),
        Plot.dot(rows, {
          x: 'year',
          y: 'value',
          r: 6,
          fill: { value: (row: Row) => (isWeak(row) ? COLOUR.paper : COLOUR.gaoming), scale: null } as never,
          stroke: COLOUR.gaoming,
          strokeWidth: 2,
          title: (row: Row) =>
            `${text(row, 'year')}: ${text(row, 'value_printed')} (${text(row, 'confidence')})`,
        }),
        Plot.text(
          rows.filter((row) => !row['replaced']),
          { x: 'year', y: 'value', text: label, dy: -16, fill: COLOUR.ink },
        ),
        // 2018 and 2019 stand side by side: the label of the revised value goes to the left.
        Plot.text(
          rows.filter((row) => row['replaced'] && !isNarrow(view)),
          { x: 'year', y: 'value', text: label, dx: -5, dy: 18, textAnchor: 'end', fill: COLOUR.soft },
        ),
      ],
    });
  },
  alt: (rows, language) => {
    const [first, last] = [rows[0]!, rows.at(-1)!];
    const range = [first, last].map(
      (row) => `${text(row, 'year')} ${short(number(row, 'value') ?? 0, language)}`,
    );
    return language === 'zh'
      ? `散点图，共 ${rows.length} 点，由 ${range.join(' 升至 ')}元；2019 年低于此前公布的 2018 年数。`
      : `${rows.length} points, rising from ${range.join(' to ')} yuan; the value for 2019 is below the one first printed for 2018.`;
  },
};
