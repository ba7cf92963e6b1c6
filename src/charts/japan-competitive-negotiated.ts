import type { Chart } from '../model/chart.ts';
import { number, text, type Row } from '../model/row.ts';
import { yearLines } from './forms/lines.ts';
import { COLOUR } from './forms/theme.ts';
import { wholePercent } from './forms/percent.ts';

const PAYERS = [
  { id: 'ministries and agencies', en: 'Ministries', zh: '中央省厅', colour: COLOUR.blue },
  {
    id: 'independent administrative agencies',
    en: 'Independent agencies',
    zh: '独立行政法人',
    colour: COLOUR.ochre,
  },
] as const;

/** The share of the Japanese state's contracts with public-interest corporations that were let by competitive bidding, by fiscal year. */
export const japanCompetitiveNegotiated: Chart = {
  id: 'japan-competitive-negotiated',
  title: {
    en: 'In Japan, ministries bid out about half of these contracts, agencies ever fewer',
    zh: '日本中央省厅约半数合同走竞争，独立行政法人越来越少',
  },
  subtitle: {
    en: 'Share of contracts with public-interest corporations let by competitive bidding, by number, fiscal years',
    zh: '与公益法人所签合同中经竞争性招标者所占比例，按份数，会计年度',
  },
  question: {
    en: 'How often does a state that may negotiate hold a competition?',
    zh: '可以议价的时候，国家有多少合同仍走竞争？',
  },
  note: {
    en: 'Only contracts of the state with public-interest corporations, not with firms or other non-profits, and not those of municipalities. The first three years still hold the old corporations in transition. A competition may have one bidder.',
    zh: '只含国家与公益法人的合同，不含与企业、其他非营利组织的合同，也不含市町村合同。前三年仍有过渡期旧法人。竞争也可能只有一家投标。',
  },
  tables: [['japan-contracts', 'japan_by_year_competitive_negotiated']],
  columns: [
    { name: 'payer', title: { en: 'Buyer', zh: '购买方' } },
    { name: 'year', title: { en: 'Fiscal year', zh: '会计年度' } },
    { name: 'share', title: { en: 'Share by competitive bidding', zh: '竞争性招标占比' }, unit: 'share' },
    { name: 'competitive', title: { en: 'By competition', zh: '竞争' }, unit: 'contract' },
    { name: 'negotiated', title: { en: 'Negotiated', zh: '议价' }, unit: 'contract' },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select([rows], { language }) {
    const years = [...new Set(rows!.map((row) => number(row, 'fiscal_year') ?? 0))].sort();
    return PAYERS.flatMap(({ id, [language]: payer }) =>
      years.map((year) => {
        const contracts = (kind: string): Row =>
          rows!.find(
            (row) =>
              row['fiscal_year'] === year && row['payer'] === id && row['competitive_or_negotiated'] === kind,
          ) ?? {};
        const [competitive, negotiated] = [contracts('competitive bidding'), contracts('negotiated')].map(
          (row) => number(row, 'contracts') ?? 0,
        ) as [number, number];
        const { confidence = null, source_id = null } = contracts('negotiated');
        return {
          payer,
          year,
          share: competitive / (competitive + negotiated),
          competitive,
          negotiated,
          confidence,
          source_id,
        };
      }),
    );
  },
  plot: (rows, view) =>
    yearLines(rows, view, {
      series: 'payer',
      x: 'year',
      y: 'share',
      colours: new Map(PAYERS.map((payer) => [payer[view.language], payer.colour])),
      format: wholePercent,
      most: 0.8,
      room: { wide: 140, narrow: 96 },
    }),
  alt: (rows, language) => {
    const ends = PAYERS.map(({ [language]: payer }) => {
      const own = rows.filter((row) => row['payer'] === payer);
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
