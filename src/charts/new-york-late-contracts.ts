import type { Chart } from '../model/chart.ts';
import { number, text } from '../model/row.ts';
import { horizontalBars } from './forms/bars.ts';
import { drawable, inWords, pick } from './forms/rows.ts';
import { COLOUR } from './forms/theme.ts';
import { percent } from './forms/percent.ts';

/** How many of New York City's human service contracts were registered after work had begun. */
export const newYorkLateContracts: Chart = {
  id: 'new-york-late-contracts',
  title: {
    en: 'In New York City nine contracts in ten are registered late',
    zh: '纽约市十份合同有九份迟于开工才登记',
  },
  subtitle: {
    en: 'Human service contracts registered after their start date, share',
    zh: '起始日之后才登记的社会服务合同所占比例',
  },
  question: { en: 'How late can a rich city be?', zh: '富裕的城市，付款能迟到什么程度？' },
  note: {
    en: 'A contract that is not registered is not paid. The years are fiscal years; those between were not found.',
    zh: '合同未登记即不付款。年份为会计年度；其间年份未找到。',
  },
  tables: [['findings', 'findings']],
  columns: [
    { name: 'year', title: { en: 'Fiscal year', zh: '会计年度' } },
    { name: 'value', title: { en: 'Registered late', zh: '迟登记比例' }, unit: 'share' },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select: ([rows]) =>
    rows!
      .filter(
        (row) => row['indicator'] === 'contracts-registered-late' && row['unit'] === 'share' && drawable(row),
      )
      .map((row) => ({
        ...pick(row, ['year', 'value', 'confidence', 'source_id', 'id']),
        label: text(row, 'year'),
      }))
      .sort((a, b) => (number(a, 'year') ?? 0) - (number(b, 'year') ?? 0)),
  plot: (rows, view) =>
    horizontalBars(rows, view, {
      label: 'label',
      value: 'value',
      fill: () => COLOUR.blue,
      format: percent,
      most: 1,
      order: 'given',
      room: { wide: 60, narrow: 56 },
    }),
  alt: (rows, language) => {
    const list = inWords(
      rows.map((row) => `${text(row, 'year')} ${percent(number(row, 'value') ?? 0)}`),
      language,
    );
    return language === 'zh' ? `条形图：${list}。` : `Bars: ${list}.`;
  },
};
