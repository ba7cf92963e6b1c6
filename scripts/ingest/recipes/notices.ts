import { text, type Row } from '../../../src/model/row.ts';
import { CommandError } from '../../lib/fault.ts';
import { classOfTitle } from '../names/chineseTitle.ts';
import { divisionAt } from '../names/division.ts';
import { projectTitle } from '../table/project.ts';
import type { Recipe } from './recipe.ts';

/** Stages as the sites name them → our codes. */
const STAGES: Record<string, string> = {
  招标: 'tender',
  竞谈: 'competitive-talks',
  询价: 'price-inquiry',
  竞价: 'online-price-contest',
  邀标: 'invited-tender',
  单一: 'single-source',
  成交: 'award',
  中标: 'award',
  合同: 'contract',
  变更: 'change',
  结果变更: 'change',
  废标: 'failed',
  流标: 'failed',
  预告: 'advance-notice',
  需求公示: 'needs-published',
  论证意见: 'expert-opinion',
  验收: 'acceptance',
  其它: 'other',
};
/**
 * Methods of OCDS. Talks, which here are negotiation and consultation in one, and contests of price online do not say who may take part; the other
 * stages do not say the method.
 */
const METHODS: Record<string, string> = {
  tender: 'open',
  'invited-tender': 'selective',
  'price-inquiry': 'limited',
  'single-source': 'direct',
};
const OUTCOMES = new Set(['award', 'contract']);
/** Provinces as printed → ids in `data/places`; 全国 is China. */
const PROVINCES: Record<string, string> = {
  全国: 'cn',
  北京: 'beijing',
  天津: 'tianjin',
  河北: 'hebei',
  山西: 'shanxi',
  内蒙古: 'inner-mongolia',
  辽宁: 'liaoning',
  吉林: 'jilin',
  黑龙江: 'heilongjiang',
  上海: 'shanghai',
  江苏: 'jiangsu',
  浙江: 'zhejiang',
  安徽: 'anhui',
  福建: 'fujian',
  江西: 'jiangxi',
  山东: 'shandong',
  河南: 'henan',
  湖北: 'hubei',
  湖南: 'hunan',
  广东: 'guangdong',
  广西: 'guangxi',
  海南: 'hainan',
  重庆: 'chongqing',
  四川: 'sichuan',
  贵州: 'guizhou',
  云南: 'yunnan',
  西藏: 'tibet',
  陕西: 'shaanxi',
  甘肃: 'gansu',
  青海: 'qinghai',
  宁夏: 'ningxia',
  新疆: 'xinjiang',
};
/** Words of the notice that the collection took for a winner. */
const NO_NAME = /^(?:资格性审查|股份|系中华人民共和国合)$|网站/;
/** Numbers of purchases of the armed forces, 2024-JQ05-W1381, whose buyer is “某单位” (a unit), and names of theirs. */
const ARMED_NUMBER = /20\d\d-J[A-Z]+\d*(?:[（(]\d+[）)])?-[A-Z]\d{4}/;
const ARMED_NAME = /^某单位$|解放军|陆军|(?<!上)海军|空军|战区|武警/;
/** Names of hospitals, universities, agents and companies, whose words say nothing of what is bought. */
const NAMES = [
  /[一-龥]{2,12}(?:医院|卫生院|大学|学院)/g,
  /[[【（(][^\]】）)]*(?:招标|咨询|管理|代理)[^\]】）)]*公司[\]】）)]/g,
  /[一-龥]{2,20}(?:有限责任公司|有限公司|股份公司)/g,
];
const CHINA_TIME = 8 * 60;

/**
 * Chinese procurement notices 2020–2025, mostly of hospitals, from an aggregator: nested JSON with seconds since 1970, sparse keys,
 * contacts of buyers and winners (dropped). A project passes through several notices; their sums must not be added.
 */
