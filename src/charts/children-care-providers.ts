import type { Chart } from '../model/chart.ts';
import { number, type Row } from '../model/row.ts';
import { rounds, unless, valueOf } from './forms/claims.ts';
import { sharesInWords, stackedShares, type ShareGroup } from './forms/stackedShares.ts';
import { SUPPLIER_COLUMNS } from './forms/supplierGroups.ts';
import { COLOUR } from './forms/theme.ts';

const GROUPS: readonly (ShareGroup & { column: string })[] = [
  { id: 'private', column: 'private_share', en: 'Private', zh: '私营机构', colour: COLOUR.ochre },
  {
    id: 'public',
    column: 'public_share',
    en: 'Own and other public',
    zh: '自行及其他公共机构',
    colour: COLOUR.green,
  },
  {
    id: 'voluntary',
    column: 'voluntary_share',
    en: 'Voluntary organisations',
    zh: '志愿组织',
    colour: COLOUR.blue,
  },
];

/** Who provides the children's homes that the local authorities of England pay for. */
export const childrenCareProviders: Chart = {
  id: 'children-care-providers',
  topic: 'providers',
  title: {
    en: 'Of what English authorities spent on residential care of children, private providers took 49% in 2008/09 and 61% in 2013/14; voluntary organisations never as much as 5%',
    zh: '英格兰地方政府的儿童院舍照护支出，私营机构 2008/09 财年占 49%，2013/14 财年占 61%；志愿组织始终不到 5%',
  },
  subtitle: {
    en: 'Expenditure on residential care of looked-after children by provider, about 150 authorities, per cent, financial years by the year in which they begin',
    zh: '受照管儿童院舍照护支出，按提供者，约 150 个地方政府，%，财年以起始年标示',
  },
  question: {
    en: 'Who provides when authorities pay for children’s homes?',
    zh: '地方政府出钱的儿童院舍由谁举办？',
  },
  note: {
    en: 'Shares are of the sum of the three parts. The form of 2008/09 has one column for all public provision. Every authority is in the dataset, with its own shares.',
    zh: '占比以三部分之和为分母。2008/09 财年的表式中公共提供只有一列。各地方政府的占比见数据集。',
  },
  tables: [['provision', 'provision_shares']],
  filters: { year: 'year' },
  columns: SUPPLIER_COLUMNS.filter(({ name }) => name !== 'amount').map((column) =>
    column.name === 'group' ? { ...column, title: { en: 'Provider', zh: '提供者' } } : column,
  ),
  select: ([rows], { language }) =>
    rows!
      .filter((row) => row['category'] === 'Residential care')
      .sort((a, b) => Number(a['year']) - Number(b['year']))
      .flatMap((row) =>
        GROUPS.map(({ id, column, [language]: group }): Row => ({
          year: Number(row['year']),
          group,
          share: number(row, column),
          source_id: row['source_id'] ?? null,
          group_id: id,
        })),
      ),
  holds(rows) {
    const share = (group_id: string, year: number): number => valueOf(rows, { group_id, year }, 'share');
    const years = [...new Set(rows.map((row) => number(row, 'year')))];
    const voluntary = rows.filter((row) => row['group_id'] === 'voluntary');
    return unless([
      [years.join() === '2008,2009,2010,2011,2012,2013', 'the years are not 2008 to 2013'],
      [rounds(share('private', 2008), 0.49, 2), 'the share of private providers in 2008 is not 49%'],
      [rounds(share('private', 2013), 0.61, 2), 'the share of private providers in 2013 is not 61%'],
      [
        voluntary.every((row) => (number(row, 'share') ?? 1) < 0.05),
        'voluntary organisations took 5% or more in some year',
      ],
    ]);
  },
  plot: (rows, view) => stackedShares(rows, view, GROUPS, 'voluntary', ''),
  alt: (rows, language) => sharesInWords(rows, language, GROUPS),
};
