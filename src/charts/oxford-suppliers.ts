import * as Plot from '@observablehq/plot';
import type { Chart } from '../model/chart.ts';
import { number, text, type Row } from '../model/row.ts';
import { unless } from './forms/claims.ts';
import { widest } from './forms/labels.ts';
import { COLOUR, frame, isNarrow } from './forms/theme.ts';
import { rowTip } from './forms/tips.ts';
import { wholePercent } from './forms/percent.ts';

const THIRD = 'third';
/** Groups of supplier kinds, as read from the name. */
const GROUPS = [
  {
    id: 'companies',
    kinds: ['limited-company', 'public-limited-company'],
    en: 'Companies',
    zh: '公司',
    colour: COLOUR.ochre,
  },
  {
    id: 'public',
    kinds: ['council-or-government', 'nhs', 'school', 'university-or-college'],
    en: 'Public bodies',
    zh: '公共机构',
    colour: COLOUR.green,
  },
  {
    id: THIRD,
    kinds: ['charity-named', 'community-interest-company', 'trust', 'association-or-society'],
    en: 'Charities, trusts, associations',
    zh: '慈善、信托、社团',
    colour: COLOUR.blue,
  },
  {
    id: 'unknown',
    kinds: ['unknown', 'redacted-or-none'],
    en: 'Not told by the name',
    zh: '名称看不出',
    colour: COLOUR.quiet,
  },
] as const;
/** Years with all quarters. */
const QUARTERS = 4;
const LINE = 18;
const finely = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** Whom Oxford's council paid, as far as the names of the suppliers show it. */
export const oxfordSuppliers: Chart = {
  id: 'oxford-suppliers',
  title: {
    en: 'From 2014 to 2017 companies took more than half of what Oxford’s council paid; suppliers named as charities, trusts or associations took less than 2%',
    zh: '2014 至 2017 年，牛津市议会的支付半数以上给了公司；从名称可认出的慈善、信托和社团不到 2%',
  },
  subtitle: {
    en: 'Payments of more than £500 by kind of supplier as named, share of money, per cent, calendar years',
    zh: '500 英镑以上的支付，按供应商名称所示类别，占金额比例，%，日历年',
  },
  question: {
    en: 'What do published payments tell of who provides?',
    zh: '公开的支付记录能看出由谁提供服务吗？',
  },
  note: {
    en: 'The kind is read from the name alone. Many charities trade as companies or without the word in their name, so the share of charities, trusts, associations and community interest companies is a floor and not an estimate. Payments hold tax, refunds, grants and capital; credits are netted. Redacted names count as not told. A year of which only one quarter is there is left out.',
    zh: '类别仅据名称判断。许多慈善组织以公司形式运作，或名称不含慈善字样，故慈善、信托、社团和社区利益公司的比例是下限，不是估计。支付中含税款、退款、补助与资本支出；冲销已抵减。隐去名称者计入“看不出”。只有一个季度的年份不画。',
  },
  tables: [['oxford-spending', 'oxford_by_quarter_supplier_kind']],
  columns: [
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'group', title: { en: 'Kind of supplier', zh: '供应商类别' } },
    { name: 'amount', title: { en: 'Paid', zh: '支付金额' }, unit: 'GBP' },
    { name: 'share', title: { en: 'Share of money', zh: '占金额比例' }, unit: 'share' },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select([rows], { language }) {
    const yearOf = (row: Row): string => text(row, 'calendar_quarter').slice(0, 4);
    const years = [...new Set(rows!.map(yearOf))].sort();
    return years.flatMap((year) => {
      const own = rows!.filter((row) => yearOf(row) === year);
      if (new Set(own.map((row) => row['calendar_quarter'])).size < QUARTERS) return [];
      const paid = (some: Row[]): number =>
        some.reduce((sum, row) => sum + (number(row, 'amount_gbp') ?? 0), 0);
      return GROUPS.map(({ id, kinds, [language]: group }) => {
        const amount = paid(own.filter((row) => kinds.some((kind) => kind === row['supplier_kind_by_name'])));
        return {
          year: Number(year),
          group,
          amount: Math.round(amount),
          share: amount / paid(own),
          confidence: own[0]!['confidence'] ?? null,
          source_id: own[0]!['source_id'] ?? null,
          group_id: id,
        };
      });
    });
  },
  holds(rows) {
    const shares = (group: string): number[] =>
      rows.filter((row) => row['group_id'] === group).map((row) => number(row, 'share') ?? Number.NaN);
    const years = [...new Set(rows.map((row) => row['year']))];
    return unless([
      [years.join() === '2014,2015,2016,2017', 'the years are not 2014 to 2017'],
      [shares('companies').every((share) => share > 0.5), 'companies took no more than half in some year'],
      [
        shares(THIRD).every((share) => share > 0 && share < 0.02),
        'the third sector took 2% or more in some year',
      ],
    ]);
  },
  plot(rows, view) {
    const groups = GROUPS.map((group) => group[view.language]);
    const years = [...new Set(rows.map((row) => number(row, 'year') ?? 0))];
    const colour = (row: Row): string => GROUPS.find(({ id }) => id === row['group_id'])!.colour;
    const third = rows.filter((row) => row['group_id'] === THIRD);
    // The names of the groups are above the bars, two per line, on phones one.
    const columns = isNarrow(view) ? 1 : 2;
    const lines = GROUPS.length / columns;
    const head = lines * LINE + 10;
    return frame(view, {
      marginLeft: 46,
      marginRight: widest(['≥ 0.0%']) + 12,
      marginTop: head,
      marginBottom: 6,
      height: years.length * 32 + head + 6,
      x: { domain: [0, 1], axis: null },
      y: { label: null, tickSize: 0, tickFormat: String, type: 'band' },
      marks: [
        Plot.barX(rows, {
          x: 'share',
          y: 'year',
          z: 'group',
          order: groups,
          fill: { value: colour, scale: null },
          insetRight: 0.3,
          insetTop: 3,
          insetBottom: 3,
          title: (row: Row) => rowTip(view.language, row, 'group', finely(number(row, 'share') ?? 0)),
        } as never),
        Plot.text(
          rows,
          Plot.stackX({
            x: 'share',
            y: 'year',
            z: 'group',
            order: groups,
            text: (row: Row) =>
              (number(row, 'share') ?? 0) > 0.08 ? wholePercent(number(row, 'share')!) : '',
            fill: {
              value: (row: Row) => (row['group_id'] === 'unknown' ? COLOUR.ink : COLOUR.paper),
              scale: null,
            },
            fontWeight: 600,
          } as never) as Plot.TextOptions,
        ),
        ...GROUPS.map((group, index) =>
          Plot.text([group[view.language]], {
            frameAnchor: 'top-left',
            dx: ((index % columns) * (view.width - 110)) / columns,
            dy: (Math.floor(index / columns) - lines) * LINE - 4,
            text: (name: string) => `■ ${name}`,
            fill: group.id === 'unknown' ? COLOUR.grey : group.colour,
            fontWeight: 600,
          }),
        ),
        // The smallest segment has no space for its number.
        Plot.text(third, {
          x: 1,
          y: 'year',
          text: (row: Row) => `≥ ${finely(number(row, 'share') ?? 0)}`,
          textAnchor: 'start',
          dx: 8,
          fill: COLOUR.blue,
          fontWeight: 600,
        }),
      ],
    });
  },
  alt: (rows, language) => {
    const parts = GROUPS.map(({ id, [language]: group }) => {
      const list = rows
        .filter((row) => row['group_id'] === id)
        .map((row) => `${text(row, 'year')} ${finely(number(row, 'share') ?? 0)}`)
        .join(language === 'zh' ? '、' : ', ');
      return `${group}${language === 'zh' ? '：' : ': '}${list}`;
    });
    return parts.join(language === 'zh' ? '；' : '; ') + (language === 'zh' ? '。' : '.');
  },
};