export const notices: Recipe = {
  name: 'notices',
  title: { en: 'Chinese procurement notices', zh: '政府采购公告' },
  source: 'pu-s-china-notices',
  place: 'cn',
  currency: 'CNY',
  table: 'notices/notices',
  files: /china-notices.*\.json$/,
  header: [/^id$/, /^publishTime$/],
  columns: [
    { name: 'notice', heading: /^id$/, internal: true },
    { name: 'title', heading: /^title$/ },
    { name: 'buyer', heading: /^buyer$/, optional: true },
    { name: 'buyer_class', heading: /^buyerClass$/, optional: true },
    { name: 'agency', heading: /^agency$/, optional: true, internal: true },
    { name: 'province', heading: /^area$/, internal: true },
    { name: 'city', heading: /^city$/, optional: true },
    { name: 'district', heading: /^district$/, optional: true },
    { name: 'category_printed', heading: /^industry$/, optional: true },
    { name: 'stage_printed', heading: /^subtype$/, optional: true },
    { name: 'date', heading: /^publishTime$/, type: 'partial-date', utcOffset: CHINA_TIME },
    { name: 'site', heading: /^site$/ },
    { name: 'supplier', heading: /^winner$/, optional: true },
    { name: 'estimate', heading: /^budget$/, type: 'number', unreadable: 'empty', optional: true },
    { name: 'amount', heading: /^bidAmount$/, type: 'number', unreadable: 'empty', optional: true },
  ],
  derive(row, printed) {
    const stage = STAGES[printed['stage_printed'] ?? ''] ?? 'not-given';
    const { category, rule, field } = classOfTitle(subjectOf(printed), 'general');
    const place = PROVINCES[(printed['province'] ?? '').replace('省', '')];
    if (place === undefined)
      throw new CommandError(
        `notices: "${printed['province']}" in the column area is not a province (one of ${Object.keys(PROVINCES).join(', ')})`,
      );
    return {
      place,
      supplier: NO_NAME.test(printed['supplier'] ?? '') ? null : (printed['supplier'] ?? null),
      division_code:
        divisionAt(`${printed['city'] ?? ''}${printed['district'] ?? ''}`)?.division.code ?? null,
      stage,
      procedure: METHODS[stage] ?? 'unknown',
      estimate: above(row['estimate']),
      amount: OUTCOMES.has(stage) ? above(row['amount']) : null,
      main_procurement_category: category,
      main_procurement_category_rule: rule,
      service_field: field,
    };
  },
  part: ({ date }) => `notices-${String(date).slice(0, 4)}`,
  project(row) {
    const title = projectTitle(text(row, 'title'));
    return title === null ? null : `${title}|${text(row, 'buyer')}`;
  },
  repeated: [
    {
      reason: 'same id again',
      key: ({ printed }) => printed['notice'] ?? null,
      better: (later, earlier) => later.filled > earlier.filled,
    },
    {
      reason: 'same title, buyer and day',
      key: ({ row, printed }) =>
        [printed['title']?.replace(/\s+/g, ''), printed['buyer'] ?? '', row['date']].join('|'),
    },
  ],
  leaveOut: (_, printed) => (isArmedForces(printed) ? 'armed forces, left out' : null),
};

const above = (amount: Row[string] | undefined): number | null =>
  typeof amount === 'number' && amount > 0 ? amount : null;

/** The title without the names of buyer, agent and others, which say nothing of what is bought; the title itself where nothing is left. */
function subjectOf(printed: Record<string, string>): string {
  const title = (printed['title'] ?? '').replace(/\s+/g, '');
  let rest = title;
  for (const name of [printed['buyer'], printed['agency']]) if (name) rest = rest.replaceAll(name, '');
  for (const names of NAMES) rest = rest.replace(names, '');
  return rest || title;
}

const isArmedForces = (printed: Record<string, string>): boolean =>
  printed['buyer_class'] === '军队' ||
  ARMED_NUMBER.test(printed['title'] ?? '') ||
  ['buyer', 'site'].some((name) => ARMED_NAME.test(printed[name] ?? ''));
