import type { Chart } from '../model/chart.ts';
import { number, text } from '../model/row.ts';
import { horizontalBars } from './forms/bars.ts';
import { rounds, unless } from './forms/claims.ts';
import { drawable, inWords, pick } from './forms/rows.ts';
import { COLOUR, yuan } from './forms/theme.ts';
import { ofRow, tip, valued } from './forms/tips.ts';

const YEAR = 2017;
const CORE = 'gf-nh-2017-core-cny';
const LABELS: Record<string, { en: string; zh: string }> = {
  [CORE]: { en: 'Core tasks of government', zh: '政府或部门中心工作' },
  'gf-nh-2017-special-cny': { en: 'Special service fields', zh: '专项社会服务' },
  'gf-nh-2017-hot-cny': { en: 'Pressing social issues', zh: '社会热点难点' },
  'gf-nh-2017-sector-cny': { en: 'Development of the sector', zh: '行业发展' },
  'gf-nh-2017-routine-cny': { en: 'Routine work', zh: '日常工作' },
  'gf-nh-2017-dept-cny': { en: 'Departments’ difficult tasks', zh: '部门工作难点' },
};

/** What the purchases shown at Nanhai's fair of 2017 were for. */
export const nanhai2017Budget: Chart = {
  id: 'nanhai-2017-budget',
  topic: 'money',
  within: 'cases/nanhai',
  title: {
    en: 'Of the budgets shown at Nanhai’s fair of 2017, the largest part, about two fifths, was for the government’s core tasks',
    zh: '南海 2017 年洽谈会所列预算中，围绕政府中心工作的最多，约占四成',
  },
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
  holds(rows) {
    const amounts = rows.map((row) => number(row, 'amount') ?? Number.NaN);
    const core = amounts[rows.findIndex((row) => row['id'] === CORE)] ?? Number.NaN;
    return unless([
      [rows.length === Object.keys(LABELS).length, 'a purpose is missing'],
      [amounts.every((amount) => amount <= core), 'the core tasks have not the largest budget'],
      [
        rounds(core / amounts.reduce((sum, amount) => sum + amount, 0), 0.4, 1),
        'their share is not about two fifths',
      ],
    ]);
  },
  plot: (rows, view) =>
    horizontalBars(rows, view, {
      label: 'purpose',
      value: 'amount',
      fill: () => COLOUR.blue,
      format: (value) => yuan(value, view.language),
      tip: (row) =>
        ofRow(
          row,
          tip(view.language, {
            of: [text(row, 'purpose')],
            year: YEAR,
            value: valued(row, 'amount', 'CNY', view.language),
            grade: row['confidence'],
          }),
        ),
      labelWidth: { wide: 220, narrow: 130 },
    }),
  alt: (rows, language) => {
    const list = inWords(
      rows.map((row) => `${text(row, 'purpose')} ${yuan(number(row, 'amount') ?? 0, language)}`),
      language,
    );
    return language === 'zh' ? `条形图：${list}。` : `Bars: ${list}.`;
  },
};
