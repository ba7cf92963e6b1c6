import type { Chart } from '../model/chart.ts';
import { number, text, type Row } from '../model/row.ts';
import { yearLines } from './forms/lines.ts';
import { rounds, unless, valueOf } from './forms/claims.ts';
import { COLOUR } from './forms/theme.ts';
import { rowTip, valued } from './forms/tips.ts';
import { wholePercent } from './forms/percent.ts';

const PAYERS = [
  { id: 'ministries', en: 'Ministries', zh: '中央省厅', colour: COLOUR.blue },
  {
    id: 'agencies',
    en: 'Independent agencies',
    zh: '独立行政法人',
    colour: COLOUR.ochre,
  },
] as const;

/** The share of the Japanese state's contracts with public-interest corporations that were let by competitive bidding, by fiscal year. */
export const japanCompetitiveNegotiated: Chart = {
  id: 'japan-competitive-negotiated',
  topic: 'competition',
  title: {
    en: 'In Japan, ministries let 46% of their contracts with public-interest corporations by competition in 2020, after 59% in 2011; independent agencies 17%, after 38%',
    zh: '日本与公益法人所签合同经竞争的比例：中央省厅由 2011 年的 59% 降至 2020 年的 46%，独立行政法人由 38% 降至 17%',
  },
  subtitle: {
    en: 'Share of contracts with public-interest corporations let by competitive bidding, per cent of their number, fiscal years',
    zh: '与公益法人所签合同中经竞争性招标者所占比例，按份数，%，会计年度',
  },
  question: {
    en: 'How often does a state that may negotiate hold a competition?',
    zh: '可以议价的时候，国家有多少合同仍走竞争？',
  },
  note: {
    en: 'Only contracts of the state with public-interest corporations, not with firms or other non-profits, and not those of municipalities. The first three years still hold the old corporations in transition. A competition may have one bidder.',
    zh: '只含国家与公益法人的合同，不含与企业、其他非营利组织的合同，也不含市町村合同。前三年仍有过渡期旧法人。竞争也可能只有一家投标。',
  },
  tables: [['contracts', 'japan_by_form']],
  filters: {
    series: { id: 'payer_id', name: 'payer', title: { en: 'Payers', zh: '付款单位' } },
    year: 'year',
  },
  columns: [
    { name: 'payer', title: { en: 'Buyer', zh: '购买方' } },
    { name: 'year', title: { en: 'Fiscal year', zh: '会计年度' } },
    { name: 'share', title: { en: 'Share by competitive bidding', zh: '竞争性招标占比' }, unit: 'share' },
    { name: 'competitive', title: { en: 'By competition', zh: '竞争' }, unit: 'contract' },
    { name: 'negotiated', title: { en: 'Negotiated', zh: '议价' }, unit: 'contract' },
  ],
  select([rows], { language }) {
    const years = [...new Set(rows!.map((row) => number(row, 'fiscal_year') ?? 0))].sort();
    return PAYERS.flatMap(({ id, [language]: payer }) =>
      years.map((year) => {
        const contracts = (kind: string): Row =>
          rows!.find(
            (row) => row['fiscal_year'] === year && row['payer'] === id && row['competition'] === kind,
          ) ?? {};
        const [competitive, negotiated] = [contracts('competitive'), contracts('negotiated')].map(
          (row) => number(row, 'contracts') ?? 0,
        ) as [number, number];
        const { source_id = null } = contracts('negotiated');
        return {
          payer,
          payer_id: id,
          year,
          share: competitive / (competitive + negotiated),
          competitive,
          negotiated,
          source_id,
        };
      }),
    );
  },
  holds(rows) {
    const share = (payer_id: string, year: number): number => valueOf(rows, { payer_id, year }, 'share');
    const [ministries, agencies] = PAYERS.map(({ id }) => id) as [string, string];
    return unless([
      [
        rows[0]?.['year'] === 2011 && rows.at(-1)?.['year'] === 2020,
        'the years do not run from 2011 to 2020',
      ],
      [rounds(share(ministries, 2011), 0.59, 2), 'the share of ministries in 2011 is not 59%'],
      [rounds(share(ministries, 2020), 0.46, 2), 'the share of ministries in 2020 is not 46%'],
      [rounds(share(agencies, 2011), 0.38, 2), 'the share of agencies in 2011 is not 38%'],
      [rounds(share(agencies, 2020), 0.17, 2), 'the share of agencies in 2020 is not 17%'],
    ]);
  },
  plot: (rows, view) =>
    yearLines(rows, view, {
      series: 'payer',
      x: 'year',
      y: 'share',
      colours: new Map(PAYERS.map((payer) => [payer[view.language], payer.colour])),
      format: wholePercent,
      tip: (row) => rowTip(view.language, row, 'payer', valued(row, 'share', 'share', view.language)),
      most: 0.8,
      labelWidth: { wide: 140, narrow: 96 },
    }),
  alt: (rows, language) => {
    const ends = PAYERS.flatMap(({ [language]: payer }) => {
      const own = rows.filter((row) => row['payer'] === payer);
      if (own.length === 0) return [];
      return {
        payer,
        from: wholePercent(number(own[0]!, 'share') ?? 0),
        to: wholePercent(number(own.at(-1)!, 'share') ?? 0),
      };
    });
    const [first, last] = [text(rows[0]!, 'year'), text(rows.at(-1)!, 'year')];
    return language === 'zh'
      ? `${first} 至 ${last} 年：${ends.map(({ payer, from, to }) => `${payer}由 ${from} 到 ${to}`).join('；')}。`
      : `${first} to ${last}: ${ends.map(({ payer, from, to }) => `${payer.toLowerCase()} from ${from} to ${to}`).join('; ')}.`;
  },
};
