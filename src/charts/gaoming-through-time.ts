/** Over 250 lines: it has the texts and the rows of nine lanes, in two languages. */
import type { Chart, View } from '../model/chart.ts';
import type { Bilingual, Language } from '../model/language.ts';
import { number, text, type Row } from '../model/row.ts';
import { unless, valueOf } from './forms/claims.ts';
import { isWeak, pick, placeNames } from './forms/rows.ts';
import { COLOUR, short } from './forms/theme.ts';
import { timeline, type Lane } from './forms/timeline.ts';
import { rowTip, valued } from './forms/tips.ts';

const PLACE = 'gaoming';
/** The years of the picture; rules before it and goals after it are left out. */
const [FROM, TO] = [1999, 2027] as const;

type Part = 'rules' | 'services' | 'numbers';
/** The lanes from top to bottom. */
const LANES: readonly (Pick<Lane, 'id' | 'kind'> & Bilingual & { part: Part })[] = [
  { id: 'gdp', kind: 'values', part: 'numbers', en: 'GDP, yuan', zh: '地区生产总值，元' },
  {
    id: 'budget-revenue',
    kind: 'values',
    part: 'numbers',
    en: 'Its own budget revenue, yuan',
    zh: '区级预算收入，元',
  },
  {
    id: 'census-population',
    kind: 'values',
    part: 'numbers',
    en: 'Residents by census',
    zh: '普查常住人口，人',
  },
  { id: 'purchases', kind: 'stack', part: 'services', en: 'Sums of its purchases', zh: '购买金额' },
  { id: 'events', kind: 'labels', part: 'services', en: 'The district and its services', zh: '本区及其服务' },
  { id: 'rules-county', kind: 'stack', part: 'rules', en: 'Rules of its own', zh: '本区的规则' },
  { id: 'rules-prefecture', kind: 'stack', part: 'rules', en: 'Rules of Foshan', zh: '佛山市的规则' },
  { id: 'rules-province', kind: 'stack', part: 'rules', en: 'Rules of Guangdong', zh: '广东省的规则' },
  { id: 'rules-nation', kind: 'stack', part: 'rules', en: 'National rules', zh: '国家的规则' },
];
/** The places whose rules stand above the district, and its own. */
const RULERS: Record<string, string> = {
  [PLACE]: 'rules-county',
  foshan: 'rules-prefecture',
  guangdong: 'rules-province',
  cn: 'rules-nation',
};
/** The facts that are drawn, with a label each; the tip has the whole fact. */
const EVENTS: Record<string, Bilingual> = {
  'gf-gm-2002-district': { en: 'becomes a district of Foshan', zh: '撤市设区' },
  'gf-gm-lian-1': { en: 'purchase of services begins', zh: '开始购买服务' },
  'gf-gm-2013-pilot': { en: 'family service centre opens in Hecheng', zh: '荷城家庭服务中心试点' },
  'gf-gm-2013-agency': { en: 'first social work agency of its own', zh: '第一家本土社工机构' },
  'gf-gm-lian-2': { en: 'a thesis names three difficulties', zh: '学位论文归纳三类困难' },
  'gf-gm-h2-operator': { en: 'a company runs 20 hydrogen buses', zh: '公司营运 20 辆氢能公交' },
  'gf-gm-2023-vote': { en: 'deputies vote on ten projects a year', zh: '人大代表票决十件民生实事' },
  'gf-gm-2025-ten': { en: 'voted projects take in elder care', zh: '票决实事含农村养老设施' },
};
/** The rules that are named beside their dots. */
const NAMED: Record<string, Bilingual & { side: 'left' | 'right' }> = {
  'cn-p-gpl-2002': { en: 'Procurement Law', zh: '政府采购法', side: 'right' },
  'cn-p-guide-96': { en: 'State Council’s opinions', zh: '国务院办公厅指导意见', side: 'left' },
  'cn-p-m-102-2020': { en: 'Measures, Order 102', zh: '第102号令', side: 'right' },
  'gf-gd-measures-2012': { en: 'Interim Measures', zh: '暂行办法', side: 'left' },
  'gf-gd-double100-doc': { en: 'Double Hundred project', zh: '双百工程', side: 'right' },
};

