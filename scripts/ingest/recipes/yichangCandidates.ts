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
/** The price of a line that has none. */
const NO_PRICE = '未提供';
/** The longest printed price that is kept: promises run to pages. */
const LONGEST = 80;

interface Line {
  bidder: string;
  price: string;
}

/**
 * The lines of a notice that are candidates. Where candidates have a price, lines without one are something else: earlier projects and clients of
 * the candidates, members of their consortia, and bidders that were rejected.
 */
function candidatesOf(lines: readonly Line[]): Line[] {
  const firms = lines.filter(({ bidder }) => !REPORT.test(bidder));
  const priced = firms.filter(({ price }) => price.trim() !== NO_PRICE);
  return priced.length > 0 ? priced : firms;
}

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
    const bidders: Line[] = [];
    for (const [at, heading] of headings.entries()) {
      const [, rank, part] = CANDIDATE.exec(heading) ?? [];
      if (rank === undefined || (cells[at] ?? '') === '') continue;
      (bidders[Number(rank)] ??= { bidder: '', price: '' })[part as 'bidder' | 'price'] = cells[at]!;
    }
    const notice = NOTICE.map((name) => cells[headings.indexOf(name)] ?? '');
    const named = bidders.filter((one) => one?.bidder !== '' && one !== undefined);
    const candidates = candidatesOf(named);
    return named.map((one) => {
      const rank = candidates.indexOf(one) + 1;
      const of = rank === 0 ? 0 : candidates.length;
      return [...notice, String(rank), String(of), one.bidder, one.price];
    });
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
  leaveOut(row, printed) {
    if (printed['title'] === '') return 'no name';
    if (REPORT.test(printed['supplier'] ?? '')) return 'a report in place of a candidate';
    return row['rank'] === 0 ? 'a line without a price beside candidates with one' : null;
  },
};
