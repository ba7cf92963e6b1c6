import { classOfTitle } from '../names/chineseTitle.ts';
import type { Recipe } from './recipe.ts';

const MONTH = /^(20\d\d)年(\d{1,2})月/;
const YUAN = 10_000;
/** The page of an intention at the province’s own site. */
const OFFICIAL = /^https?:\/\/www\.ccgp-shandong\.gov\.cn\//;

/**
 * Shandong, procurement intentions of provincial bodies for 2026: workbooks named `.bak`, in two layouts. In the longer one cells are
 * missing and the rest has shifted to the left, so the row is read backwards from its month; header rows of the page were scraped as data.
 */
export const shandong: Recipe = {
  name: 'shandong',
  title: { en: 'Shandong, procurement intentions', zh: '山东省政府采购意向' },
  source: 'pu-s-shandong',
  place: 'shandong',
  currency: 'CNY',
  table: 'notices/intentions',
  files: /shandong-intentions.*\.xlsx(?:\.bak)?$/,
  header: [/^序号$/, /^(?:预计时间|预计采购时间)$/],
  columns: [
    { name: 'buyer', heading: /^(?:客户名称|标题)$/ },
    { name: 'title', heading: /^(?:项目名称|采购项目名称)$/ },
    { name: 'summary', heading: /^采购需求概况$/, optional: true, internal: true },
    {
      name: 'estimate',
      heading: /^(?:金额|预算金额\(万元\))$/,
      type: 'number',
      times: YUAN,
      unreadable: 'empty',
    },
    { name: 'planned', heading: /^(?:预计时间|预计采购时间)$/, type: 'partial-date', unreadable: 'empty' },
    { name: 'link', heading: /^link$/i, optional: true, internal: true },
  ],
  derive(_, printed) {
    const { category, rule, field } = classOfTitle(printed['title'] ?? '', 'general', printed['summary']);
    return {
      url: OFFICIAL.test(printed['link'] ?? '') ? printed['link']! : null,
      main_procurement_category: category,
      main_procurement_category_rule: rule,
      service_field: field,
    };
  },
  part: ({ planned }) => `shandong-${String(planned).slice(0, 4)}`,
  repair(cells, headings) {
    if (!headings.includes('地区')) return null;
    const at = cells.findIndex((cell) => MONTH.test(cell));
    const home = headings.indexOf('预计采购时间');
    const title = headings.indexOf('采购项目名称');
    const purchaser = headings.indexOf('标题');
    if (at < 4) return null;
    const right = [...cells];
    right[purchaser] = cells[purchaser]!.split(/20\d\d年/)[0]!;
    // Before the month come, in reverse order: reserved for small firms, amount, summary, name.
    right[title] = cells[at - 4]!;
    right[title + 1] = cells[at - 3]!;
    right[title + 2] = cells[at - 2]!;
    right[home] = cells[at]!;
    right[headings.indexOf('Link')] = cells.find((cell) => OFFICIAL.test(cell)) ?? '';
    return right.join('\u001f') === cells.join('\u001f') ? null : right;
  },
  leaveOut(row, printed) {
    const texts = Object.values(printed);
    if (texts.some((text) => text === '采购需求概况' || text === '拟面向中小企业预留'))
      return 'header row repeated as data';
    if (row['planned'] === null) return 'no month: shifted row without an amount';
    return row['estimate'] === null ? 'amount not a number' : null;
  },
  repeated: [
    {
      reason: 'same intention again',
      key: ({ row, printed }) => [printed['title'], printed['estimate'], row['planned']].join('|'),
    },
  ],
};
