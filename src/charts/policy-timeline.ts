/** Over 250 lines: it has the texts, the statuses and the subjects of all its views, in two languages. */
import type { Chart, View } from '../model/chart.ts';
import type { Bilingual } from '../model/language.ts';
import { number, text, type Row } from '../model/row.ts';
import { unless } from './forms/claims.ts';
import { isWeak, pick, placeNames } from './forms/rows.ts';
import { COLOUR } from './forms/theme.ts';
import { timeline, type Mark } from './forms/timeline.ts';
import { rowTip } from './forms/tips.ts';

const BANDS = [
  { id: 'nation', en: 'China, national', zh: '全国' },
  { id: 'province', en: 'Provinces', zh: '省级' },
  { id: 'city', en: 'Cities', zh: '地级' },
  { id: 'county', en: 'Counties and districts', zh: '县级' },
  { id: 'abroad', en: 'Abroad', zh: '国外' },
] as const;
/** The years of the picture. */
const [FROM, TO] = [1987, 2027] as const;

/** The statuses in the order in which they are stacked, from below, each with its mark, and the character of the legend. */
const STATUSES: readonly (Bilingual & { id: string; character: string; colour: string; mark: Mark })[] = [
  {
    id: 'unknown',
    en: 'Status not found',
    zh: '状态未查明',
    character: '●',
    colour: COLOUR.grey,
    mark: { fill: COLOUR.quiet, stroke: COLOUR.grey },
  },
  {
    id: 'repealed',
    en: 'Repealed',
    zh: '已废止',
    character: '×',
    colour: COLOUR.ink,
    mark: { fill: 'none', stroke: COLOUR.ink, symbol: 'times' },
  },
  {
    id: 'draft',
    en: 'Draft',
    zh: '征求意见稿',
    character: '△',
    colour: COLOUR.violet,
    mark: { fill: COLOUR.paper, stroke: COLOUR.violet, symbol: 'triangle' },
  },
  {
    id: 'amended',
    en: 'Amended',
    zh: '已修改',
    character: '◆',
    colour: COLOUR.ochre,
    mark: { fill: COLOUR.ochre, stroke: COLOUR.ochre, symbol: 'diamond' },
  },
  {
    id: 'in-force',
    en: 'In force',
    zh: '现行有效',
    character: '●',
    colour: COLOUR.blue,
    mark: { fill: COLOUR.blue, stroke: COLOUR.blue },
  },
];
const statusOf = (row: Row): (typeof STATUSES)[number] =>
  STATUSES.find(({ id }) => id === row['status_id']) ?? STATUSES[0]!;

/** The rules that are named beside their dots on wide drawings; each is the highest of its year. */
const NAMED: Record<string, Bilingual & { side: 'left' | 'right' }> = {
  'cn-p-gpl-2002': { en: 'Procurement Law', zh: '政府采购法', side: 'right' },
  'cn-p-guide-96': { en: 'State Council’s opinions', zh: '国务院办公厅指导意见', side: 'left' },
  'cn-p-m-102-2020': { en: 'Order 102', zh: '第102号令', side: 'right' },
};

interface Subject {
  id: string;
  label: Bilingual;
  /** Tags of the rules of the subject; all rules where it has none. */
  tags?: readonly string[];
  title: Bilingual;
  /** @param rows the rules of China @param all those abroad too */
  claims: (rows: Row[], all: Row[]) => [boolean, string][];
}
const inBand = (rows: Row[], ...bands: string[]): number =>
  rows.filter((row) => bands.includes(text(row, 'band_id'))).length;
const withStatus = (rows: Row[], status: string): number =>
  rows.filter((row) => row['status_id'] === status).length;
const inYears = (rows: Row[], from: number, to: number = TO): number =>
  rows.filter((row) => number(row, 'year')! >= from && number(row, 'year')! <= to).length;