const TITLES: Record<'all' | Part, Bilingual> = {
  all: {
    en: 'More than fifty national and a dozen provincial rules stand above Gaoming; of rules of its own and of the sums of its purchases we found none',
    zh: '高明之上有五十多件国家规则和十余件省级规则；本区自己的规则和购买金额，我们均未找到',
  },
  rules: {
    en: 'Of the rules on record that stand above Gaoming four in five are national; rules of its own were not found',
    zh: '本站收录的高明之上的规则，五分之四是国家规则；本区自己的规则未找到',
  },
  services: {
    en: 'Gaoming’s purchases began about 2010 and its family service centre in 2013; no sum of any purchase was found for the years since',
    zh: '高明约自 2010 年购买服务，2013 年有了家庭服务中心；此后各年的购买金额均未找到',
  },
  numbers: {
    en: 'At current prices Gaoming’s GDP was four times as large in 2024 as in 2007; the value first printed for 2018 does not fit the later ones',
    zh: '按当年价，高明 2024 年地区生产总值为 2007 年的四倍；2018 年最初所载数值与其后不能衔接',
  },
};
const SUBTITLES: Record<'all' | Part, Bilingual> = {
  all: {
    en: 'Gaoming by year: GDP and revenue at current prices, residents, events, and rules by year of issue, one dot each',
    zh: '高明历年：地区生产总值和收入（当年价）、人口、事件，以及按发布年份的规则，一点一件',
  },
  rules: {
    en: 'Rules on record of the nation, Guangdong, Foshan and Gaoming, by year of issue, one dot each',
    zh: '本站收录的国家、广东、佛山和高明的规则，按发布年份，一点一件',
  },
  services: {
    en: 'Dated events of the district and its services, and the years without a sum',
    zh: '本区及其服务的有日期的事件，以及没有金额的年份',
  },
  numbers: {
    en: 'GDP and budget revenue as printed, yuan of the year; residents by census',
    zh: '各来源所载地区生产总值、一般公共预算收入，当年价，元；普查常住人口，人',
  },
};
/** What the title of each part claims, with what is so otherwise. */
const CLAIMS: Record<'all' | Part, (rows: Row[]) => [boolean, string][]> = {
  all: (rows) => [
    [ofLane(rows, 'purchases').length === 0, 'a purchase of Gaoming is on record'],
    [ofLane(rows, 'rules-county').length === 0, 'a rule of Gaoming’s own is on record'],
    [Math.abs(ofLane(rows, 'rules-nation').length - 60) < 10, 'national rules are not fifty-odd'],
    [Math.abs(ofLane(rows, 'rules-province').length - 12) <= 2, 'provincial rules are not a dozen'],
  ],
  rules: (rows) => [
    [ofLane(rows, 'rules-county').length === 0, 'a rule of Gaoming’s own is on record'],
    [
      Math.abs(ofLane(rows, 'rules-nation').length / rows.length - 0.8) < 0.04,
      'national rules are not four in five',
    ],
  ],
  services: (rows) => [
    [ofLane(rows, 'purchases').length === 0, 'a purchase of Gaoming is on record'],
    [valueOf(rows, { id: 'gf-gm-lian-1' }, 'year') === 2010, 'purchases do not begin in 2010'],
    [valueOf(rows, { id: 'gf-gm-2013-pilot' }, 'year') === 2013, 'the family service centre is not of 2013'],
  ],
  numbers: (rows) => {
    const gdp = (year: number): number => valueOf(rows, { lane_id: 'gdp', year });
    return [
      [Math.round(gdp(2024) / gdp(2007)) === 4, 'the GDP of 2024 is not about four times that of 2007'],
      [gdp(2018) > gdp(2019), 'the GDP printed for 2018 is not above that for 2019'],
    ];
  },
};
const ofLane = (rows: Row[], lane: string): Row[] => rows.filter((row) => row['lane_id'] === lane);
const shown = ({ part }: View['controls']): 'all' | Part =>
  part === 'rules' || part === 'services' || part === 'numbers' ? part : 'all';

