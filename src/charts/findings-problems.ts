import * as Plot from '@observablehq/plot';
import type { Chart } from '../model/chart.ts';
import { number, text, type Row } from '../model/row.ts';
import { drawable, pick, placeNames } from './forms/rows.ts';
import { COLOUR, frame, isNarrow } from './forms/theme.ts';
import { percent } from './forms/percent.ts';

/** The codes of `findings.problem` that have shares, in words for the picture. */
const PROBLEMS = [
  { id: 'few-providers', en: 'Few providers', zh: '承接主体少' },
  { id: 'little-money', en: 'Little money', zh: '资金不足' },
  { id: 'late-payment', en: 'Late payment', zh: '付款拖延' },
  { id: 'staff-turnover', en: 'Staff turnover', zh: '人员流失' },
  { id: 'competition-in-name', en: 'Competition in name', zh: '竞争流于形式' },
  { id: 'dependence', en: 'Dependence', zh: '依赖购买方' },
  { id: 'short-contracts', en: 'Contract terms', zh: '合同期限' },
  { id: 'weak-evaluation', en: 'Evaluation', zh: '评价' },
] as const;
const ALL = 'all';

/** Shares that surveys and records report on problems of purchase: all problems as strips of dots, or one with its findings named. */
export const findingsProblems: Chart = {
  id: 'findings-problems',
  title: { en: 'Late payment is the problem with the hardest numbers', zh: '付款拖延是数字最硬的问题' },
  subtitle: {
    en: 'Shares reported by surveys and records, one dot a finding; each has its own measure and base',
    zh: '各项调查和记录所载比例，一点一项；每项的口径与基数各不相同',
  },
  question: { en: 'How often is each problem found?', zh: '各种问题有多常见？' },
  note: {
    en: 'The shares are not comparable with each other: they count contracts, organisations, workers or users. Choose a problem to read each finding. Blue: China; grey: elsewhere. Where two readings repeat each other the preferred one is drawn.',
    zh: '各比例之间不可比：有的数合同，有的数机构、人员或使用者。选择一个问题可逐项阅读。蓝色为中国，灰色为其他地方。重复的读数只画采用的一项。',
  },
  tables: [
    ['findings', 'findings'],
    ['places', 'places'],
  ],
  controls: [
    {
      id: 'problem',
      label: { en: 'Problem', zh: '问题' },
      options: [
        { id: ALL, label: { en: 'all', zh: '全部' } },
        ...PROBLEMS.map(({ id, en, zh }) => ({ id, label: { en, zh } })),
      ],
    },
  ],
  titleFor({ problem }) {
    const chosen = PROBLEMS.find(({ id }) => id === problem);
    return (
      chosen && {
        en: `What surveys and records find: ${chosen.en.toLowerCase()}`,
        zh: `调查与记录所见：${chosen.zh}`,
      }
    );
  },
  columns: [
    { name: 'problem', title: { en: 'Problem', zh: '问题' } },
    { name: 'finding', title: { en: 'Finding', zh: '所测' } },
    { name: 'place', title: { en: 'Place', zh: '地区' } },
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'value', title: { en: 'Share', zh: '比例' }, unit: 'share' },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select([findings, places], { language, controls }) {
    const name = placeNames(places!, language);
    const systems = new Map(places!.map((row) => [text(row, 'id'), row]));
    const chosen = controls['problem'] ?? ALL;
    return findings!
      .filter(
        (row) => row['unit'] === 'share' && drawable(row) && PROBLEMS.some(({ id }) => id === row['problem']),
      )
      .filter((row) => chosen === ALL || row['problem'] === chosen)
      .map((row) => ({
        ...pick(row, ['year', 'value', 'confidence', 'source_id', 'id']),
        problem: PROBLEMS.find(({ id }) => id === row['problem'])![language],
        finding: text(row, `indicator_${language}`),
        place: name(text(row, 'place')),
        chinese: isChinese(systems.get(text(row, 'place'))),
        single: chosen !== ALL,
      }))
      .sort((a, b) => (number(b, 'value') ?? 0) - (number(a, 'value') ?? 0));
  },
  plot: (rows, view) => (rows.some((row) => row['single']) ? named(rows, view) : strips(rows, view)),
  alt: (rows, language) => {
    const range = [rows.at(-1)!, rows[0]!].map((row) => percent(number(row, 'value') ?? 0));
    return language === 'zh'
      ? `点图，${rows.length} 项比例，由 ${range[0]} 到 ${range[1]}；各项口径不同，数值见表。`
      : `${rows.length} shares between ${range[0]} and ${range[1]}, each with its own base; the values are in the table.`;
  },
};

