import type { Chart } from '../model/chart.ts';
import { number, text } from '../model/row.ts';
import { horizontalBars } from './forms/bars.ts';
import { drawable, inWords, pick } from './forms/rows.ts';
import { COLOUR, short } from './forms/theme.ts';

const LABELS: Record<string, { en: string; zh: string }> = {
  'gf-nh-2017-core-cny': { en: 'Core tasks of government', zh: '政府或部门中心工作' },
  'gf-nh-2017-special-cny': { en: 'Special service fields', zh: '专项社会服务' },
  'gf-nh-2017-hot-cny': { en: 'Pressing social issues', zh: '社会热点难点' },
  'gf-nh-2017-sector-cny': { en: 'Development of the sector', zh: '行业发展' },
  'gf-nh-2017-routine-cny': { en: 'Routine work', zh: '日常工作' },
  'gf-nh-2017-dept-cny': { en: 'Departments’ difficult tasks', zh: '部门工作难点' },
};

/** What the purchases shown at Nanhai's fair of 2017 were for. */
export const nanhai2017Budget: Chart = {
  id: 'nanhai-2017-budget',
  title: { en: 'Nanhai buys for the government’s own tasks first', zh: '南海购买服务，首先围绕政府中心工作' },
  subtitle: {
    en: 'Budgets of the projects shown at the fair of 2017, by purpose, yuan',
    zh: '2017 年洽谈会所列项目预算，按用途，元',
  },
  question: {
    en: 'What is a large purchase budget of a district spent on?',
    zh: '一个区的大额购买预算花在哪里？',
  },
  note: {
    en: 'Budgets shown, not money spent. The six purposes add up to slightly more than the rounded total that the report prints.',
    zh: '所列为预算，不是支出。六类相加略高于报道所载的约整总数。',
  },
  tables: [['purchases', 'purchases']],
  columns: [
    { name: 'purpose', title: { en: 'Purpose', zh: '用途' } },
    { name: 'amount', title: { en: 'Budget', zh: '预算' }, unit: 'CNY' },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select: ([rows], { language }) =>
    rows!
      .filter((row) => text(row, 'id') in LABELS && drawable(row))
      .map((row) => ({
        ...pick(row, ['amount', 'confidence', 'source_id', 'id']),
        purpose: LABELS[text(row, 'id')]![language],
      }))
      .sort((a, b) => (number(b, 'amount') ?? 0) - (number(a, 'amount') ?? 0)),
  plot: (rows, view) =>
    horizontalBars(rows, view, {
      label: 'purpose',
      value: 'amount',
      fill: () => COLOUR.blue,
      format: (value) => short(value, view.language),
      room: { wide: 190, narrow: 134 },
    }),
  alt: (rows, language) => {
    const list = inWords(
      rows.map((row) => `${text(row, 'purpose')} ${short(number(row, 'amount') ?? 0, language)}`),
      language,
    );
    return language === 'zh' ? `条形图：${list}。` : `Bars: ${list} yuan.`;
  },
};
