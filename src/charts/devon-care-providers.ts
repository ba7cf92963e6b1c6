import type { Chart } from '../model/chart.ts';
import { number, type Row } from '../model/row.ts';
import { rounds, unless, valueOf } from './forms/claims.ts';
import { sharesByYear, sharesInWords, stackedShares } from './forms/stackedShares.ts';
import { SUPPLIER_COLUMNS, SUPPLIER_GROUPS, supplierGroup } from './forms/supplierGroups.ts';

const FIELDS = ['adult-social-care', 'elderly-care', 'residential-social-care', 'home-care', 'day-care'];
/** In 2025 the county changed its ledger. */
const LAST = 2024;

/** To which kinds of supplier a county paid its care of adults, over fourteen years of its ledger. */
export const devonCareProviders: Chart = {
  id: 'devon-care-providers',
  topic: 'providers',
  title: {
    en: 'Of what Devon paid for adult social care, suppliers known to be companies took 25% in 2011 and 45% in 2024; those known to be non-profit 4% and 3%',
    zh: '德文郡的成人社会照护支付中，可认定为公司的供应商 2011 年占 25%，2024 年占 45%；可认定为非营利机构的占 4% 和 3%',
  },
  subtitle: {
    en: 'Payments of more than £500 in fields of adult social care, by kind of supplier, share of money, per cent, calendar years',
    zh: '成人社会照护各领域 500 英镑以上的支付，按供应商类别，占金额比例，%，日历年',
  },
  question: {
    en: 'Who provides the care that a county pays for?',
    zh: '郡里付钱的照护由谁提供？',
  },
  note: {
    en: 'The kind comes from the county’s type of creditor and type of expense, else from the name. “Business” without a legal form counts as not known, so every other share is a lower bound, and part of the rise of companies may be better coding. Many charities are limited companies. Payments to persons, withheld by the county, are among the last group. The year 2025 is left out: in April the county changed its ledger.',
    zh: '类别取自郡政府的债权人类别和支出类别，未注明的按名称判断。只记为“商户”而无法律形式的计入“未知”，因此其余各类均为下限，公司占比上升也可能部分源于编码更完整。许多慈善组织是有限公司。付给自然人的款项由郡政府隐去姓名，计入末组。2025 年 4 月更换账务系统，该年不画。',
  },
  tables: [['payments', 'payments_by_field']],
  filters: { year: 'year' },
  columns: SUPPLIER_COLUMNS,
  select: ([rows], { language }) =>
    sharesByYear(
      rows!.filter(
        (row) =>
          row['place'] === 'gb-devon' &&
          FIELDS.some((field) => field === row['service_field']) &&
          yearOf(row) <= LAST,
      ),
      language,
      SUPPLIER_GROUPS,
      yearOf,
      supplierGroup,
    ),
  holds(rows) {
    const share = (group_id: string, year: number): number => valueOf(rows, { group_id, year }, 'share');
    const years = [...new Set(rows.map((row) => number(row, 'year')))];
    return unless([
      [years[0] === 2011 && years.at(-1) === LAST, 'the years are not 2011 to 2024'],
      [rounds(share('companies', 2011), 0.25, 2), 'the share of companies in 2011 is not 25%'],
      [rounds(share('companies', LAST), 0.45, 2), 'the share of companies in 2024 is not 45%'],
      [rounds(share('third', 2011), 0.04, 2), 'the share of nonprofit bodies in 2011 is not 4%'],
      [rounds(share('third', LAST), 0.03, 2), 'the share of nonprofit bodies in 2024 is not 3%'],
    ]);
  },
  plot: (rows, view) => stackedShares(rows, view, SUPPLIER_GROUPS, 'third'),
  alt: (rows, language) => sharesInWords(rows, language, SUPPLIER_GROUPS),
};

const yearOf = (row: Row): number => Number(row['year']);