const SUBJECTS: readonly Subject[] = [
  {
    id: 'all',
    label: { en: 'All', zh: '全部' },
    title: {
      en: 'Nearly all of China’s rules in our record date from 2012 or later, most from the centre and the provinces; of three in four it was not found whether they are in force',
      zh: '本站所收中国规则几乎都出自 2012 年及以后，以全国和省级为多；其中约四分之三，效力状态未能查明',
    },
    claims: (rows) => [
      [
        inYears(rows, 2012) > 0.85 * rows.length,
        'nearly all of China’s rules do not date from 2012 or later',
      ],
      [
        inBand(rows, 'nation', 'province') > 0.5 * rows.length &&
          Math.min(inBand(rows, 'nation'), inBand(rows, 'province')) >
            Math.max(inBand(rows, 'city'), inBand(rows, 'county')),
        'the centre and the provinces do not have most of them',
      ],
      [
        Math.abs(withStatus(rows, 'unknown') / rows.length - 0.75) < 0.05,
        'the status is not unknown of three in four',
      ],
    ],
  },
  {
    id: 'purchase',
    label: { en: 'Purchase of services', zh: '购买服务' },
    tags: ['purchase-of-services'],
    title: {
      en: 'More rules on the purchase of services on record were issued in 2014, the year after the State Council’s opinions, than in any other year',
      zh: '本站所收购买服务规则，以 2014 年，即国务院办公厅指导意见发布次年，为最多',
    },
    claims: (rows) => [
      [
        [...new Set(rows.map((row) => number(row, 'year')!))].every(
          (year) => year === 2014 || inYears(rows, year, year) < inYears(rows, 2014, 2014),
        ),
        'another year has as many rules as 2014',
      ],
    ],
  },
  {
    id: 'procurement',
    label: { en: 'Procurement', zh: '政府采购' },
    tags: ['procurement'],
    title: {
      en: 'More than three in four of China’s rules on procurement on record are national, and most of China’s were found to be in force',
      zh: '本站所收中国政府采购规则，四分之三以上为全国规则，过半查明为现行有效',
    },
    claims: (rows) => [
      [inBand(rows, 'nation') > 0.75 * rows.length, 'national rules are no more than three in four'],
      [withStatus(rows, 'in-force') > 0.5 * rows.length, 'most rules were not found to be in force'],
    ],
  },
  {
    id: 'organisations',
    label: { en: 'Social organisations and grants', zh: '社会组织与补助' },
    tags: ['social-organisations', 'grants'],
    title: {
      en: 'Every level of government in China has rules on social organisations and grants on record, and none has half of them',
      zh: '社会组织与补助方面的规则，中国各级都有，没有一级占到一半',
    },
    claims: (rows) => [
      [
        ['nation', 'province', 'city', 'county'].every((band) => inBand(rows, band) >= 3),
        'a level has hardly any of them',
      ],
      [BANDS.every(({ id }) => inBand(rows, id) < 0.5 * rows.length), 'a level has half of them'],
    ],
  },
  {
    id: 'care',
    label: { en: 'Care and social work', zh: '照护与社会工作' },
    tags: ['elder-care', 'social-work', 'social-assistance', 'children', 'health', 'employment'],
    title: {
      en: 'Of China’s rules on care, social work and employment on record, cities and counties issued more than the centre; of none was it found whether it is in force',
      zh: '本站所收中国照护、社会工作和就业规则，市、县发布的多于全国；是否有效，一件也未能查明',
    },
    claims: (rows) => [
      [inBand(rows, 'city', 'county') > inBand(rows, 'nation'), 'cities and counties issued no more'],
      [withStatus(rows, 'unknown') === rows.length, 'the status of one was found'],
    ],
  },
  {
    id: 'openness',
    label: { en: 'Budget, disclosure, evaluation', zh: '预算、公开与评价' },
    tags: ['budget', 'disclosure', 'evaluation', 'payment', 'complaints'],
    title: {
      en: 'China’s rules on budgets, disclosure, evaluation and payment on record all date from 2012 or later, and more than half are national',
      zh: '本站所收中国预算、公开、评价和付款规则均出自 2012 年及以后，半数以上为全国规则',
    },
    claims: (rows) => [
      [inYears(rows, 2012) === rows.length, 'one is older'],
      [inBand(rows, 'nation') > 0.5 * rows.length, 'national rules are no more than half'],
    ],
  },
  {
    id: 'delegation',
    label: { en: 'Delegation and choice by users', zh: '委托运营与用户选择' },
    tags: ['delegation', 'user-choice'],
    title: {
      en: 'Rules on the running of services by others and on choice by users are mostly of other countries in our record',
      zh: '委托运营和由用户选择的规则，本站所收以国外为主',
    },
    claims: (rows, all) => [[rows.length < 0.5 * all.length, 'most of them are China’s']],
  },
];
const subjectOf = ({ subject }: View['controls']): Subject =>
  SUBJECTS.find(({ id }) => id === subject) ?? SUBJECTS[0]!;
const SUBTITLE = {
  en: 'Laws, regulations and measures on record by level and year of issue, one mark each; shape and colour: status',
  zh: '所收法律、法规和办法，按层级和发布年份，一点一件；形状和颜色表示效力状态',
};

