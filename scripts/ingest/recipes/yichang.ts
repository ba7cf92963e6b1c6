import type { Recipe } from './recipe.ts';

/** Below this a price is a rate or a unit price in the column of totals. */
const LEAST = 1000;

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
  files: /yichang-awards.*\.json$/,
  header: [/^infoid$/, /标段\(包\)名称/],
  columns: [
    { name: 'notice', heading: /^infoid$/ },
    { name: 'lot', heading: /标段\(包\)编号$/ },
    { name: 'title', heading: /标段\(包\)名称$/ },
    { name: 'purchaser', heading: /招标人$/ },
    { name: 'provider', heading: /中标人$/ },
    { name: 'amount', heading: /中标价\(元\)$/, type: 'number', unreadable: 'empty' },
    { name: 'promise', heading: /中标价\(报价承诺\)$/, optional: true },
    { name: 'rate', heading: /中标价\(%\)$/, optional: true },
    { name: 'date', heading: /^infodate$/, type: 'partial-date' },
  ],
  constants: { instrument: 'contract', method: 'open-tender', coverage: 'contract' },
  derive(row) {
    const amount = typeof row['amount'] === 'number' && row['amount'] >= LEAST ? row['amount'] : null;
    return {
      month: String(row['date'] ?? '').slice(0, 7) || null,
      price_form: amount === null ? 'rate or promise, no sum' : 'price in yuan',
      amount,
    };
  },
  leaveOut: (_, printed) => (printed['title'] === '' ? 'no name' : null),
  repeated: [
    {
      reason: 'same lot number again',
      key: ({ printed }) => printed['lot'] || printed['notice'] || null,
    },
  ],
};
