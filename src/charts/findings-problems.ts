/** Over 250 lines: it has the titles and the selection of eight problems, in two languages. */
import type { Chart, View } from '../model/chart.ts';
import type { Bilingual, Language } from '../model/language.ts';
import { number, text, type Row } from '../model/row.ts';
import { unless } from './forms/claims.ts';
import { forestPanels } from './forms/forest.ts';
import { drawable, pick, placeNames } from './forms/rows.ts';
import { COLOUR } from './forms/theme.ts';
import { ofRow, tip, valued } from './forms/tips.ts';

interface Problem extends Bilingual {
  /** The code of `findings.problem`. */
  id: string;
  title: Bilingual;
  /** What the title says of the rows of the problem. */
  holds: (rows: Row[]) => string | undefined;
}

const valuesOf = (rows: Row[], measure: string, place: string): number[] =>
  rows
    .filter((row) => row['measure'] === measure && row['place_id'] === place)
    .map((row) => number(row, 'value') ?? Number.NaN);
const valueIn = (rows: Row[], measure: string, place: string, year: number): number =>
  number(
    rows.find((row) => row['measure'] === measure && row['place_id'] === place && row['year'] === year) ?? {},
    'value',
  ) ?? Number.NaN;
const rising = (values: number[], least: number): boolean =>
  values.length >= least && values.every((value, at) => at === 0 || value > values[at - 1]!);

/** The regions of Australia by remoteness. */
const REMOTENESS = ['au-metropolitan', 'au-regional', 'au-remote', 'au-very-remote'];

/** The codes of `findings.problem` of which shares were found, each with the claim of its view. */
const PROBLEMS: readonly Problem[] = [
  {
    id: 'few-providers',
    en: 'Few providers',
    zh: '承接主体少',
    title: {
      en: 'The more remote the region, the more people in Australia with a budget for support used none of it: under a quarter in cities, over a third in very remote areas',
      zh: '澳大利亚有支持预算而未使用的人，越偏远越多：城市不到四分之一，极偏远地区超过三分之一',
    },
    holds: (rows) =>
      unless(
        ['unused-daily-support', 'unused-therapy'].flatMap((measure) => {
          const shares = REMOTENESS.flatMap((place) => valuesOf(rows, measure, place));
          return [
            [rising(shares, 4), `${measure} does not rise with remoteness`],
            [shares[0]! < 0.25 && shares[3]! > 1 / 3, `${measure} begins or ends elsewhere`],
          ] as const;
        }),
      ),
  },
  {
    id: 'little-money',
    en: 'Little money',
    zh: '资金不足',
    title: {
      en: 'Six in ten British charities asked do not get the full cost of a public contract; fewer turned one down as too risky in 2023 than in 2020',
      zh: '英国受访慈善组织六成未能从公共合同收回全部成本；因风险过大而拒绝合同的，2023 年少于 2020 年',
    },
    holds: (rows) =>
      unless([
        [
          Math.abs(valueIn(rows, 'full-cost-not-covered', 'gb', 2024) - 0.6) < 0.05,
          'it is not six in ten without full cost',
        ],
        [
          valueIn(rows, 'refused-contracts', 'gb', 2023) < valueIn(rows, 'refused-contracts', 'gb', 2020),
          'refusals did not become fewer',
        ],
      ]),
  },
  {
    id: 'late-payment',
    en: 'Late payment',
    zh: '付款拖延',
    title: {
      en: 'In each of the four years found, about nine in ten contracts for human services in New York City came to registration after work should have begun; no comparable share was found in China',
      zh: '查到的四个年份中，纽约市社会服务合同每年约九成在应开工之后才送交或完成登记；中国未查到可比的数字',
    },
    holds: (rows) => {
      const late = valuesOf(rows, 'late-registration', 'us-nyc');
      return unless([
        [late.length === 4, 'it is not four years'],
        [late.every((share) => Math.abs(share - 0.9) < 0.02), 'a year is not near nine in ten'],
        [
          rows.every((row) => row['measure'] !== 'late-registration' || !row['chinese']),
          'the same share was found in China',
        ],
      ]);
    },
  },
  {
    id: 'staff-turnover',
    en: 'Staff turnover',
    zh: '人员流失',
    title: {
      en: 'Turnover of social workers in Shenzhen rose in each year from 2011 to 2014, to more than a fifth',
      zh: '深圳社工流失率 2011 至 2014 年逐年上升，超过两成',
    },
    holds: (rows) => {
      const shares = [2011, 2012, 2013, 2014].map((year) =>
        valueIn(rows, 'social-worker-turnover', 'shenzhen', year),
      );
      return unless([
        [rising(shares, 4), 'turnover did not rise in each year'],
        [shares.at(-1)! > 0.2, 'it did not end above a fifth'],
      ]);
    },
  },
  {
    id: 'competition-in-name',
    en: 'Competition in name',
    zh: '竞争流于形式',
    title: {
      en: 'Tenders with a single bid in the European Union rose from under a quarter in 2011 to over two fifths in 2021',
      zh: '欧盟只有一家投标的招标，2011 年不到四分之一，2021 年超过五分之二',
    },
    holds: (rows) =>
      unless([
        [valueIn(rows, 'single-bid', 'eu', 2011) < 0.25, 'it was a quarter or more in 2011'],
        [valueIn(rows, 'single-bid', 'eu', 2021) > 0.4, 'it was no more than two fifths in 2021'],
      ]),
  },
  {
    id: 'dependence',
    en: 'Dependence',
    zh: '依赖购买方',
    title: {
      en: 'Of the income of Shanghai’s social organisations, less than a fifth came from government in 2012',
      zh: '上海社会组织 2012 年的收入中，来自政府的不到五分之一',
    },
    holds: (rows) =>
      unless([[valueIn(rows, 'income-from-government', 'shanghai', 2012) < 0.2, 'it was a fifth or more']]),
  },
  {
    id: 'short-contracts',
    en: 'Contract terms',
    zh: '合同期限',
    title: {
      en: 'More than seven in ten designations of managers in Japan were for five years in 2018',
      zh: '日本 2018 年指定管理者的指定，七成以上为期五年',
    },
    holds: (rows) =>
      unless([[valueIn(rows, 'term-of-five-years', 'jp', 2018) > 0.7, 'it was seven in ten or fewer']]),
  },
  {
    id: 'weak-evaluation',
    en: 'Evaluation',
    zh: '评价',
    title: {
      en: 'Four in five Japanese facilities under designated managers had the manager evaluated in 2018; how well is not said',
      zh: '日本 2018 年五分之四的指定管理设施对管理者作了评价，质量如何没有说明',
    },
    holds: (rows) =>
      unless([
        [Math.abs(valueIn(rows, 'manager-evaluated', 'jp', 2018) - 0.8) < 0.02, 'it was not four in five'],
      ]),
  },
];

