/** Over 250 lines: it lists every code of the practice in two languages. */
import type { Bilingual } from '../../model/language.ts';

/** The words of a code, and shorter ones where they do not fit a cell. */
interface CodeWords extends Bilingual {
  short?: Bilingual;
}

/** A group of codes that one colour and one number stand for, with the words of its codes that fit a cell. */
interface CodeGroup extends Bilingual {
  codes: Record<string, CodeWords>;
}

/** A dimension of `practice.dimension` with the groups of its codes, at most as many as there are colours. */
export interface PracticeDimension extends Bilingual {
  id: string;
  groups: readonly CodeGroup[];
}

const both = (en: string, zh: string): Bilingual => ({ en, zh });

/** The dimensions of the dataset `practice`, with each of their codes in one group. */
export const DIMENSIONS: readonly PracticeDimension[] = [
  {
    id: 'legal-basis',
    ...both('Legal basis', '法律依据'),
    groups: [
      {
        ...both('National', '国家层面'),
        codes: {
          'national-law': both('National law', '国家法律'),
          'national-rule': both('National rule', '国家规定'),
        },
      },
      { ...both('Its own', '本地'), codes: { 'local-rule': both('Its own rule', '本地规定') } },
      { ...both('A level above', '上级'), codes: { 'higher-rule': both('Rule from above', '上级规定') } },
      {
        ...both('None of its own', '没有本地规定'),
        codes: { 'none-found': both('No own rule', '无本地规定') },
      },
    ],
  },
  {
    id: 'what',
    ...both('What', '买什么'),
    groups: [
      {
        ...both('Families and social work', '家庭与社工'),
        codes: {
          'family-services': both('Family services', '家庭服务'),
          'social-work': both('Social work', '社会工作'),
          'community-services': both('Community services', '社区服务'),
          'children-and-youth': both('Children, youth', '儿童青少年'),
        },
      },
      {
        ...both('Care', '照护'),
        codes: {
          'elder-care': both('Elder care', '养老服务'),
          'home-help': both('Home help', '家务帮助'),
          'health-and-social': both('Health, social care', '卫生社会'),
        },
      },
      {
        ...both('Many services', '多种服务'),
        codes: {
          'wide-range': both('Wide range', '多种服务'),
          'welfare-services': both('Welfare services', '福利服务'),
          'social-services': both('Social services', '社会服务'),
        },
      },
      {
        ...both('Other services', '其他服务'),
        codes: {
          transport: both('Buses', '公交服务'),
          'public-facilities': both('Public facilities', '公共设施'),
          employment: both('Job services', '就业服务'),
        },
      },
    ],
  },
  {
    id: 'from-whom',
    ...both('From whom', '向谁买'),
    groups: [
      {
        ...both('Non-profits', '非营利'),
        codes: {
          'social-organisations': {
            ...both('Social organisations', '社会组织'),
            short: both('Social orgs', '社会组织'),
          },
          nonprofits: both('Non-profits', '非营利机构'),
        },
      },
      { ...both('Firms', '企业'), codes: { firms: both('Firms', '企业') } },
      {
        ...both('Both', '两者并存'),
        codes: { 'mixed-providers': both('Non-profits and firms', '两者并存') },
      },
      {
        ...both('Close to government', '政府相关'),
        codes: {
          'government-founded': both('Founded by government', '政府推动'),
          'in-house-and-contract': both('Own staff too', '自办与外包'),
        },
      },
    ],
  },
  {
    id: 'how',
    ...both('How', '怎么买'),
    groups: [
      {
        ...both('In competition', '竞争'),
        codes: {
          'open-tender': both('Open tender', '公开招标'),
          competition: both('Bids compete', '竞争性分配'),
          'joint-tender': both('Joint tender', '联合招标'),
          venture: both('Venture round', '公益创投'),
        },
      },
      {
        ...both('By agreement', '协议'),
        codes: {
          negotiated: both('Negotiated', '协商选定'),
          'no-tender': both('No tender', '协议不招标'),
          entrustment: both('Entrusted', '委托运营'),
          designation: both('Designated', '议会指定'),
          'regulated-contract': both('Regulated contract', '规制合同'),
          grants: both('Grants', '补助'),
        },
      },
      {
        ...both('Users or deputies choose', '使用者或代表选择'),
        codes: {
          'free-choice': both('Users choose', '使用者选择'),
          'residents-order': both('Residents order', '居民点单'),
          vote: both('Deputies vote', '代表票决'),
        },
      },
      {
        ...both('By project, post or centre', '项目岗位中心'),
        codes: {
          projects: both('By projects', '项目购买'),
          posts: both('By posts', '岗位购买'),
          centres: both('By centres', '服务中心'),
          fair: both('At a fair', '供需洽谈会'),
        },
      },
      {
        ...both('Public bodies', '政府供给'),
        codes: {
          insourcing: both('Taken in house', '收回自办'),
          'other-governments': {
            ...both('Other governments', '向其他政府买'),
            short: both('Other public bodies', '其他政府'),
          },
          'mixed-delivery': both('Own staff too', '混合供给'),
        },
      },
    ],
  },
  {
    id: 'money',
    ...both('Money', '资金'),
    groups: [
      {
        ...both('Budget', '预算'),
        codes: {
          'own-budget': both('Own budget', '本级预算'),
          'town-budget': both('Town budgets', '镇街预算'),
          'dedicated-fund': both('Dedicated fund', '专项资金'),
          'community-fund': both('Sum per community', '社区经费'),
        },
      },
      {
        ...both('Other money too', '另有来源'),
        codes: {
          'private-funds': both('Private money', '民间资金'),
          lottery: both('Lottery', '福彩公益金'),
          insurance: both('Insurance', '社会保险'),
          'grants-and-fees': both('Grants and fees', '补助与收费'),
          'shared-between-municipalities': both('Shared costs', '市镇共担'),
        },
      },
      {
        ...both('Cost, price, result', '成本价格绩效'),
        codes: {
          'cost-based': both('By audited cost', '核定成本'),
          'flat-rate': both('One flat price', '统一价格'),
          'pay-by-result': both('By result', '按绩效付'),
          'full-cost-rule': both('Overhead paid', '付间接费'),
        },
      },
      {
        ...both('Grants and terms', '资助与付款'),
        codes: {
          'lump-sum': both('Lump sum', '整笔拨款'),
          'contracts-for-grants': both('Contracts, not grants', '合同代补助'),
          advance: both('Advance', '开工预付'),
          'part-funding': both('Part of cost', '只付部分成本'),
          'longer-funding': both('Longer terms', '延长资助'),
        },
      },
    ],
  },
  {
    id: 'evaluation',
    ...both('Evaluation', '评估'),
    groups: [
      {
        ...both('The purchaser', '购买方'),
        codes: { 'purchaser-review': both('By purchaser', '购买方检查') },
      },
      {
        ...both('Others', '他方'),
        codes: {
          'third-party': both('Third party', '第三方评估'),
          'expert-review': both('Expert panel', '专家评审'),
          inspectorate: both('Inspectors', '审计督察'),
          'national-evaluation': both('National evaluation', '全国评估'),
        },
      },
      {
        ...both('Users', '使用者'),
        codes: {
          'user-voice': both('Users judge', '使用者评判'),
          'needs-survey': both('Needs survey', '需求调查'),
        },
      },
      { ...both('Published', '公开'), codes: { published: both('Published', '结果公开') } },
      { ...both('Weak', '薄弱'), codes: { 'weak-evaluation': both('Weak', '评估薄弱') } },
    ],
  },
  {
    id: 'problem',
    ...both('Problem', '问题'),
    groups: [
      {
        ...both('Rules, purchaser', '制度与购买方'),
        codes: {
          'weak-legal-basis': both('Weak legal basis', '制度不足'),
          'unclear-scope': both('Unclear scope', '边界不清'),
          uncoordinated: both('No joint planning', '缺乏统筹'),
          'heavy-procedure': both('Heavy procedure', '程序繁琐'),
          'weak-buyer': both('Weak buyer', '购买方弱'),
        },
      },
      {
        ...both('Providers', '承接方'),
        codes: {
          'few-providers': both('Few providers', '承接方少'),
          'provider-failure': both('Providers fail', '承接方退出'),
          concentration: both('Fewer, larger', '趋于集中'),
          dependence: { ...both('Dependence', '依附'), short: both('Dependent', '依附') },
          'uneven-supply': both('Uneven supply', '供给不均'),
        },
      },
      {
        ...both('Money and term', '资金与期限'),
        codes: {
          'little-money': both('Little money', '资金不足'),
          'late-payment': both('Late payment', '付款拖延'),
          'short-contracts': both('Short contracts', '合同期短'),
        },
      },
      {
        ...both('Choice and review', '选择与评估'),
        codes: {
          'competition-in-name': both('Competes in name', '竞争形式化'),
          'weak-evaluation': both('Weak review', '评估薄弱'),
          'no-needs-survey': both('Needs not asked', '未问需求'),
        },
      },
      { ...both('Staff', '人员'), codes: { 'staff-turnover': both('Staff leave', '人员流失') } },
    ],
  },
  {
    id: 'result',
    ...both('Result', '结果'),
    groups: [
      {
        ...both('More services', '服务增多'),
        codes: {
          'wider-coverage': both('Wider coverage', '覆盖扩大'),
          'grown-sector': both('Sector grew', '行业成长'),
          spread: both('Spread', '获推广'),
          'backlog-cleared': both('Backlog cleared', '清理积压'),
          'longer-terms': both('Longer terms', '期限延长'),
        },
      },
      {
        ...both('Savings, market', '节支与竞争'),
        codes: {
          savings: both('Savings', '节约开支'),
          'more-private': both('More private', '民营增多'),
          'more-competition': both('More bidders', '竞争增强'),
        },
      },
      {
        ...both('Mixed or as before', '不一或照旧'),
        codes: {
          'mixed-result': both('Mixed', '效果不一'),
          'kept-system': both('System kept', '保留改良'),
        },
      },
      {
        ...both('Back or less', '收回或减弱'),
        codes: {
          'taken-back': both('Taken back', '收回自办'),
          'less-competition': both('Less competition', '竞争减弱'),
        },
      },
    ],
  },
];

/** The number of a code's group within its dimension, from 0, and the words of both. @throws Error for a code without a group */
export function codeGroup(
  dimension: PracticeDimension,
  code: string,
): { at: number; group: Bilingual; words: CodeWords } {
  const at = dimension.groups.findIndex(({ codes }) => Object.hasOwn(codes, code));
  const group = dimension.groups[at];
  if (!group)
    throw new Error(
      `src/charts/forms/practiceCodes.ts has no group for the code "${code}" of the dimension "${dimension.id}" of data/practice; add it to one`,
    );
  return { at, group, words: group.codes[code]! };
}
