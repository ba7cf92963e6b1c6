import type { Recipe } from './recipe.ts';
import type { Candidate } from './duplicates.ts';

const PROFIT: Record<string, string> = {
  'For Profit': 'for profit',
  'Non Profit': 'non-profit',
  '': 'not given',
};

const order = ({ printed, row }: Candidate): [number, number] => [
  /^\d+$/.test(printed['item'] ?? '') ? Number(printed['item']) : 0,
  Number(row['amount'] ?? 0),
];

/**
 * City of Philadelphia, professional services contracts, a report per quarter, fiscal years 2013 Q4 – 2020 Q4. A report lists the contracts
 * active in its quarter: a contract term (contract and start date) is in many reports, and rows of different quarters must not be added.
 */
export const philadelphia: Recipe = {
  name: 'philadelphia',
  title: { en: 'City of Philadelphia, professional services contracts', zh: '费城专业服务合同' },
  source: 'pu-s-philadelphia',
  place: 'us-philadelphia',
  currency: 'USD',
  files: /professional-services.*FY-\d{4}-Q\d\.csv$/,
  header: [/^original_contract_id$/i, /^vendor$/i],
  columns: [
    { name: 'contract', heading: /^original_contract_id$/i },
    { name: 'item', heading: /^current_item_id$/i },
    { name: 'department', heading: /^department_name$/i },
    { name: 'provider', heading: /^vendor$/i },
    { name: 'kind_of_service', heading: /^contract_structure_type$/i },
    { name: 'title', heading: /^short[ _]desc$/i },
    { name: 'date', heading: /^start_dt$/i, type: 'partial-date', unreadable: 'empty' },
    { name: 'end_date', heading: /^end_dt$/i, type: 'partial-date', unreadable: 'empty' },
    { name: 'amount', heading: /^(?:amt|contract_amount)$/i, type: 'number', unreadable: 'empty' },
    { name: 'paid_to_date', heading: /^tot_payments$/i, type: 'number', unreadable: 'empty' },
    { name: 'adv_or_exempt', heading: /^adv_or_exempt$/i, optional: true },
    { name: 'profit_printed', heading: /^profit_status$/i, optional: true, internal: true },
  ],
  constants: {
    purchaser: 'City of Philadelphia',
    instrument: 'contract',
    method: 'unknown',
    coverage: 'contract',
  },
  fromFile(file) {
    const [, year, quarter] = /FY-(\d{4})-(Q\d)/.exec(file)!;
    return { fiscal_year: Number(year), quarter: quarter! };
  },
  repair(cells, headings) {
    // One row has an extra empty cell before its description, which shifts all cells after it.
    const surplus = cells.length === headings.length + 1 && cells[5] === '' && cells.at(-1) !== '';
    return surplus ? cells.toSpliced(5, 1) : null;
  },
  derive(row, printed) {
    const status = PROFIT[printed['profit_printed'] ?? ''] ?? 'unknown';
    // The city's own statement overrides the kind read from the name.
    const kind = status === 'for profit' ? 'for-profit' : status === 'non-profit' ? 'nonprofit' : null;
    return {
      profit_status: status,
      period: row['date'] && row['end_date'] ? `${row['date']}/${row['end_date']}` : null,
      ...(kind === null ? {} : { provider_kind: kind, provider_kind_rule: 'profit-status-printed' }),
    };
  },
  repeated: [
    {
      reason: 'second row of a contract term in one quarter',
      key: ({ row, printed }) =>
        [row['fiscal_year'], row['quarter'], printed['contract'], row['date'] ?? printed['item']].join('|'),
      better(later, earlier) {
        const [a, b] = [order(later), order(earlier)];
        return a[0] > b[0] || (a[0] === b[0] && a[1] >= b[1]);
      },
    },
  ],
};