/** Headings of measures of which sources use several wordings; the wording is then a detail of the row. */
const MEASURES: Record<string, { heading: Bilingual; detail: (finding: string) => Bilingual }> = {
  'late-registration': {
    heading: {
      en: 'Human service contracts submitted for registration, or registered, after their start date',
      zh: '开工之后才送交登记或完成登记的社会服务合同占比',
    },
    detail: (finding) =>
      /submitted|送交/.test(finding) ? { en: 'submitted', zh: '送交' } : { en: 'registered', zh: '登记' },
  },
  'establishments-closed': {
    heading: {
      en: 'Home care establishments that closed or suspended service',
      zh: '停业或关闭的居家照护机构占比',
    },
    detail: (finding) =>
      /NPO/.test(finding) ? { en: 'non-profits', zh: 'NPO 法人' } : { en: 'companies', zh: '营利法人' },
  },
};

const chosenOf = (controls: View['controls']): Problem =>
  PROBLEMS.find(({ id }) => id === controls['problem']) ?? PROBLEMS[0]!;

/** Shares that surveys and records report on a problem of purchase, in a panel for each measure. */
export const findingsProblems: Chart = {
  id: 'findings-problems',
  topic: 'rules',
  title: PROBLEMS[0]!.title,
  subtitle: subtitleFor({}),
  question: { en: 'How often is each problem found?', zh: '各种问题有多常见？' },
  keywords: { en: 'arrears, paid late, fear to bid', zh: '拖欠, 欠款, 迟付, 流失' },
  note: {
    en: 'The shares count contracts, organisations, workers or users: only dots under one heading measure the same thing and compare. Of most surveys we did not find how many answered; where the source says it, it stands below the row or in its tip. Blue: China; grey: elsewhere. Of readings that repeat each other one is drawn; grade C is hollow. Most shares are from other countries: they show that a problem occurs, not how common it is in a Chinese county.',
    zh: '各比例有的数合同，有的数机构、人员或使用者，只有同一标题下的口径相同、可以相比。多数调查的样本量未查到；来源载明的，写在该行下方或提示中。蓝色为中国，灰色为其他地方。重复的读数只画一项；C 级为空心。多数比例来自国外，说明问题存在，不说明其在中国县级的程度。',
  },
  tables: [
    ['findings', 'findings'],
    ['places', 'places'],
  ],
  controls: [
    {
      id: 'problem',
      label: { en: 'Problem', zh: '问题' },
      options: PROBLEMS.map(({ id, en, zh }) => ({ id, label: { en, zh } })),
    },
  ],
  titleFor: (controls) => chosenOf(controls).title,
  subtitleFor,
  columns: [
    { name: 'heading', title: { en: 'Measure', zh: '口径' } },
    { name: 'finding', title: { en: 'Finding', zh: '所测' } },
    { name: 'place', title: { en: 'Place', zh: '地区' } },
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'value', title: { en: 'Share', zh: '比例' }, unit: 'share' },
    { name: 'precision', title: { en: 'Precision', zh: '精确度' } },
    { name: 'remark', title: { en: 'Remark', zh: '备注' } },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select([findings, places], { language, controls }) {
    const name = placeNames(places!, language);
    const placeOf = new Map(places!.map((row) => [text(row, 'id'), row]));
    const shares = findings!
      .filter((row) => row['unit'] === 'share' && drawable(row) && row['problem'] === chosenOf(controls).id)
      .map((row) => {
        const finding = text(row, `indicator_${language}`);
        return {
          ...pick(row, ['year', 'value', 'precision', 'confidence', 'source_id', 'id', 'measure']),
          heading: headingOf(text(row, 'measure'), finding, language),
          finding,
          detail: detailOf(text(row, 'measure'), finding, language),
          place: name(text(row, 'place')),
          place_id: text(row, 'place'),
          remark: text(row, `note_${language}`),
          chinese: isChinese(placeOf.get(text(row, 'place'))),
        };
      });
    const like = (row: Row): number => shares.filter((other) => other.heading === row['heading']).length;
    // Measures with several values come first; within a measure by detail, year and value.
    return shares.sort(
      (a, b) =>
        like(b) - like(a) ||
        a.heading.localeCompare(b.heading) ||
        (MEASURES[text(a, 'measure')] ? 0 : a.detail.localeCompare(b.detail)) ||
        (number(a, 'year') ?? 0) - (number(b, 'year') ?? 0) ||
        (number(a, 'value') ?? 0) - (number(b, 'value') ?? 0),
    );
  },
  holds: (rows, { controls }) => chosenOf(controls).holds(rows),
  plot: (rows, view) =>
    forestPanels(rows, view, {
      heading: (row) => text(row, 'heading'),
      label: (row) => labelOf(row, view.language),
      value: 'value',
      format: (row) => valued(row, 'value', 'share', view.language),
      remark: (row) => text(row, 'remark'),
      colour: (row) => (row['chinese'] ? COLOUR.blue : COLOUR.grey),
      gradeHead: view.language === 'zh' ? '可信度' : 'Grade',
      tip: (row) => {
        const remark = text(row, 'remark') && (view.language === 'zh' ? '；' : '; ') + text(row, 'remark');
        return ofRow(
          row,
          tip(view.language, {
            of: [text(row, 'place'), text(row, 'finding')],
            year: row['year'],
            value: valued(row, 'value', 'share', view.language) + remark,
            grade: row['confidence'],
          }),
        );
      },
    }),
  alt(rows, language) {
    const shares = rows.map((row) =>
      [text(row, 'place'), text(row, 'finding'), text(row, 'year'), valued(row, 'value', 'share', language)]
        .filter(Boolean)
        .join(' '),
    );
    return language === 'zh'
      ? `点图，按口径分组的比例：${shares.join('；')}。`
      : `Dots, shares in groups by what they measure: ${shares.join('; ')}.`;
  },
};