/** Laws, rules and measures by year, in bands from the nation to the county and abroad, with their status. */
export const policyTimeline: Chart = {
  id: 'policy-timeline',
  topic: 'rules',
  title: SUBJECTS[0]!.title,
  subtitle: SUBTITLE,
  question: {
    en: 'When were rules on buying services made, and by whom?',
    zh: '购买服务的规则何时由谁制定？',
  },
  keywords: { en: 'laws, regulations, policies', zh: '法规, 政策, 文件' },
  note: {
    en: 'The rules that were read or named in what was read, not all that exist: provinces are unevenly covered, and county rules are published less often. A status that was not found is no word against a rule. Hong Kong, Macao and Taiwan stand with the provinces. Grade C is drawn hollow. Undated texts and one law abroad of 1962 are left out of the picture and stand in the list.',
    zh: '只画读到或所读材料提到的规则，不是全部：各省收录多少不一，县级规则公开较少。状态未查明不表示失效。港澳台列入省级一栏。C 级以空心表示。日期不详的文件和 1962 年的一部国外法律不画，见列表。',
  },
  tables: [
    ['policies', 'policies'],
    ['places', 'places'],
  ],
  controls: [
    {
      id: 'subject',
      label: { en: 'Subject', zh: '主题' },
      options: SUBJECTS.map(({ id, label }) => ({ id, label })),
    },
  ],
  filters: {
    series: { id: 'band_id', name: 'band', title: { en: 'Levels', zh: '层级' } },
    year: 'year',
  },
  titleFor: (controls) => subjectOf(controls).title,
  subtitleFor: (controls) => {
    const { tags, label } = subjectOf(controls);
    return tags && { en: `${label.en}: ${SUBTITLE.en}`, zh: `${label.zh}：${SUBTITLE.zh}` };
  },
  columns: [
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'band', title: { en: 'Level', zh: '层级' } },
    { name: 'place', title: { en: 'Place', zh: '地区' } },
    { name: 'title', title: { en: 'Title', zh: '名称' } },
    { name: 'status', title: { en: 'Status', zh: '效力状态' } },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select([policies, places], { language, controls }) {
    const name = placeNames(places!, language);
    const codes = new Map(places!.map((row) => [text(row, 'id'), row]));
    const { tags } = subjectOf(controls);
    const order = (row: Row): number =>
      STATUSES.indexOf(statusOf(row)) + (text(row, 'id') in NAMED ? STATUSES.length : 0);
    return policies!
      .filter((row) => Number(text(row, 'date').slice(0, 4)) >= FROM)
      .filter(
        (row) =>
          !tags ||
          text(row, 'tags')
            .split(' ')
            .some((tag) => tags.includes(tag)),
      )
      .map((row) => {
        const band = bandOf(row, codes.get(text(row, 'place')));
        const status = STATUSES.find(({ id }) => id === row['status']) ?? STATUSES[0]!;
        return {
          ...pick(row, ['confidence', 'source_id', 'id']),
          year: Number(text(row, 'date').slice(0, 4)),
          band: BANDS.find(({ id }) => id === band)![language],
          band_id: band,
          place: name(text(row, 'place')),
          title: text(row, `title_${language}`) || text(row, 'title_en') || text(row, 'title_zh'),
          status: status[language],
          status_id: status.id,
          gaoming: row['place'] === 'gaoming',
        };
      })
      .sort((a, b) => a.year - b.year || order(a) - order(b));
  },
  holds: (rows, { controls }) =>
    unless(
      subjectOf(controls).claims(
        rows.filter((row) => row['band_id'] !== 'abroad'),
        rows,
      ),
    ),
  plot: (rows, view) =>
    timeline(
      rows.map((row) => ({
        ...row,
        lane_id: row['band_id']!,
        ...(NAMED[text(row, 'id')] && { side: NAMED[text(row, 'id')]!.side }),
      })),
      view,
      {
        lanes: BANDS.filter(({ id }) => rows.some((row) => row['band_id'] === id)).map((band) => ({
          id: band.id,
          name: band[view.language],
          kind: 'stack' as const,
        })),
        from: FROM,
        to: TO,
        mark: (row) => {
          const { mark } = statusOf(row);
          const own = row['gaoming'] ? { ...mark, fill: COLOUR.gaoming, stroke: COLOUR.gaoming } : mark;
          return isWeak(row) && mark.fill !== 'none' ? { ...own, fill: COLOUR.paper } : own;
        },
        label: (row) => NAMED[text(row, 'id')]?.[view.language] ?? '',
        tip: (row) =>
          rowTip(
            view.language,
            row,
            'place',
            view.language === 'zh'
              ? `《${text(row, 'title')}》，${text(row, 'status')}`
              : `${text(row, 'title')}, ${text(row, 'status').toLowerCase()}`,
          ),
        legend: STATUSES.toReversed()
          .filter(({ id }) => rows.some((row) => row['status_id'] === id))
          .map((status) => ({
            character: status.character,
            words: `${status[view.language]} ${withStatus(rows, status.id)}`,
            colour: status.colour,
          })),
      },
    ),
  alt: (rows, language) => {
    const after = inYears(rows, 2012);
    const bands = BANDS.map((band) => `${band[language]} ${inBand(rows, band.id)}`);
    const statuses = STATUSES.map((status) => `${status[language]} ${withStatus(rows, status.id)}`);
    return language === 'zh'
      ? `点图，共 ${rows.length} 件，其中 ${after} 件在 2012 年及以后；${bands.join('、')}；${statuses.join('、')}。`
      : `${rows.length} marks, ${after} of them in 2012 or later; ${bands.join(', ')}; ${statuses.join(', ')}.`;
  },
};

function bandOf(policy: Row, place: Row | undefined): (typeof BANDS)[number]['id'] {
  const level = text(policy, 'level');
  const chinese = text(place ?? {}, 'code_system').startsWith('GB') || text(policy, 'place') === 'cn';
  if (!chinese) return 'abroad';
  if (level === 'territory') return 'province';
  return level === 'nation' || level === 'province' || level === 'county' ? level : 'city';
}
