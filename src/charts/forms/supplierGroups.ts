import type { Chart } from '../../model/chart.ts';
import { text, type Row } from '../../model/row.ts';
import type { ShareGroup } from './stackedShares.ts';
import { COLOUR } from './theme.ts';

/** Groups of kinds of supplier, as the publisher or the name says them. */
export const SUPPLIER_GROUPS: readonly (ShareGroup & { kinds: readonly string[] })[] = [
  { id: 'companies', kinds: ['private', 'for-profit'], en: 'Companies', zh: '公司', colour: COLOUR.ochre },
  { id: 'public', kinds: ['public-body'], en: 'Public bodies', zh: '公共机构', colour: COLOUR.green },
  {
    id: 'third',
    kinds: ['nonprofit', 'social-organisation'],
    en: 'Charities, trusts, associations',
    zh: '慈善、信托、社团',
    colour: COLOUR.blue,
  },
  {
    id: 'unknown',
    kinds: ['unknown', 'person'],
    en: 'Persons, and not known',
    zh: '自然人及未知',
    colour: COLOUR.quiet,
    unknown: true,
  },
];

/** The id of the group of a row with a `supplier_kind`. */
export const supplierGroup = (row: Row): string =>
  SUPPLIER_GROUPS.find(({ kinds }) => kinds.includes(text(row, 'supplier_kind')))?.id ?? 'unknown';

/** The columns of the rows that `sharesByYear` makes of payments. */
export const SUPPLIER_COLUMNS: Chart['columns'] = [
  { name: 'year', title: { en: 'Year', zh: '年份' } },
  { name: 'group', title: { en: 'Kind of supplier', zh: '供应商类别' } },
  { name: 'amount', title: { en: 'Paid', zh: '支付金额' }, unit: 'GBP' },
  { name: 'share', title: { en: 'Share of money', zh: '占金额比例' }, unit: 'share' },
];
