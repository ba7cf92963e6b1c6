import type { Recipe } from './recipe.ts';

const NOTICE = ['infoid', 'parsed_data.project_name', 'raw_data.infodate'];
/** What a notice becomes: a row a candidate, under these headings. */
const HEADINGS = [...NOTICE, 'rank', 'candidates', 'bidder', 'price'];
/** `parsed_data.bidders_and_prices.2.bidder` */
const CANDIDATE = /^parsed_data\.bidders_and_prices\.(\d+)\.(bidder|price)$/;
/** Below this a price is a rate or a unit price. */
const LEAST = 1000;
/** A cell with the report of the evaluation, which names its members, in place of a candidate's name. */
const REPORT = /[：:。；]|评审|评标|.{90}/;
/** The longest printed price that is kept: promises run to pages. */
const LONGEST = 80;

/**
 * Yichang public resources trading centre, notices of candidates, March 2025 – May 2026: nested JSON, a notice a lot, with the candidates in the order
 * of the notice (three, seldom more; where the buyer chooses among them, they are not ranked) and the price of each as text: yuan, a reduction in per cent, or a promise.
 */
export const yichangCandidates: Recipe = {
  name: 'yichang-candidates',
  title: { en: 'Yichang, candidates for awards', zh: '宜昌市中标候选人公示' },
  source: 'pu-s-yichang-candidates',
  place: 'yichang',
  currency: 'CNY',
  table: 'contracts/candidates',
  files: /yichang-candidates.*\.json/,
  header: [/^infoid$/, /project_name$/],
  columns: [
    { name: 'title', heading: /project_name$/ },
    { name: 'announced', heading: /infodate$/, type: 'partial-date' },
    { name: 'rank', heading: /^rank$/, type: 'integer' },
    { name: 'candidates', heading: /^candidates$/, type: 'integer' },
    { name: 'supplier', heading: /^bidder$/ },
    { name: 'amount', heading: /^price$/, type: 'number', unreadable: 'empty' },
  ],
  stem: () => 'notices',
  split(cells, headings) {
    if (cells === headings) return [HEADINGS];
    const bidders: { bidder: string; price: string }[] = [];
    for (const [at, heading] of headings.entries()) {
      const [, rank, part] = CANDIDATE.exec(heading) ?? [];
      if (rank === undefined || (cells[at] ?? '') === '') continue;
      (bidders[Number(rank)] ??= { bidder: '', price: '' })[part as 'bidder' | 'price'] = cells[at]!;
    }
    const notice = NOTICE.map((name) => cells[headings.indexOf(name)] ?? '');
    const named = bidders.filter((one) => one?.bidder !== '');
    return named.map(({ bidder, price }, at) => [
      ...notice,
      String(at + 1),
      String(named.length),
      bidder,
      price,
    ]);
  },
  derive(row, printed) {
    const price = (printed['amount'] ?? '').replace(/\s+/g, ' ').trim();
    const isSum = typeof row['amount'] === 'number' && row['amount'] >= LEAST && !/[%％]/.test(price);
    return {
      amount: isSum ? row['amount']! : null,
      price_printed: isSum || price === '' ? null : price.slice(0, LONGEST).trimEnd(),
    };
  },
  part: ({ announced }) => `yichang-candidates-${String(announced).slice(0, 4)}`,
  leaveOut(_, printed) {
    if (printed['title'] === '') return 'no name';
    return REPORT.test(printed['supplier'] ?? '') ? 'a report in place of a candidate' : null;
  },
};
