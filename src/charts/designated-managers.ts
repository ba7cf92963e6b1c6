import * as Plot from '@observablehq/plot';
import type { Chart } from '../model/chart.ts';
import { number, text, type Row } from '../model/row.ts';
import { horizontalBars } from './forms/bars.ts';
import { drawable, pick } from './forms/rows.ts';
import { COLOUR } from './forms/theme.ts';
import { percent } from './forms/percent.ts';

const format = (value: number): string => value.toLocaleString('en-US');

/** How many public facilities of Japan are run by designated managers, and how many of them by private ones. */
export const designatedManagers: Chart = {
  id: 'designated-managers',
  title: {
    en: 'Japan no longer puts more facilities under designated managers, but more of them under private ones',
    zh: '日本交给指定管理者的设施不再增加，其中交给民间的却更多',
  },
  subtitle: {
    en: 'Public facilities run by designated managers; in blue those of private managers, with their share as printed',
    zh: '由指定管理者运营的公共设施，所；蓝色为民间管理者，并注所载比例',
  },
  question: {
    en: 'Does the running of public facilities move to private hands?',
    zh: '公共设施的运营是否转到民间？',
  },
  note: {
    en: 'Counts every three years, as several publications report them; those of the first year and of 2015 are worked out from a printed total and a printed change. The private part is known for two years only, elsewhere grey holds it too. Shares are as printed; in the last year the two counts give a little more.',
    zh: '每三年一次的数字，据多份出版物；首年和 2015 年的总数由所载总数与增减推算。民间部分只有两年可知，其余年份也含在灰色中。比例为原文所载，最后一年按两个数字相除略高。',
  },
  tables: [['abroad-delivery', 'abroad-delivery']],
  columns: [
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'value', title: { en: 'Facilities', zh: '设施数' }, unit: 'facility' },
    { name: 'private', title: { en: 'Run by private managers', zh: '民间管理' }, unit: 'facility' },
    { name: 'share', title: { en: 'Private share as printed', zh: '所载民间比例' }, unit: 'share' },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select([rows]) {
    const own = rows!.filter((row) => row['place'] === 'jp' && drawable(row));
    const beside = (row: Row, indicator: string): Row | undefined =>
      own.find((other) => other['indicator'] === indicator && other['year'] === row['year']);
    return own
      .filter((row) => row['indicator'] === 'designated-manager-facilities')
      .map((row) => {
        const count = beside(row, 'facilities-run-private-designated-managers');
        const share = beside(row, 'private-share-designated-managers');
        const used = [row, count, share].filter((one) => one !== undefined);
        return {
          ...pick(row, ['year', 'value', 'confidence', 'id']),
          private: count?.['value'] ?? null,
          share: share?.['value'] ?? null,
          label: text(row, 'year'),
          source_id: [...new Set(used.map((one) => text(one, 'source_id')))].join(' '),
        };
      })
      .sort((a, b) => Number(a.label) - Number(b.label));
  },
  plot(rows, view) {
    const known = rows.filter((row) => number(row, 'private') !== null);
    const bars = horizontalBars(rows, view, {
      label: 'label',
      value: 'value',
      fill: () => COLOUR.quiet,
      format,
      order: 'given',
      room: { wide: 60, narrow: 56 },
    });
    return {
      ...bars,
      marks: [
        ...bars.marks!,
        Plot.barX(known, {
          x: 'private',
          y: 'label',
          fill: COLOUR.blue,
          insetTop: 4,
          insetBottom: 4,
          title: (row: Row) => `${text(row, 'year')}: ${format(number(row, 'private') ?? 0)}`,
        }),
        Plot.text(known, {
          x: 'private',
          y: 'label',
          text: (row: Row) => percent(number(row, 'share') ?? 0),
          textAnchor: 'end',
          dx: -6,
          fill: COLOUR.paper,
          fontWeight: 600,
        }),
      ],
    };
  },
  alt: (rows, language) => {
    const list = rows.map((row) => {
      const share = number(row, 'share');
      const total = `${text(row, 'year')} ${format(number(row, 'value') ?? 0)}`;
      if (share === null) return total;
      return language === 'zh'
        ? `${total}，其中民间 ${percent(share)}`
        : `${total}, of them ${percent(share)} private`;
    });
    return `${list.join(language === 'zh' ? '；' : '; ')}${language === 'zh' ? '。' : '.'}`;
  },
};
