import { text } from '../../../src/model/row.ts';
import { projectTitle } from '../table/project.ts';
import type { Recipe } from './recipe.ts';

/** Stages as the sites name them → our codes. */
const KINDS: Record<string, string> = {
  招标: 'tender',
  竞谈: 'competitive talks',
  询价: 'price inquiry',
  竞价: 'online price contest',
  邀标: 'invited tender',
  单一: 'single source',
  成交: 'award',
  中标: 'award',
  合同: 'contract',
  变更: 'change',
  结果变更: 'change',
  废标: 'failed',
  流标: 'failed',
  预告: 'advance notice',
  需求公示: 'needs published',
  论证意见: 'expert opinion',
  验收: 'acceptance',
  其它: 'other',
};
const METHODS: Record<string, string> = {
  tender: 'open-tender',
  'competitive talks': 'competitive-consultation',
  'single source': 'single-source',
};
const OUTCOMES = new Set(['award', 'contract']);
/** Stages at which the purchase has no amount yet, or no longer. */
const NO_SUM = new Set([
  'change',
  'failed',
  'advance notice',
  'needs published',
  'expert opinion',
  'acceptance',
  'other',
  'not given',
]);
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
  files: /china-notices.*\.json$/,
  header: [/^id$/, /^publishTime$/],
  columns: [
    { name: 'notice', heading: /^id$/, internal: true },
    { name: 'title', heading: /^title$/ },
    { name: 'purchaser', heading: /^buyer$/, optional: true },
    { name: 'province', heading: /^area$/ },
    { name: 'buyer_class', heading: /^buyerClass$/, optional: true },
    { name: 'subtype', heading: /^subtype$/, optional: true, internal: true },
    { name: 'date', heading: /^publishTime$/, type: 'partial-date', utcOffset: CHINA_TIME },
    { name: 'provider', heading: /^winner$/, optional: true },
    { name: 'budget', heading: /^budget$/, type: 'number', unreadable: 'empty', optional: true },
    { name: 'bid', heading: /^bidAmount$/, type: 'number', unreadable: 'empty', optional: true },
  ],
  constants: { instrument: 'unknown', coverage: 'unknown' },
  derive(row, printed) {
    const kind = KINDS[printed['subtype'] ?? ''] ?? 'not given';
    const amount = NO_SUM.has(kind) ? null : OUTCOMES.has(kind) ? row['bid'] : row['budget'];
    return {
      notice_kind: kind,
      method: METHODS[kind] ?? 'unknown',
      amount: typeof amount === 'number' && amount > 0 ? amount : null,
    };
  },
  project(row) {
    const title = projectTitle(text(row, 'title'));
    return title === null ? null : `${title}|${text(row, 'purchaser')}`;
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
        [printed['title']?.replace(/\s+/g, ''), printed['purchaser'] ?? '', row['date']].join('|'),
    },
  ],
  leaveOut: (_, printed) => (printed['buyer_class'] === '军队' ? 'armed forces, left out' : null),
};
