import * as Plot from '@observablehq/plot';
import { formatValue } from '../i18n/format.ts';
import type { Chart } from '../model/chart.ts';
import type { Language } from '../model/language.ts';
import { number, text, type Row } from '../model/row.ts';
import { horizontalBars } from './forms/bars.ts';
import { drawable, pick } from './forms/rows.ts';
import { rounds, unless, valueOf } from './forms/claims.ts';
import { COLOUR } from './forms/theme.ts';
import { ofRow, tip, valued } from './forms/tips.ts';
import { percent } from './forms/percent.ts';

const WORDS = {
  all: { en: 'run by designated managers', zh: '由指定管理者运营' },
  private: { en: 'run by private managers', zh: '由民间管理者运营' },
};
const counted = (value: number, language: Language): string => formatValue(value, 'facility', language);

/** How many public facilities of Japan are run by designated managers, and how many of them by private ones. */
export const designatedManagers: Chart = {
  id: 'designated-managers',
  topic: 'providers',
  title: {
    en: 'From 2006 to 2018 the public facilities of Japan under designated managers rose by 24%, those under private ones from 11,252 to 30,802',
    zh: '2006 至 2018 年，日本由指定管理者运营的公共设施增加 24%，其中由民间管理者运营的由 11252 所增至 30802 所',
  },
  subtitle: {
    en: 'Number of public facilities run by designated managers; in blue those of private managers, with their share as printed, per cent',
    zh: '由指定管理者运营的公共设施，所；蓝色为民间管理者，并注所载比例，%',
  },
  question: {
    en: 'Does the running of public facilities move to private hands?',
    zh: '公共设施的运营是否转到民间？',
  },
  note: {
    en: 'Counts every three years, as several publications report them; those of the first year and of 2015 are worked out from a printed total and a printed change. The private part is known for three of the years, elsewhere grey holds it too; the data end in 2018. Shares are as printed; in the last year the two counts give a little more.',
    zh: '每三年一次的数字，据多份出版物；首年和 2015 年的总数由所载总数与增减推算。民间部分只有三年可知，其余年份也含在灰色中；数据止于 2018 年。比例为原文所载，最后一年按两个数字相除略高。',
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
  holds(rows) {
    const [first, last] = [{ year: 2006 }, { year: 2018 }];
    return unless([
      [
        rows[0]?.['year'] === first!.year && rows.at(-1)?.['year'] === last!.year,
        'the years do not run from 2006 to 2018',
      ],
      [rounds(valueOf(rows, last!) / valueOf(rows, first!), 1.24, 2), 'all facilities did not rise by 24%'],
      [valueOf(rows, first!, 'private') === 11252, 'those under private managers were not 11,252 in 2006'],
      [valueOf(rows, last!, 'private') === 30802, 'those under private managers were not 30,802 in 2018'],
    ]);
  },
  plot(rows, view) {
    const known = rows.filter((row) => number(row, 'private') !== null);
    const bars = horizontalBars(rows, view, {
      label: 'label',
      value: 'value',
      fill: () => COLOUR.quiet,
      format: (value) => counted(value, view.language),
      tip: (row) =>
        ofRow(
          row,
          tip(view.language, {
            of: [WORDS.all[view.language]],
            year: row['year'],
            value: valued(row, 'value', 'facility', view.language),
            grade: row['confidence'],
          }),
        ),
      order: 'given',
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
          title: (row: Row) =>
            ofRow(
              row,
              tip(view.language, {
                of: [WORDS.private[view.language]],
                year: row['year'],
                value: valued(row, 'private', 'facility', view.language),
                grade: row['confidence'],
              }),
            ),
        }),
        Plot.text(known, {
          x: 'private',
          y: 'label',
          text: (row: Row) => percent(number(row, 'share') ?? 0),
          textAnchor: 'start',
          dx: 6,
          fill: COLOUR.ink,
          fontWeight: 600,
        }),
      ],
    };
  },
  alt: (rows, language) => {
    const list = rows.map((row) => {
      const share = number(row, 'share');
      const total = `${text(row, 'year')} ${counted(number(row, 'value') ?? 0, language)}`;
      if (share === null) return total;
      return language === 'zh'
        ? `${total}，其中民间 ${percent(share)}`
        : `${total}, of them ${percent(share)} private`;
    });
    return `${list.join(language === 'zh' ? '；' : '; ')}${language === 'zh' ? '。' : '.'}`;
  },
};
