import { divisionAt } from '../names/division.ts';
import { classOfTitle } from '../names/chineseTitle.ts';
import type { Recipe } from './recipe.ts';

/** Below this a price is a rate or a unit price in the column of totals. */
const LEAST = 1000;

/** The county-level units of Yichang: code of GB/T 2260, id in `data/places`, and the short name with which buyers' names begin. */
const COUNTIES: readonly [code: string, place: string, short: string][] = [
  ['420502', 'yichang-xiling', '西陵'],
  ['420503', 'yichang-wujiagang', '伍家岗'],
  ['420504', 'yichang-dianjun', '点军'],
  ['420505', 'yichang-xiaoting', '猇亭'],
  ['420506', 'yichang-yiling', '夷陵'],
  ['420525', 'yichang-yuanan', '远安'],
  ['420526', 'yichang-xingshan', '兴山'],
  ['420527', 'yichang-zigui', '秭归'],
  ['420528', 'yichang-changyang', '长阳'],
  ['420529', 'yichang-wufeng', '五峰'],
  ['420581', 'yichang-yidu', '宜都'],
  ['420582', 'yichang-dangyang', '当阳'],
  ['420583', 'yichang-zhijiang', '枝江'],
];

/** The county-level unit that a buyer's name begins with, by its full name or, as companies write it, the short one; the city where none. */
export function placeOfBuyer(buyer: string): string {
  const code = divisionAt(buyer)?.division.code;
  const name = buyer.replace(/^(?:湖北省?)?(?:宜昌市?)?/, '');
  return COUNTIES.find(([of, , short]) => of === code || name.startsWith(short))?.[1] ?? 'yichang';
}

/**
 * Yichang public resources trading centre, award notices March 2025 – May 2026: nested JSON, from the board of construction tenders. A
 * price is a total in yuan, a rate, or a commitment; only totals are amounts.
 */
export const yichang: Recipe = {
  name: 'yichang',
  title: { en: 'Yichang, award notices', zh: '宜昌市中标结果公告' },
  source: 'pu-s-yichang',
  place: 'yichang',
  currency: 'CNY',
  table: 'contracts/contracts',
  files: /yichang-awards.*\.json$/,
  header: [/^infoid$/, /标段\(包\)名称/],
  columns: [
    { name: 'notice', heading: /^infoid$/ },
    { name: 'lot', heading: /标段\(包\)编号$/ },
    { name: 'title', heading: /标段\(包\)名称$/ },
    { name: 'buyer', heading: /招标人$/ },
    { name: 'supplier', heading: /中标人$/ },
    { name: 'amount', heading: /中标价\(元\)$/, type: 'number', unreadable: 'empty' },
    { name: 'awarded', heading: /^infodate$/, type: 'partial-date' },
  ],
  constants: { procedure: 'open' },
  derive(row, printed) {
    const title = printed['title'] ?? '';
    const buyer = printed['buyer'] ?? '';
    const { category, rule, field } = classOfTitle(title, 'construction');
    return {
      place: placeOfBuyer(buyer),
      amount: typeof row['amount'] === 'number' && row['amount'] >= LEAST ? row['amount'] : null,
      main_procurement_category: category,
      main_procurement_category_rule: rule,
      service_field: field,
    };
  },
  part: ({ awarded }) => `yichang-${String(awarded).slice(0, 4)}`,
  leaveOut: (_, printed) => (printed['title'] === '' ? 'no name' : null),
  repeated: [
    {
      reason: 'same lot number again',
      key: ({ printed }) => printed['lot'] || printed['notice'] || null,
    },
  ],
};
