import * as Plot from '@observablehq/plot';
import type { Chart } from '../model/chart.ts';
import type { Bilingual, Language } from '../model/language.ts';
import { number, text, type Row } from '../model/row.ts';
import { horizontalBars } from './forms/bars.ts';
import { unless } from './forms/claims.ts';
import { groupedShares } from './forms/groups.ts';
import { drawable, pick, placeNames } from './forms/rows.ts';
import { COLOUR } from './forms/theme.ts';
import { tip, valued } from './forms/tips.ts';

/** The codes of `findings.problem` that have shares, with their labels in the chart. */
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

const chosenOf = (controls: Record<string, string>): (typeof PROBLEMS)[number] | undefined =>
  PROBLEMS.find(({ id }) => id === controls['problem']);

/** Shares that surveys and records report on problems of purchase: how many were found for each problem, or those of one problem grouped by measure. */
export const findingsProblems: Chart = {
  id: 'findings-problems',
  topic: 'rules',
  title: {
    en: 'Of the shares found that measure a problem of purchase, more than four in five are from outside China',
    zh: '衡量购买中各种问题的比例数字，五分之四以上来自国外',
  },
  subtitle: {
    en: 'Number of shares that surveys and records report, by the problem they bear on',
    zh: '调查和记录所载比例数字，按所关乎的问题，项',
  },
  question: { en: 'How often is each problem found?', zh: '各种问题有多常见？' },
  note: {
    en: 'Choose a problem to read its shares. They count contracts, organisations, workers or users: only those under one heading measure the same thing and compare. Blue: China; grey: elsewhere. Of readings that repeat each other one is drawn; grade C is hollow.',
    zh: '选择一个问题可逐项阅读。各比例有的数合同，有的数机构、人员或使用者，只有同一标题下的口径相同、可以相比。蓝色为中国，灰色为其他地方。重复的读数只画一项；C 级为空心。',
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
  titleFor(controls) {
    const chosen = chosenOf(controls);
    return (
      chosen && {
        en: `What surveys and records find: ${chosen.en.toLowerCase()}`,
        zh: `调查与记录所见：${chosen.zh}`,
      }
    );
  },
  subtitleFor: (controls) =>
    chosenOf(controls) && {
      en: 'Shares as reported, per cent, by place and year; only bars under one heading compare, and the grey behind each is 100%',
      zh: '所载比例，%，按地区和年份；同一标题下的各条才可相比，灰底为 100%',
    },
  columns: [
    { name: 'problem', title: { en: 'Problem', zh: '问题' } },
    { name: 'finding', title: { en: 'Finding', zh: '所测' } },
    { name: 'place', title: { en: 'Place', zh: '地区' } },
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'value', title: { en: 'Share', zh: '比例' }, unit: 'share' },
    { name: 'precision', title: { en: 'Precision', zh: '精确度' } },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select([findings, places], { language, controls }) {
    const name = placeNames(places!, language);
    const systems = new Map(places!.map((row) => [text(row, 'id'), row]));
    const chosen = chosenOf(controls);
    const shares = findings!
      .filter(
        (row) =>
          row['unit'] === 'share' &&
          drawable(row) &&
          (chosen ? chosen.id === row['problem'] : PROBLEMS.some(({ id }) => id === row['problem'])),
      )
      .map((row) => ({
        ...pick(row, ['year', 'value', 'precision', 'confidence', 'source_id', 'id', 'measure']),
        problem: PROBLEMS.find(({ id }) => id === row['problem'])![language],
        finding: text(row, `indicator_${language}`),
        place: name(text(row, 'place')),
        chinese: isChinese(systems.get(text(row, 'place'))),
        single: chosen !== undefined,
      }));
    const like = (row: Row): number => shares.filter((other) => headingOf(other) === headingOf(row)).length;
    // Measures with several values come first; within a measure by place and year.
    return shares.sort(
      (a, b) =>
        a.problem.localeCompare(b.problem) ||
        like(b) - like(a) ||
        headingOf(a).localeCompare(headingOf(b)) ||
        detailOf(a).localeCompare(detailOf(b)) ||
        (number(a, 'year') ?? 0) - (number(b, 'year') ?? 0) ||
        (number(a, 'value') ?? 0) - (number(b, 'value') ?? 0),
    );
  },
  holds(rows, { controls }) {
    if (chosenOf(controls)) return undefined;
    const foreign = rows.filter((row) => row['chinese'] === false).length;
    return unless([
      [foreign > 0.8 * rows.length, 'no more than four in five of the shares are from outside China'],
    ]);
  },
  plot: (rows, view) =>
    rows.some((row) => row['single'])
      ? groupedShares(rows, view, {
          heading: headingOf,
          label: (row) => [text(row, 'place'), detailOf(row), text(row, 'year')].filter(Boolean).join(' '),
          value: 'value',
          fill: colourOf,
          format: (row) => valued(row, 'value', 'share', view.language),
          tip: (row) =>
            tip(view.language, {
              of: [text(row, 'place'), text(row, 'finding')],
              year: row['year'],
              value: valued(row, 'value', 'share', view.language),
              grade: row['confidence'],
            }),
        })
      : counts(rows, view),
  alt(rows, language) {
    if (rows.some((row) => row['single'])) {
      const shares = rows.map((row) =>
        [text(row, 'place'), text(row, 'finding'), text(row, 'year'), valued(row, 'value', 'share', language)]
          .filter(Boolean)
          .join(' '),
      );
      return language === 'zh'
        ? `条形图，按指标分组的比例：${shares.join('；')}。`
        : `Bars, shares in groups by what they measure: ${shares.join('; ')}.`;
    }
    const counted = countsOf(rows, language).map((row) => `${text(row, 'problem')} ${text(row, 'words')}`);
    return language === 'zh'
      ? `条形图，比例数字的项数：${counted.join('；')}。数值见表。`
      : `Bars, number of shares: ${counted.join('; ')}. The values are in the table.`;
  },
};

const isChinese = (place: Row | undefined): boolean =>
  place !== undefined &&
  (text(place, 'code_system').startsWith('GB') || text(place, 'id').split('-')[0] === 'cn');

const colourOf = (row: Row): string => (row['chinese'] ? COLOUR.blue : COLOUR.grey);

/** The measure of a share, without the kind of place that some names add in brackets. */
const headingOf = (row: Row): string => text(row, 'finding').replace(/\s*[（(][^（()）]*[)）]$/, '');

/** The kind of place that the name of a measure adds in brackets: `prefectures`. */
const detailOf = (row: Row): string => /[（(]([^（()）]*)[)）]$/.exec(text(row, 'finding'))?.[1] ?? '';

/** For each problem the number of shares found, and of those in China. */
function countsOf(rows: Row[], language: Language): (Row & { count: number; chinese: number })[] {
  const words = (count: number, chinese: number): Bilingual => ({
    en: `${count} ${count === 1 ? 'share' : 'shares'}, ${chinese} from China`,
    zh: `${count} 项，中国 ${chinese} 项`,
  });
  return PROBLEMS.map(({ [language]: problem }) => {
    const own = rows.filter((row) => row['problem'] === problem);
    const chinese = own.filter((row) => row['chinese']).length;
    return { problem, count: own.length, chinese, words: words(own.length, chinese)[language] };
  })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

/** All problems, a bar each, with the part from China in blue. */
const counts: Chart['plot'] = (rows, view) => {
  const counted = countsOf(rows, view.language);
  const tipOf = (row: Row): string =>
    tip(view.language, { of: [text(row, 'problem')], value: text(row, 'words') });
  const bars = horizontalBars(counted, view, {
    label: 'problem',
    value: 'count',
    fill: () => COLOUR.quiet,
    format: (_count, row) => text(row, 'words'),
    tip: tipOf,
  });
  return {
    ...bars,
    marks: [
      ...bars.marks!,
      Plot.barX(counted, {
        x: 'chinese',
        y: 'problem',
        fill: COLOUR.blue,
        insetTop: 4,
        insetBottom: 4,
        title: tipOf,
      }),
    ],
  };
};
