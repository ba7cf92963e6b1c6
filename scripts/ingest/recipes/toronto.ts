import { serviceFieldOf } from '../names/serviceField.ts';
import type { Recipe } from './recipe.ts';

/** Ten digits without a sign: telephone numbers that were entered as awards. */
const TELEPHONE = /^\s*\d{3}[- .]?\d{3}[- .]?\d{4}(?:\.0+)?\s*$/;

/** Of the city’s categories those that are one class; “Goods and Services” is two. */
const CATEGORIES: Record<string, string> = {
  'Construction Services': 'works',
  'Professional Services': 'services',
};

/**
 * City of Toronto, awards of competitive calls and non-competitive contracts, 2012–2026: two lists with one row per supplier of a document. Name,
 * mail address and telephone number of the buyer are dropped. The city says that all its calls are advertised in public.
 * @see https://www.toronto.ca/business-economy/doing-business-with-the-city/follow-up-on-city-contracts/
 */
export const toronto: Recipe = {
  name: 'toronto',
  title: { en: 'City of Toronto, contracts', zh: '多伦多市合同' },
  source: 'pu-s-toronto',
  place: 'ca-toronto',
  currency: 'CAD',
  table: 'contracts/contracts',
  files: /toronto-contracts.*(?:Awarded|Non-Competitive) Contracts\.csv/i,
  header: [/^_id$/, /^Division$/],
  columns: [
    { name: 'document', heading: [/^Document Number$/, /^Workspace Number$/] },
    { name: 'procedure_printed', heading: [/^RFx \(Solicitation\) Type$/, /^Reason$/] },
    { name: 'category_printed', heading: /^High Level Category$/, optional: true },
    { name: 'supplier', heading: [/^Successful Supplier$/, /^Supplier Name$/] },
    { name: 'amount', heading: [/^Award$/, /^Contract Amount$/], type: 'number', unreadable: 'empty' },
    {
      name: 'awarded',
      heading: [/^Award Authority Obtained Date$/, /^Contract Date$/],
      type: 'partial-date',
      unreadable: 'empty',
    },
    { name: 'department', heading: /^Division$/ },
    { name: 'title', heading: /^Solicitation Document Description$/, optional: true },
  ],
  constants: { buyer: 'City of Toronto' },
  stem: (file) => (isDirect(file) ? 'non-competitive' : 'awarded'),
  fromFile: (file) => ({ procedure: isDirect(file) ? 'direct' : 'open' }),
  derive: (row, printed) => ({
    ...(CATEGORIES[printed['category_printed'] ?? ''] && {
      main_procurement_category: CATEGORIES[printed['category_printed']!]!,
      main_procurement_category_rule: 'category-printed',
    }),
    amount: TELEPHONE.test(printed['amount'] ?? '')
      ? null
      : (row['amount'] ?? canadian(printed['amount'] ?? '')),
    // Names in the newer rows begin with a colon: `: PLANTED INC`; a contact stands behind “c/o”.
    supplier: (printed['supplier'] ?? '').replace(/^[:\s]+/, '').replace(/\s+c\/o\b.*$/i, '') || null,
    department: (printed['department'] ?? '').replace('?s ', '’s ') || null,
    service_field: /construction/i.test(printed['category_printed'] ?? '')
      ? null
      : (serviceFieldOf(printed['title'] ?? '')?.field ?? null),
  }),
  part: ({ awarded }) => `toronto-${String(awarded ?? '').slice(0, 4) || 'undated'}`,
  repeated: [
    {
      reason: 'same award again',
      key: ({ row, printed }) =>
        [printed['document'], row['supplier_id'], printed['amount'], row['awarded'], row['department']].join(
          '|',
        ),
    },
  ],
};

/** An amount with a sign of dollars, which here are Canadian ones unless another code follows: `$ 5,100.00`, `$5,100 CAD`. */
function canadian(printed: string): number | null {
  const amount = /^\$? ?(\d[\d,]*(?:\.\d+)?)(?: CAD)?$/.exec(printed)?.[1];
  return amount === undefined ? null : Number(amount.replaceAll(',', ''));
}

const isDirect = (file: string): boolean => /non-competitive/i.test(file);
