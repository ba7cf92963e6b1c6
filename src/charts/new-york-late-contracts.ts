import type { Chart } from '../model/chart.ts';
import { number, text } from '../model/row.ts';
import { horizontalBars } from './forms/bars.ts';
import { byYear, drawable, inWords, pick } from './forms/rows.ts';
import { rounds, unless } from './forms/claims.ts';
import { COLOUR } from './forms/theme.ts';
import { ofRow, tip, valued } from './forms/tips.ts';
import { percent } from './forms/percent.ts';

const NAME = { en: 'New York City, registered late', zh: '纽约市，迟登记' };

/** How many of New York City's human service contracts were registered after work had begun. */
export const newYorkLateContracts: Chart = {
  id: 'new-york-late-contracts',
  topic: 'rules',
  within: 'cases/united-states',
  title: {
    en: 'In the four fiscal years found, about nine in ten of New York City’s human service contracts were registered late',
    zh: '查到的四个财年里，纽约市社会服务合同约九成迟于开工才登记',
  },
  subtitle: {
    en: 'Human service contracts registered, or submitted for registration, after their start date, per cent, fiscal years',
    zh: '起始日之后才登记或送交登记的社会服务合同所占比例，%，财年',
  },
  question: {
    en: 'How often does a city register its contracts late?',
    zh: '一座城市有多少合同迟于开工才登记？',
  },
  note: {
    en: 'A contract that is not registered is not paid. For 2017 and 2018 the contracts submitted for registration after their start were counted, for 2023 and 2024 those printed as registered late. Of 2019 to 2021 the data have no number. For 2022 a newspaper prints 75 per cent, of all contracts with non-profits: another base, in the dataset and not drawn.',
    zh: '合同未登记即不付款。2017、2018 财年为开工后才送交登记的合同，2023、2024 财年所载为迟登记的合同。2019 至 2021 财年数据中没有；2022 财年一家报纸载为 75%，所指为全部非营利组织合同，基数不同，见数据集，未画。',
  },
  tables: [['findings', 'findings']],
  columns: [
    { name: 'year', title: { en: 'Fiscal year', zh: '会计年度' } },
    { name: 'value', title: { en: 'Registered late', zh: '迟登记比例' }, unit: 'share' },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select: ([rows]) =>
    rows!
      .filter((row) => row['measure'] === 'late-registration' && row['place'] === 'us-nyc' && drawable(row))
      .map((row) => ({
        ...pick(row, ['year', 'value', 'confidence', 'source_id', 'id']),
        label: text(row, 'year'),
      }))
      .sort(byYear),
  holds: (rows) =>
    unless([
      [rows.length === 4, 'the years are not four'],
      [rows.every((row) => rounds(number(row, 'value') ?? 0, 0.9, 1)), 'a share is not about nine in ten'],
    ]),
  plot: (rows, view) =>
    horizontalBars(rows, view, {
      label: 'label',
      value: 'value',
      fill: () => COLOUR.blue,
      format: percent,
      tip: (row) =>
        ofRow(
          row,
          tip(view.language, {
            of: [NAME[view.language]],
            year: row['year'],
            value: valued(row, 'value', 'share', view.language),
            grade: row['confidence'],
          }),
        ),
      most: 1,
      order: 'given',
    }),
  alt: (rows, language) => {
    const list = inWords(
      rows.map((row) => `${text(row, 'year')} ${percent(number(row, 'value') ?? 0)}`),
      language,
    );
    return language === 'zh' ? `条形图：${list}。` : `Bars: ${list}.`;
  },
};
