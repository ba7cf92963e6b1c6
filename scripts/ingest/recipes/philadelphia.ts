import type { Row } from '../../../src/model/row.ts';
import { privatePayee } from '../names/privatePayee.ts';
import { serviceFieldOf } from '../names/serviceField.ts';
import { isLater, reports, termColumns, termOf } from './philadelphiaReports.ts';
import type { Recipe } from './recipe.ts';

/** The city's own statement of a vendor's profit status, which overrides the kind read from the name; it is printed from fiscal 2015 on. Persons have either. */
const PROFIT: Record<string, Row> = {
  'For Profit': { stated_kind: 'for-profit', stated_kind_rule: 'profit-status-printed' },
  'Non Profit': { stated_kind: 'nonprofit', stated_kind_rule: 'profit-status-printed' },
};

const ANYTHING = /^(?:General Consultant Services|Miscellaneous Order|Inter-Governmental Agreements)$/;

/**
 * City of Philadelphia, professional services contracts, a report per quarter, fiscal years 2013 Q4 – 2020 Q4. A report lists the contracts
 * active in its quarter, so a contract term is in many reports; of each the row of the last report is kept.
 */
export const philadelphia: Recipe = {
  ...reports,
  name: 'philadelphia',
  table: 'contracts/contracts',
  columns: [
    ...termColumns,
    { name: 'department', heading: /^department_name$/i },
    { name: 'supplier', heading: /^vendor$/i },
    { name: 'category_printed', heading: /^contract_structure_type$/i },
    { name: 'title', heading: /^short[ _]desc$/i },
    { name: 'end', heading: /^end_dt$/i, type: 'partial-date', unreadable: 'empty' },
    { name: 'procedure_printed', heading: /^adv_or_exempt$/i, optional: true },
    { name: 'profit_printed', heading: /^profit_status$/i, optional: true, internal: true },
  ],
  constants: {
    buyer: 'City of Philadelphia',
    main_procurement_category: 'services',
    main_procurement_category_rule: 'list-of-professional-services',
  },
  derive: (row, printed) => ({
    id: termOf(row, printed),
    // Kinds that say nothing of the service; for all others the table of categories does.
    service_field: ANYTHING.test(printed['category_printed'] ?? '')
      ? (serviceFieldOf(printed['title'] ?? '')?.field ?? null)
      : null,
    // Exempt from the rule on advertising does not say that nobody else could bid.
    procedure: printed['procedure_printed'] === 'ADVERTISED' ? 'open' : 'unknown',
    ...PROFIT[printed['profit_printed'] ?? ''],
    // The city's statement comes before what a name shows, but for persons.
    stated_kind_is_form: privatePayee(printed['supplier'] ?? '') === null ? 1 : 0,
  }),
  part: ({ start }) => `philadelphia-${String(start ?? '').slice(0, 4) || 'undated'}`,
  repeated: [
    {
      reason: 'an earlier report of the same contract term',
      key: ({ row }) => String(row['id']),
      better: isLater,
    },
  ],
};
