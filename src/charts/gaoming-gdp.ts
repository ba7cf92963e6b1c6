import * as Plot from '@observablehq/plot';
import type { Chart } from '../model/chart.ts';
import { number, text, type Row } from '../model/row.ts';
import { unless } from './forms/claims.ts';
import { byYear, isWeak, pick } from './forms/rows.ts';
import { COLOUR, frame, isNarrow, yuan } from './forms/theme.ts';
import { tip, valued } from './forms/tips.ts';

const NAME = { en: 'Gaoming’s GDP', zh: '高明地区生产总值' };

/** Gaoming's GDP as printed, year by year; points are joined only where one series runs through them. */
export const gaomingGdp: Chart = {
  id: 'gaoming-gdp',
  topic: 'gaoming',
  title: {
    en: 'At current prices Gaoming’s GDP was four times as large in 2024 as in 2007; the value first printed for 2018 does not fit the later ones',
    zh: '按当年价，高明 2024 年地区生产总值为 2007 年的四倍；2018 年最初所载数值与其后不能衔接',
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
    en: 'Not joined by a line: the figures come from different reports, and years between them were not found. The value printed for 2018 is higher than that for 2019, although growth is reported for 2019: it must have been revised later, to a figure that was not found. Grade C is drawn hollow; forecasts are left out.',
    zh: '各点不连线：数字出自不同报告，其间年份未找到。2018 年所载数值高于 2019 年，而 2019 年报告为增长，可见其后经过修订，修订后的数未找到。C 级以空心表示；计划数不画。',
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
      .sort(byYear),
  holds(rows) {
    const own = rows.filter((row) => !row['replaced']);
    const [first, last] = [own[0], own.at(-1)].map((row) => number(row ?? {}, 'value') ?? Number.NaN);
    const of = (year: number): number =>
      number(rows.find((row) => row['year'] === year) ?? {}, 'value') ?? Number.NaN;
    return unless([
      [own[0]?.['year'] === 2007 && own.at(-1)?.['year'] === 2024, 'the years do not run from 2007 to 2024'],
      [Math.round(last! / first!) === 4, 'the last value is not about four times the first'],
      [of(2018) > of(2019), 'the value printed for 2018 is not above that for 2019'],
    ]);
  },
  plot: (rows, view) => {
    const label = (row: Row): string => yuan(number(row, 'value') ?? 0, view.language);
    const beside = (row: Row): boolean =>
      rows.some((other) => other['replaced'] && other['year'] === (number(row, 'year') ?? 0) - 1);
    return frame(view, {
      marginLeft: 12,
      marginRight: 24,
      marginTop: 30,
      height: isNarrow(view) ? 230 : 280,
      x: {
        label: null,
        tickFormat: (year: number) => String(year),
        ticks: rows.filter((row) => !row['replaced']).map((row) => number(row, 'year') ?? 0),
        inset: 36,
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
            tip(view.language, {
              of: [NAME[view.language]],
              year: row['year'],
              value: valued(row, 'value', 'CNY', view.language),
              grade: row['confidence'],
            }),
        }),
        Plot.text(
          rows.filter((row) => !row['replaced'] && !beside(row)),
          { x: 'year', y: 'value', text: label, dy: -16, fill: COLOUR.ink },
        ),
        // A replaced value and the next year's are side by side: one label is on the left, the other on the right.
        Plot.text(
          rows.filter((row) => row['replaced']),
          { x: 'year', y: 'value', text: label, dx: 4, dy: -16, textAnchor: 'end', fill: COLOUR.soft },
        ),
        Plot.text(rows.filter(beside), {
          x: 'year',
          y: 'value',
          text: label,
          dx: 11,
          dy: 4,
          textAnchor: 'start',
          fill: COLOUR.ink,
        }),
      ],
    });
  },
  alt: (rows, language) => {
    const [first, last] = [rows[0]!, rows.at(-1)!];
    const range = [first, last].map(
      (row) => `${text(row, 'year')} ${yuan(number(row, 'value') ?? 0, language)}`,
    );
    return language === 'zh'
      ? `散点图，共 ${rows.length} 点，由 ${range.join(' 升至 ')}；2019 年低于此前公布的 2018 年数。`
      : `${rows.length} points, rising from ${range.join(' to ')}; the value for 2019 is below the one first printed for 2018.`;
  },
};