function subtitleFor(controls: View['controls']): Bilingual {
  const { en, zh } = chosenOf(controls);
  return {
    en: `${en}: shares that surveys and records report, per cent, by place and year; only dots under one heading compare`,
    zh: `${zh}：调查和记录所载比例，%，按地区和年份；同一标题下的各点才可相比`,
  };
}

const isChinese = (place: Row | undefined): boolean =>
  place !== undefined &&
  (text(place, 'code_system').startsWith('GB') || text(place, 'id').split('-')[0] === 'cn');

/** `Japan (prefectures) 2018`, `日本（都道府县）2018` */
function labelOf(row: Row, language: Language): string {
  const detail = text(row, 'detail');
  const [open, close] = language === 'zh' ? ['（', '）'] : [' (', ') '];
  return `${text(row, 'place')}${detail ? open + detail + close : ' '}${text(row, 'year')}`.trim();
}

/** The measure of a share in words, without the kind of place that some names add in brackets. */
const headingOf = (measure: string, finding: string, language: Language): string =>
  MEASURES[measure]?.heading[language] ?? finding.replace(/\s*[（(][^（()）]*[)）]$/, '');

/** What sets a row apart from others of its measure: its wording, or the kind of place that its name adds in brackets: `prefectures`. */
const detailOf = (measure: string, finding: string, language: Language): string =>
  MEASURES[measure]?.detail(finding)[language] ?? /[（(]([^（()）]*)[)）]$/.exec(finding)?.[1] ?? '';
