import type { Row } from '../../../src/model/row.ts';
import type { Candidate } from './duplicates.ts';
import type { Recipe } from './recipe.ts';

/** A contract term: the number of the contract with the day of its start, or the number of the item where that is missing. */
export const termOf = (row: Row, printed: Record<string, string>): string =>
  `philadelphia-${printed['contract']}-${String(row['start'] ?? printed['item'])}`
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-');

/** The order of the rows of one term: quarter, then number of the item, then amount. */
const order = ({ printed, row }: Candidate): number[] => [
  Number(row['fiscal_year']),
  Number(String(row['quarter']).slice(1)),
  /^\d+$/.test(printed['item'] ?? '') ? Number(printed['item']) : 0,
  Number(row['amount'] ?? 0),
];

/** Whether a row is as late as another of its term, or later. */
export function isLater(later: Candidate, earlier: Candidate): boolean {
  const [a, b] = [order(later), order(earlier)];
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 || a[at]! > b[at]!;
}

/** What the recipes of the reports have in common. */
export const reports = {
  title: { en: 'City of Philadelphia, professional services contracts', zh: '费城专业服务合同' },
  source: 'pu-s-philadelphia',
  place: 'us-philadelphia',
  currency: 'USD',
  files: /professional-services.*FY-\d{4}-Q\d\.csv$/,
  header: [/^original_contract_id$/i, /^vendor$/i],
  stem: (file) => /FY-(\d{4}-Q\d)/.exec(file)![1]!,
  fromFile(file) {
    const [, year, quarter] = /FY-(\d{4})-(Q\d)/.exec(file)!;
    return { fiscal_year: Number(year), quarter: quarter! };
  },
  repair(cells, headings) {
    // One row has an extra empty cell before its description, which shifts all cells after it.
    const surplus = cells.length === headings.length + 1 && cells[5] === '' && cells.at(-1) !== '';
    return surplus ? cells.toSpliced(5, 1) : null;
  },
} satisfies Partial<Recipe>;

/** The columns of a term that both read. */
export const termColumns = [
  { name: 'contract', heading: /^original_contract_id$/i },
  { name: 'item', heading: /^current_item_id$/i },
  { name: 'start', heading: /^start_dt$/i, type: 'partial-date', unreadable: 'empty' },
  { name: 'amount', heading: /^(?:amt|contract_amount)$/i, type: 'number', unreadable: 'empty' },
  { name: 'paid', heading: /^tot_payments$/i, type: 'number', unreadable: 'empty' },
] satisfies Recipe['columns'];
