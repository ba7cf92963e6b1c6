import type { Chart } from '../model/chart.ts';
import { number, text, type Row } from '../model/row.ts';
import { unless } from './forms/claims.ts';
import { sharesByYear, sharesInWords, stackedShares, type ShareGroup } from './forms/stackedShares.ts';
import { SUPPLIER_COLUMNS, SUPPLIER_GROUPS, supplierGroup } from './forms/supplierGroups.ts';

const GROUPS: readonly ShareGroup[] = SUPPLIER_GROUPS;
/** Years with all quarters. */
const QUARTERS = 4;

/** Whom Oxford's council paid, as far as the names of the suppliers show it. */
export const oxfordSuppliers: Chart = {
  id: 'oxford-suppliers',
  topic: 'providers',
  title: {
    en: 'From 2014 to 2017 companies took more than half of what Oxford’s council paid; suppliers named as charities, trusts or associations took less than 2%',
    zh: '2014 至 2017 年，牛津市议会的支付半数以上给了公司；从名称可认出的慈善、信托和社团不到 2%',
  },
  subtitle: {
    en: 'Payments of more than £500 by kind of supplier as named, share of money, per cent, calendar years',
    zh: '500 英镑以上的支付，按供应商名称所示类别，占金额比例，%，日历年',
  },
  question: {
    en: 'What do published payments show of who provides?',
    zh: '公开的支付记录能看出由谁提供服务吗？',
  },
  note: {
    en: 'The kind is read from the name alone. Many charities trade as companies or without the word in their name, so the share of charities, trusts, associations and community interest companies is a floor and not an estimate. Payments hold tax, refunds, grants and capital; credits are netted. Persons and redacted names count as not known. A year of which only one quarter is there is left out.',
    zh: '类别仅据名称判断。许多慈善组织以公司形式运作，或名称不含慈善字样，故慈善、信托、社团和社区利益公司的比例是下限，不是估计。支付中含税款、退款、补助与资本支出；冲销已抵减。自然人和隐去名称者计入“看不出”。只有一个季度的年份不画。',
  },
  tables: [['payments', 'payments_by_kind']],
  filters: { year: 'year' },
  columns: SUPPLIER_COLUMNS,
  select([rows], { language }) {
    const yearOf = (row: Row): number => Number(text(row, 'period').slice(0, 4));
    const oxford = rows!.filter((row) => row['place'] === 'gb-oxford');
    const quarters = (year: number): number =>
      new Set(oxford.filter((row) => yearOf(row) === year).map((row) => row['period'])).size;
    return sharesByYear(
      oxford.filter((row) => quarters(yearOf(row)) === QUARTERS),
      language,
      GROUPS,
      yearOf,
      supplierGroup,
    );
  },
  holds(rows) {
    const shares = (group: string): number[] =>
      rows.filter((row) => row['group_id'] === group).map((row) => number(row, 'share') ?? Number.NaN);
    const years = [...new Set(rows.map((row) => row['year']))];
    return unless([
      [years.join() === '2014,2015,2016,2017', 'the years are not 2014 to 2017'],
      [shares('companies').every((share) => share > 0.5), 'companies took no more than half in some year'],
      [
        shares('third').every((share) => share > 0 && share < 0.02),
        'the third sector took 2% or more in some year',
      ],
    ]);
  },
  plot: (rows, view) => stackedShares(rows, view, GROUPS, 'third'),
  alt: (rows, language) => sharesInWords(rows, language, GROUPS),
};
