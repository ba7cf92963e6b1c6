import { isLater, reports, termColumns, termOf } from './philadelphiaReports.ts';
import type { Recipe } from './recipe.ts';

/** The same reports, a row per contract term and quarter: the states of a term, which must not be added. */
export const philadelphiaStates: Recipe = {
  ...reports,
  name: 'philadelphia-states',
  title: { en: 'City of Philadelphia, contracts by quarter', zh: '费城合同各季状态' },
  table: 'contracts/contract_states',
  columns: termColumns,
  derive: (row, printed) => ({ contract_id: termOf(row, printed) }),
  part: (row) => `philadelphia-states-${String(row['fiscal_year'])}`,
  repeated: [
    {
      reason: 'second row of a contract term in one quarter',
      key: ({ row }) => [row['fiscal_year'], row['quarter'], row['contract_id']].join('|'),
      better: isLater,
    },
  ],
};