const isChinese = (place: Row | undefined): boolean =>
  place !== undefined &&
  (text(place, 'code_system').startsWith('GB') || text(place, 'id').split('-')[0] === 'cn');

const colourOf = (row: Row): string => (row['chinese'] ? COLOUR.blue : COLOUR.grey);
const dots = {
  x: 'value',
  fill: {
    value: (row: Row) => (row['confidence'] === 'C' ? COLOUR.paper : colourOf(row)),
    scale: null,
  } as never,
  stroke: { value: colourOf, scale: null } as never,
  title: (row: Row) =>
    `${text(row, 'place')} ${text(row, 'year')}, ${text(row, 'finding')}: ${percent(number(row, 'value') ?? 0)}`,
};

const strips: Chart['plot'] = (rows, view) => {
  const present = PROBLEMS.map((problem) => problem[view.language]).filter((problem) =>
    rows.some((row) => row['problem'] === problem),
  );
  return frame(view, {
    marginLeft: isNarrow(view) ? 128 : 140,
    marginTop: 26,
    height: present.length * 40 + 40,
    x: { domain: [0, 1], axis: 'top', label: null, tickFormat: percent, ticks: isNarrow(view) ? 3 : 5 },
    y: { domain: present, label: null, tickSize: 0 },
    marks: [
      Plot.gridX({ stroke: COLOUR.rule, ticks: isNarrow(view) ? 3 : 5 }),
      Plot.ruleY(present, { y: (problem: string) => problem, stroke: COLOUR.rule }),
      Plot.dot(rows, { ...dots, y: 'problem', r: 5, fillOpacity: 0.65 }),
    ],
  });
};

const LINE = 15;
const EM = 13.5;
/** Signs that fit on a line of one em each, a little less than Plot reckons, since a line breaks between words. */
const PER_EM = { zh: 1, en: 1.7 } as const;

/** One problem: a line of text and a bar each. */
const named: Chart['plot'] = (rows, view) => {
  const labels = rows.map((row) => ({
    ...row,
    label:
      [text(row, 'place'), text(row, 'year')].filter(Boolean).join(' ') +
      (view.language === 'zh' ? '：' : ': ') +
      text(row, 'finding'),
  }));
  const perLine = Math.floor((view.width / EM) * PER_EM[view.language]);
  const lines = Math.max(...labels.map(({ label }) => Math.ceil(label.length / perLine)));
  const step = lines * LINE + 26;
  return frame(view, {
    marginLeft: 2,
    marginRight: 56,
    marginTop: 4,
    marginBottom: 4,
    height: rows.length * step + 8,
    x: { domain: [0, 1], axis: null },
    y: { domain: labels.map((row) => text(row, 'id')), axis: null, padding: 0 },
    marks: [
      Plot.barX(labels, {
        ...dots,
        x: 'value',
        y: 'id',
        insetTop: lines * LINE + 6,
        insetBottom: 8,
        fillOpacity: (row: Row) => (row['confidence'] === 'C' ? 0.15 : 1),
      }),
      Plot.text(labels, {
        x: 0,
        y: 'id',
        text: 'label',
        textAnchor: 'start',
        lineAnchor: 'top',
        dy: -step / 2 + 2,
        lineWidth: view.width / EM,
        fill: COLOUR.ink,
      }),
      Plot.text(labels, {
        x: 'value',
        y: 'id',
        text: (row: Row) => percent(number(row, 'value') ?? 0),
        textAnchor: 'start',
        dx: 6,
        dy: lines * LINE * 0.5 - 1,
        fill: COLOUR.ink,
      }),
    ],
  });
};