/** What is known of Gaoming year by year: numbers, events, rules, and what was not found. */
export const gaomingThroughTime: Chart = {
  id: 'gaoming-through-time',
  topic: 'gaoming',
  title: TITLES.all,
  subtitle: SUBTITLES.all,
  question: { en: 'What is known of Gaoming through time?', zh: '高明历年已知的有哪些？' },
  note: {
    en: 'Dots are not joined: the figures come from different reports, and years between them were not found. The GDP printed for 2018 is higher than that for 2019, although growth is reported for 2019: it must have been revised later, to a figure that was not found. A empty frame says that nothing was found in what could be read, not that there is nothing: the district’s boards of tenders, awards and budgets could not be opened. Rules are drawn whatever their status; a few were repealed, replaced or only drafts. The events are a choice. Grade C is drawn hollow; forecasts and goals are left out.',
    zh: '各点不连线：数字出自不同报告，其间年份未找到。2018 年所载地区生产总值高于 2019 年，而 2019 年报告为增长，可见其后经过修订，修订后的数未找到。空框表示在能够查阅的材料中没有找到，不表示不存在：区里的招标、中标和预算公开页面未能打开。规则不论效力状态均画出，少数已废止、被取代或仅为草案。事件为选列。C 级以空心表示；预测和计划数不画。',
  },
  tables: [
    ['gaoming', 'gaoming'],
    ['facts', 'facts'],
    ['purchases', 'purchases'],
    ['policies', 'policies'],
    ['places', 'places'],
  ],
  controls: [
    {
      id: 'part',
      label: { en: 'Show', zh: '显示' },
      options: [
        { id: 'all', label: { en: 'All', zh: '全部' } },
        { id: 'rules', label: { en: 'Rules', zh: '规则' } },
        { id: 'services', label: { en: 'Services', zh: '服务' } },
        { id: 'numbers', label: { en: 'Numbers', zh: '数字' } },
      ],
    },
  ],
  titleFor: (controls) => TITLES[shown(controls)],
  subtitleFor: (controls) => SUBTITLES[shown(controls)],
  columns: [
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'date', title: { en: 'Date', zh: '日期' } },
    { name: 'lane', title: { en: 'Part', zh: '部分' } },
    { name: 'place', title: { en: 'Place', zh: '地区' } },
    { name: 'what', title: { en: 'What', zh: '内容' } },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select([gaoming, facts, purchases, policies, places], { language, controls }) {
    const name = placeNames(places!, language);
    const part = shown(controls);
    const lanes = LANES.filter((lane) => part === 'all' || lane.part === part);
    const drawn = (row: Row, id: string, date: string, what: string): Row[] => {
      const lane = lanes.find((one) => one.id === id);
      const year = Number(date.slice(0, 4));
      if (!lane || year < FROM || year >= TO) return [];
      const place = name(text(row, 'place'));
      return [
        {
          ...pick(row, ['confidence', 'source_id', 'id']),
          year,
          date,
          lane: lane[language],
          place,
          what,
          lane_id: id,
        },
      ];
    };
    return [
      ...gaoming!
        .filter((row) => row['place'] === PLACE && row['precision'] !== 'forecast')
        // Of numbers that disagree the preferred one, but the first GDP of 2018 belongs to the story.
        .filter((row) => row['preferred'] !== false || row['indicator'] === 'gdp')
        .flatMap((row) =>
          drawn(
            row,
            text(row, 'indicator'),
            text(row, 'year'),
            valued(row, 'value', text(row, 'unit'), language),
          ).map((one) => ({ ...one, value: number(row, 'value'), replaced: row['preferred'] === false })),
        ),
      ...facts!
        .filter((row) => text(row, 'id') in EVENTS)
        .flatMap((row) => drawn(row, 'events', text(row, 'date'), text(row, `fact_${language}`))),
      ...purchases!
        .filter((row) => row['place'] === PLACE && row['precision'] !== 'forecast')
        .flatMap((row) => drawn(row, 'purchases', text(row, 'year'), text(row, `title_${language}`))),
      ...policies!
        .filter((row) => text(row, 'place') in RULERS)
        .flatMap((row) =>
          drawn(row, RULERS[text(row, 'place')]!, text(row, 'date'), text(row, `title_${language}`)),
        )
        // A named rule is the highest of its year, where its name has space.
        .sort((a, b) => Number(text(a, 'id') in NAMED) - Number(text(b, 'id') in NAMED)),
    ].sort((a, b) => number(a, 'year')! - number(b, 'year')! || laneOrder(a) - laneOrder(b));
  },
  holds: (rows, { controls }) => unless(CLAIMS[shown(controls)](rows)),
  plot(rows, view) {
    const part = shown(view.controls);
    const zh = view.language === 'zh';
    const begin = rows.find((row) => row['id'] === 'gf-gm-lian-1');
    const gaps: Record<string, Lane['gap']> = {
      purchases: {
        from: number(begin ?? {}, 'year') ?? 2010,
        to: TO - 0.5,
        words: zh ? '未找到任何一笔金额' : 'not one sum was found',
      },
      'rules-county': { from: FROM, to: TO - 0.5, words: zh ? '未找到' : 'none was found' },
    };
    return timeline(placed(rows), view, {
      lanes: LANES.filter((lane) => part === 'all' || lane.part === part).map((lane) => {
        const gap = rows.some((row) => row['lane_id'] === lane.id) ? undefined : gaps[lane.id];
        return { id: lane.id, kind: lane.kind, name: lane[view.language], ...(gap ? { gap } : {}) };
      }),
      from: FROM,
      to: TO,
      mark: (row) => {
        const above = ['rules-nation', 'rules-province', 'rules-prefecture'].includes(text(row, 'lane_id'));
        const colour = above ? COLOUR.blue : COLOUR.gaoming;
        return { fill: isWeak(row) ? COLOUR.paper : colour, stroke: colour };
      },
      label: (row) => {
        const event = EVENTS[text(row, 'id')];
        return event
          ? `${dateOf(row, view.language)} ${event[view.language]}`
          : (NAMED[text(row, 'id')]?.[view.language] ?? '');
      },
      format: (row) =>
        row['replaced'] && view.width < 700 ? '' : short(number(row, 'value') ?? 0, view.language),
      tip: (row) => {
        const rule = text(row, 'lane_id').startsWith('rules');
        const what = rule && zh ? `《${text(row, 'what')}》` : text(row, 'what').replace(/[.。]$/, '');
        return rowTip(view.language, row, row['value'] === undefined ? 'place' : 'lane', what);
      },
    });
  },
  alt: (rows, language) => {
    const zh = language === 'zh';
    const parts = LANES.filter(({ id }) => rows.some((row) => row['lane_id'] === id)).map((lane) => {
      const own = rows.filter((row) => row['lane_id'] === lane.id);
      const list =
        lane.kind === 'stack'
          ? zh
            ? `${own.length} 件`
            : String(own.length)
          : own
              .map((row) => {
                const event = EVENTS[text(row, 'id')];
                return `${text(row, 'year')} ${event ? event[language] : short(number(row, 'value') ?? 0, language)}`;
              })
              .join(zh ? '、' : ', ');
      return `${lane[language]}${zh ? '：' : ': '}${list}`;
    });
    return `${zh ? '时间线。' : 'A timeline. '}${parts.join(zh ? '；' : '; ')}${zh ? '。' : '.'}`;
  },
};

const laneOrder = (row: Row): number => LANES.findIndex(({ id }) => id === row['lane_id']);

/** The year of a row with its month, where that is known: `2013-07`, `2013 年 7 月`. */
function dateOf(row: Row, language: Language): string {
  const [year, month] = text(row, 'date').split('-');
  if (language === 'zh') return month ? `${year} 年 ${Number(month)} 月` : `${year} 年`;
  return month ? `${year}-${month}` : year!;
}

/** The rows with the side on which their label stands: a replaced value and the next year's stand on two sides. */
const placed = (rows: Row[]): Row[] =>
  rows.map((row) => {
    const named = NAMED[text(row, 'id')];
    if (named) return { ...row, side: named.side };
    if (row['replaced']) return { ...row, side: 'left' };
    const beside = rows.some((other) => other['replaced'] && other['year'] === number(row, 'year')! - 1);
    return row['lane_id'] === 'gdp' && beside ? { ...row, side: 'right' } : row;
  });
